"""The references as CSL-JSON (for Zotero, Pandoc, Word) and as BibTeX."""

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from build_scripts.records.reference import Kind, Reference

CslType = Literal[
    "article-journal", "paper-conference", "report", "document", "legislation", "dataset", "webpage", "book"
]

CSL_TYPES: dict[Kind, CslType] = {
    "paper": "article-journal",
    "abstract": "paper-conference",
    "guideline": "article-journal",
    "label": "document",
    "decree": "legislation",
    "registry": "dataset",
    "announcement": "webpage",
    "book": "book",
    "web": "webpage",
}
BIBTEX_TYPES: dict[Kind, str] = {
    "paper": "article",
    "guideline": "article",
    "abstract": "inproceedings",
    "book": "book",
}
_PERSON = re.compile(r"^(?P<family>.+) (?P<initials>[A-Z]{1,4})$")
_LATEX = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_{}"} | {"~": r"\textasciitilde{}", "\\": r"\textbackslash{}"}
)


class CslName(BaseModel):
    """A person by family name and initials, or a body by its name."""

    model_config = ConfigDict(extra="forbid")

    family: str | None = None
    given: str | None = None
    literal: str | None = None


class CslDate(BaseModel):
    """Year, or year, month and day."""

    model_config = ConfigDict(extra="forbid")

    date_parts: list[list[int]] = Field(serialization_alias="date-parts")


class CslItem(BaseModel):
    """One reference as the Citation Style Language names its parts; what is not known is left out."""

    model_config = ConfigDict(extra="forbid")

    id: str
    type: CslType
    title: str
    author: list[CslName] | None = None
    container_title: str | None = Field(default=None, serialization_alias="container-title")
    issued: CslDate | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    doi: str | None = Field(default=None, serialization_alias="DOI")
    pmid: str | None = Field(default=None, serialization_alias="PMID")
    pmcid: str | None = Field(default=None, serialization_alias="PMCID")
    url: str | None = Field(default=None, serialization_alias="URL")
    accessed: CslDate | None = None
    note: str | None = None


def csl_item(ref: str, reference: Reference) -> CslItem:
    """Return the reference as CSL. `et al.` is no author: a note says that the list is not whole."""
    day = reference.accessed
    return CslItem(
        id=ref,
        type=CSL_TYPES[reference.kind],
        title=reference.title,
        author=[_name(name) for name in _named(reference)] or None,
        container_title=reference.container,
        issued=CslDate(date_parts=[[reference.year]]) if reference.year else None,
        volume=reference.volume,
        issue=reference.issue,
        page=reference.pages,
        doi=reference.doi,
        pmid=reference.pmid,
        pmcid=reference.pmcid,
        url=reference.url,
        accessed=CslDate(date_parts=[[day.year, day.month, day.day]]) if day else None,
        note="First authors only" if "et al." in reference.authors else None,
    )


def bibtex(references: dict[str, Reference]) -> str:
    """Write every reference as one BibTeX entry under its id, in the order of the ids."""
    return "\n".join(_entry(ref, references[ref]) for ref in sorted(references))


def _named(reference: Reference) -> list[str]:
    return [name for name in reference.authors if name != "et al."]


def _name(name: str) -> CslName:
    person = _PERSON.match(name)
    if person is None:
        return CslName(literal=name)
    return CslName(family=person["family"], given=" ".join(f"{letter}." for letter in person["initials"]))


def _entry(ref: str, reference: Reference) -> str:
    kind = BIBTEX_TYPES.get(reference.kind, "misc")
    container = {"article": "journal", "inproceedings": "booktitle", "book": "publisher"}.get(kind, "howpublished")
    fields = {
        "author": " and ".join(
            [_bibtex_name(name) for name in _named(reference)] + ["others"] * ("et al." in reference.authors)
        ),
        "title": reference.title,
        container: reference.container,
        "year": str(reference.year) if reference.year else None,
        "volume": reference.volume,
        "number": reference.issue,
        "pages": reference.pages.replace("-", "--") if reference.pages else None,
    }
    verbatim = {"doi": reference.doi, "url": reference.url, "pmid": reference.pmid}
    lines = [f"  {name} = {{{value.translate(_LATEX)}}}" for name, value in fields.items() if value]
    lines += [f"  {name} = {{{value}}}" for name, value in verbatim.items() if value]
    return f"@{kind}{{{ref},\n" + ",\n".join(lines) + "\n}\n"


def _bibtex_name(name: str) -> str:
    person = _PERSON.match(name)
    if person is None:
        return "{" + name + "}"
    return f"{person['family']}, {' '.join(f'{letter}.' for letter in person['initials'])}"

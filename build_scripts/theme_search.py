"""Faults in the scripts of Material's search, mended in the built site.

lunr 2.3.9, the index inside the worker, merges equal ends of words, and names each end by its letters and the
numbers of the nodes they lead to, with nothing between. A digit in a word can then pass for a part of such a number:
ends that differ are merged, words appear that no page has, and a search whose first letters lead to one of them finds
nothing at all ("infusione" on a site with "infusione 48%").

The bundle fetches the whole index, many times the page itself, with every page: over http at once, and on every road
for the words that an address may ask to have marked. It has to wait until the search is opened (as from a disk it
does), or an address does ask for marks.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """What stands once in one script of the theme, and what has to stand there instead."""

    script: str
    found: str
    mended: str


FAULTS = (
    Fault("workers/search.*.js", "e=e+s+o.id}return e}", 'e=e+s+o.id+","}return e}'),
    Fault("bundle.*.js", '$(location.protocol!=="file:"),Je("search")', '$(!1),Je("search")'),
    Fault(
        "bundle.*.js",
        'z([t,r.pipe(Q(we()),g(o=>!!o.searchParams.get("h")))])',
        'r.pipe(Q(we()),g(o=>!!o.searchParams.get("h")),b(o=>z([t,$(o)])))',
    ),
)


def mend_search(language_site: Path) -> None:
    """Mend the search of one language's built site. Raises RuntimeError when its scripts are not those known here."""
    for fault in FAULTS:
        scripts = sorted((language_site / "assets" / "javascripts").glob(fault.script))
        if [script.read_text(encoding="utf-8").count(fault.found) for script in scripts] != [1]:
            raise RuntimeError(f"{language_site.name}: not the {fault.script} known to build_scripts/theme_search.py")
        (script,) = scripts
        text = script.read_text(encoding="utf-8").replace(fault.found, fault.mended)
        script.write_text(text, encoding="utf-8", newline="\n")

"""A content tree that a test may break: the project's own, with the annotated templates added as records."""

import shutil
from pathlib import Path

from build_scripts.stamp import INPUTS

ROOT = Path(__file__).resolve().parent.parent

ADDED = {
    "reference": "references/example.yaml",
    "indication": "indications/example.yaml",
    "product": "products/example-product.yaml",
    "trial": "trials/example-1.yaml",
    "toxicity": "toxicities/example-toxicity.yaml",
    "page": "pages/example-page.yaml",
    "guide": "guides/example-guide.yaml",
    "glossary": "glossary/example.yaml",
}
"""Where a template that is a file of its own goes."""

APPENDED = {"messages": "messages/page.yaml"}
"""Where a template that is an entry of a shared file goes."""


def content_tree(folder: Path) -> Path:
    """Make a content tree in `folder` and return it."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    shutil.copytree(ROOT / "tests" / "cases", folder / "tests" / "cases")
    for template, target in ADDED.items():
        shutil.copy(content / "_templates" / f"{template}.yaml", content / target)
    for template, target in APPENDED.items():
        file = content / target
        file.write_text(file.read_text() + "\n" + (content / "_templates" / f"{template}.yaml").read_text())
    menu = content / "navigation.yaml"
    menu.write_text(
        menu.read_text()
        + "  - id: example\n    title: {it: Esempio, en: Example}\n"
        + "    pages: [example-page]\n    trials: [example-1]\n"
    )
    return folder


def project(folder: Path) -> Path:
    """Make a project that can be built, with a content of its own."""
    content_tree(folder)
    # The label check has the records of the project itself, and the engine is cached with them.
    (folder / "content" / ADDED["indication"]).unlink()
    # One guide goes the road of all.
    for guide in (folder / "content" / "guides").glob("*.yaml"):
        if guide.stem != "card-ice":
            guide.unlink()
    for name in ("calculators", "build_scripts", "docs/assets", "docs/hosting"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    files = [name for name in INPUTS if (ROOT / name).is_file()]
    for name in (*files, "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    return folder


def break_tree(root: Path, edits: list[tuple[str, str, str]]) -> list[tuple[int, int]]:
    """Apply (file, old, new) edits; `‹` in `new` marks an error's place. Returns their lines and columns, from 1."""
    marks = [chr(0xE000 + number) for number in range(len(edits))]
    for (name, old, new), mark in zip(edits, marks, strict=True):
        file = root / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name} holds {old!r} {text.count(old)} times"
        assert new.count("‹") == 1, f"where is the error in {new!r}?"
        file.write_text(text.replace(old, new.replace("‹", mark)), encoding="utf-8")
    places = []
    for (name, _, _), mark in zip(edits, marks, strict=True):
        file = root / name
        before, after = file.read_text(encoding="utf-8").split(mark)
        file.write_text(before + after, encoding="utf-8")
        line = before.rpartition("\n")[2]
        places.append((before.count("\n") + 1, len([sign for sign in line if sign not in marks]) + 1))
    return places

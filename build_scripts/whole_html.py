"""Tables and drawings pass through Markdown whole: its HTML parser would read each of their thousands of tags."""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

WHOLE = re.compile(r"<(table|svg)\b.*?</\1>", re.DOTALL)
"""Our templates write nothing inside of them that Markdown should turn into HTML."""


class _WholeHtml(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return WHOLE.sub(lambda found: self.md.htmlStash.store(found[0]), "\n".join(lines)).split("\n")


class WholeHtml(Extension):
    """Puts each table and drawing aside before Markdown's parser of HTML, and back after everything else."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Work after mkdocs has collected the anchors (21), before Markdown looks for HTML (20)."""
        md.preprocessors.register(_WholeHtml(md), "whole_html", 20.5)


def makeExtension() -> WholeHtml:
    """Return the extension that mkdocs.yml names."""
    return WholeHtml()

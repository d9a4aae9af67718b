"""SVG text: elements, escaped, with numbers as short as their place needs."""

from decimal import Decimal

from markupsafe import Markup, escape

FONT = "'Source Sans 3', sans-serif"


def element(name: str, content: Markup | str = "", /, **attributes: str | float | Decimal | None) -> Markup:
    """Return one element. In attribute names `_` stands for `-`; `None` leaves an attribute out."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{given}>{escape(content)}</{name}>")


def text(
    x: float, y: float, words: str, colour: str, size: float, *, anchor: str = "start", bold: bool = False
) -> Markup:
    """Return a line of text; `y` is its base line."""
    weight = "650" if bold else None
    return element(
        "text", escape(words), x=x, y=y, fill=colour, font_size=size, text_anchor=anchor, font_weight=weight
    )


def line(
    x1: float, y1: float, x2: float, y2: float, colour: str, *, width: float = 1, dash: str | None = None
) -> Markup:
    """Return a straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=width, stroke_dasharray=dash)


def picture(
    identity: str,
    title: str,
    description: str,
    width: float,
    height: float,
    parts: list[Markup],
    *,
    language: str | None = None,
) -> Markup:
    """Return the whole drawing, named and described for those who do not see it. `identity` is unique in its page.

    `language` is that of its words, where the drawing may leave its page.
    """
    return element(
        "svg",
        Markup("").join(
            [
                element("title", escape(title), id=f"{identity}-title"),
                element("desc", escape(description), id=f"{identity}-desc"),
                *parts,
            ]
        ),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        role="img",
        lang=language,
        aria_labelledby=f"{identity}-title {identity}-desc",
        font_family=FONT,
    )


def _value(value: str | float | Decimal | None) -> str:
    return escape(value) if isinstance(value, str) else f"{float(value or 0):.2f}".rstrip("0").rstrip(".")

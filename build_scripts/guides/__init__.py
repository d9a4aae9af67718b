"""The guides: the site's records on paper, as PDF.

`chapters` draws with the site's templates (or their twins in templates/guide), `tree` reads what they wrote,
`document` joins the chapters, `typeset` sets them with Typst, `sheets` lays A6 pages out, `build` does all of it.
"""

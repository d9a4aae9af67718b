"""Diagrams as SVG text: boxes, answers and arrows, laid out from the records for wide and for narrow screens."""

"""Charts as SVG text: exact decimals, title and description, right in the dark and on paper."""

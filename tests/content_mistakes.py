"""Mistakes in the content, one of each kind, and what is said of them."""

REFERENCE = "content/references/example.yaml"
INDICATION = "content/indications/example.yaml"
PRODUCT = "content/products/example-product.yaml"
TRIAL = "content/trials/example-1.yaml"
TOXICITY = "content/toxicities/example-toxicity.yaml"
PAGE = "content/pages/example-page.yaml"
GLOSSARY = "content/glossary/example.yaml"
MESSAGES = "content/messages/page.yaml"
MENU = "content/navigation.yaml"
WORDS = "content/calculators/ice.yaml"
CASES = "tests/cases/ice.yaml"

Mistake = tuple[str, str, str, str]
"""File, what stands there, what is written instead (`‹` where the error is), what the error says."""

# One record of each kind that cannot be read as what it should be.
FORM: list[Mistake] = [
    (REFERENCE, "year: 2021", "year: ‹'2021'", "example-2021.year: Input should be a valid integer"),
    (INDICATION, "region: eu", "region: ‹uk", "eu-example-second-line.region: Input should be 'it', 'eu' or 'us'"),
    (INDICATION, "  any_of:", "  ‹lines: 2\n  any_of:", "eu-example-second-line.lines: no such key here"),
    (PRODUCT, "  hinge: {", "  ‹hinges: {", "receptor.hinges: no such key here"),
    (TRIAL, "value: 83 ", "value: ‹083 ", "figures.orr.value: 083 is read differently by different programs"),
    (TOXICITY, "conflicts:", "‹abbreviation: X\nconflicts:", "abbreviation: this key stands already on line 5"),
    (
        PAGE,
        "review_by: 2027-05-20",
        "review_by: ‹2027-05-40",
        "review_by: write a day as 2026-11-22, not '2027-05-40'",
    ),
    (
        GLOSSARY,
        "name: {it: termine di esempio, en: example term}",
        "‹name: {it: x}",
        "example-term.name.en: is missing",
    ),
    (MESSAGES, "example.found: {it:", "‹example.found: {de:", "example.found.it: is missing"),
    (MENU, "  - id: example\n", "  - id: ‹Ex Ample\n", "id: String should match pattern"),
    (WORDS, "population:", "‹populations: {it: a, en: b}\npopulation:", "populations: no such key here"),
    (CASES, "- id: all-correct", "- ‹name: x\n  id: all-correct", "0.name: no such key here"),
    ("content/site.yaml", "edition: ", "edition: ‹&e ", "edition: &e: anchors are not read here"),
    ("content/journey.yaml", "steps:", "‹stages: []\nsteps:", "stages: no such key here"),
]

AGAIN = """\
  ‹orr-again:
    {endpoint: orr, arm: car-t, value: 82, analysis_set: randomised, data_cut: primary, citation: {ref: example-2021},
     evidence: primary}
"""

# What each record's own form cannot tell.
SENSE: list[Mistake] = [
    (
        PAGE,
        'en: \'Grade with {{ calculator("crs"',
        'en: \'Grade with {{ calculator("‹crx"',
        'calculator("crx"): there is no',
    ),
    (
        PAGE,
        'the calculator") }} {{ cite("lee-2019"',
        'the calculator") }} {{ cite("‹lee-2091"',
        'cite("lee-2091"): there is no',
    ),
    (
        PAGE,
        'it: \'La risposta {{ figure("example-1.orr")',
        'it: \'La risposta {{ figure("‹example-1.orx")',
        'figure("example-1.orx"): there',
    ),
    (
        PAGE,
        'en: "One thing in each note."',
        'en: "One {{ ‹thing }} in each note."',
        "thing is not defined; a text may call cite",
    ),
    (PAGE, 'it: "Una sola cosa per nota."', 'it: ‹"Una {{ cosa"', "now.1.note.text.it: "),
    (
        PAGE,
        "{it: Infusione, en: Infusion}",
        "{it: Infusione, en: ‹'{% if 1 %}x{% endif %}'}",
        "a text holds calls only",
    ),
    (PAGE, "{it: Pagina di esempio,", "{it: ‹'Pagina {{ term(\"icans\") }}',", "title.it: term(…) cannot stand here"),
    (PAGE, "related: [home]", "related: [‹home-page]", "related.0: there is no home-page in content/pages"),
    (
        PAGE,
        "en: haematologists and nurses",
        "en: 'a [link‹](crs.html) away'",
        "audience.en: a link within the site is",
    ),
    (PAGE, "it: ematologi e infermieri", "it: ematologi‹<br>infermieri", "audience.it: no HTML in a text"),
    (PAGE, "en: A table}", "en: In 4‹0 % of centres}", "caption.en: a per cent sign stands against"),
    (PAGE, "calculators: [crs]", "calculators: [‹crz]", "calculators.0: there is no crz in content/calculators"),
    (
        PAGE,
        "why:\n",
        "evidence:\n  - view: {name: ‹no-such-view}\nwhy:\n",
        "evidence.0.view.name: there is no view no-such-view",
    ),
    (PAGE, "content_date: 2026-11-20", "content_date: ‹2028-01-01", "content_date: lies after the edition"),
    (PAGE, "review_by: 2027-05-20", "review_by: ‹2026-01-01", "review_by: lies before content_date"),
    (
        REFERENCE,
        "\nexample-2021:",
        "\n‹unused-2020: {kind: web, title: T, year: 2020}\nexample-2021:",
        "nothing cites this",
    ),
    (REFERENCE, "year: 2021", "year: ‹2099", "example-2021.year: lies after the edition"),
    (INDICATION, "product: axi-cel", "product: ‹axi", "product: there is no axi in content/products"),
    (INDICATION, "\n  # until: '2026-05-01'", "\n  until: ‹'2021'", "until: ends before it begins"),
    (INDICATION, "{ref: yescarta-smpc", "{ref: ‹yescarta-spc", "citations.0.ref: there is no reference yescarta-spc"),
    (TRIAL, "date: 2021-03", "date: ‹2022-03", "data_cuts.primary.date: the data were cut after they were published"),
    (TRIAL, "value: 83 ", "value: ‹83.21 ", "figures.orr.value: no number of patients out of 180 is 83.21%"),
    (
        TRIAL,
        "analysis_set: infused",
        "analysis_set: ‹treated",
        "analysis_set: this study has no analysis set treated",
    ),
    (TRIAL, "  efs-24m:", AGAIN + "  efs-24m:", "figures.orr-again: says the same as orr"),
    (TOXICITY, "outcome: grade_1", "outcome: ‹grade_9", "management.0.outcome: crs has no such outcome"),
    (
        MESSAGES,
        'example.found: {it: "{count}',
        '‹example.found: {it: "{counts}',
        "the languages fill in different values",
    ),
    (
        MENU,
        "pages: [example-page]",
        "pages: [example-page, ‹example-page]",
        "example-page stands in the menu already",
    ),
    (WORDS, "\n  year:\n", "\n  ‹years:\n", "items.years: the calculator's definition has no such id"),
    (CASES, "- id: cannot-count-back", "- id: ‹all-correct", "1.id: all-correct stands already above"),
]

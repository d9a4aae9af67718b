"""Sheets in the patient's language: every task of the calculator is there, and its wording has its source."""

import calculators
from build_scripts.content import Content
from build_scripts.problems import Problems


def check(content: Content, problems: Problems) -> None:
    """Report tasks that are missing or unknown, and a wording that is called validated without a source."""
    for language, sheet in content.patient_sheets.items():
        document = content.origins["patient_sheets", language].document
        if sheet.calculator not in calculators.calculator_ids():
            problems.add(document.problem(("calculator",), f"no calculator is called {sheet.calculator}"))
            continue
        items = [item["id"] for item in calculators.definition(sheet.calculator)["items"]]
        for item in items:
            if item not in sheet.tasks:
                problems.add(document.problem(("tasks",), f"{item} is not said in this language", on_key=True))
        for field in ("tasks", "listen_for"):
            for item in getattr(sheet, field):
                if item not in items:
                    text = f"{sheet.calculator} has no such item"
                    problems.add(document.problem((field, item), text, on_key=True))
        if (sheet.wording == "literal") == bool(sheet.citations):
            text = "a literal rendering has no source, and every other wording has one"
            problems.add(document.problem(("wording",), text))

"""What the templates of a calculator's page are given."""

import itertools
from functools import cached_property
from typing import Any

import calculators
from build_scripts.calculator_view.cases import case_answers, case_result
from build_scripts.calculator_view.form_words import form_words
from build_scripts.calculator_view.questions import questions
from build_scripts.calculator_view.results import outcome_range, result_table
from build_scripts.calculator_view.table import scoring_table
from build_scripts.page_view import PageView, short_reference
from build_scripts.records.calculator import CalculatorWords
from build_scripts.records.case import Case

type Data = dict[str, Any]


class CalculatorView:
    """One calculator in one language. Shapes of the parts: see the modules that make them."""

    def __init__(self, view: PageView, calculator_id: str, words: CalculatorWords) -> None:
        self.view = view
        self.words = words
        self.definition: Data = calculators.definition(calculator_id)

    @cached_property
    def questions(self) -> list[Data]:
        """The form's questions."""
        return questions(self.definition, self.words, self.view.language)

    @cached_property
    def table(self) -> Data:
        """The scoring table."""
        return scoring_table(self.definition, self.questions)

    def result_table(self, result: Data) -> Data:
        """Return the table of points of one named result of a formula."""
        return result_table(result, self.questions, self.definition["results"], self.words, self.view.language)

    def outcome_range(self, result: Data, outcome: Data) -> str:
        """Write the values that an outcome of a named result stands for."""
        return outcome_range(result, outcome, self.view.language)

    def has_meanings(self, result: Data) -> bool:
        """Whether any outcome of a named result is explained."""
        ids = [f"{result['id']}.{outcome['id']}" for outcome in result["outcomes"]]
        return any(self.words.outcomes[outcome_id].meaning for outcome_id in ids)

    def same_points(self, result: Data) -> Data | None:
        """Return the first result before this one that counts the same points: only what they lead to differs."""
        earlier = itertools.takewhile(lambda other: other is not result, self.definition["results"])
        return next((other for other in earlier if other.get("points") == result["points"]), None)

    def only_repeats(self, result: Data) -> bool:
        """Whether a table's worst points decide and its outcomes say no more than they do: 2 is grade 2."""
        if result["kind"] != "table" or result["additive"] or self.has_meanings(result):
            return False
        return all(
            self.view.plain(self.words.outcomes[f"{result['id']}.{outcome['id']}"].name).endswith(
                f" {self.outcome_range(result, outcome)}"
            )
            for outcome in result["outcomes"]
        )

    @property
    def form_words(self) -> Data:
        """What the form's scripts speak with."""
        site = self.view.content.site
        stamp = self.view.message(
            "form.stamp",
            title=self.view.plain(site.title),
            edition=site.edition,
            date=self.view.date(self.words.content_date),
        )
        return form_words(
            self.definition,
            self.questions,
            self.words,
            self.view.content.messages,
            self.view.language,
            self.products,
            stamp,
        )

    @property
    def products(self) -> dict[str, str]:
        """Name the products that the calculator speaks of; none for a graded score."""
        known = self.view.content.products
        ids: list[str] = self.definition.get("products", [])
        return {product: f"{(said := known[product.replace('_', '-')]).short} ({said.brand})" for product in ids}

    @property
    def short_sources(self) -> str:
        """Name the sources of the definition in one line, each with its DOI where it has one."""
        references = [self.view.content.references[citation.ref] for citation in self.words.citations]
        named = [short_reference(x) + (f", doi:{x.doi}" if x.doi else "") for x in references]
        return "; ".join(dict.fromkeys(named))

    def unit(self, unit_id: str) -> str:
        """Write a unit: its symbol, or its word in the page's language where it is not a symbol."""
        return self.view.unit(unit_id)

    @cached_property
    def _labels(self) -> dict[str, dict[str, str]]:
        return {item_id: item["levels"] for item_id, item in self.form_words["items"].items()}

    def case_answers(self, case: Case) -> list[Data]:
        """List a worked example's answers as ``{"name", "answer"}``."""
        return case_answers(self.view, self.words, self._labels, case)

    def case_result(self, case: Case) -> list[str]:
        """Write a worked example's result, line by line."""
        return case_result(self.view, self.words, self.products, self.definition["id"], case)

"""What a calculator's page must show when it cannot compute: all there is to read, why it cannot, and no result."""

from browsers import Page

from build_scripts.content import Content

NOTE = "[data-engine-note]"

UNREADABLE = """() => ["main h1", "fieldset legend", "#table ~ .table-wrap td:last-child", "#sources ~ * a[href]"]
  .filter(selector => !document.querySelector(selector)?.checkVisibility({visibilityProperty: true}))"""

RESULT = """() => {
  const output = document.querySelector("output[data-result]");
  const copy = document.querySelector("[data-copy]");
  return {outcomes: output.dataset.outcomes, text: output.textContent.trim(), copy: copy.checkVisibility()};
}"""


def failure(page: Page, content: Content, language: str) -> str:
    """The engine's reason, once the page says it with what to do about it."""
    page.wait_until("() => document.documentElement.dataset.engine === 'failed'")
    reason = str(page.evaluate("() => window.vademecum.engine?.reason ?? 'no_engine'"))
    words = {
        kind: content.messages[f"engine.{kind}.{reason}"][language]  # type: ignore[index]
        for kind in ("reason", "remedy")
    }
    assert page.text(NOTE) == content.messages["engine.failed"][language].format(**words)  # type: ignore[index]
    assert page.visible(NOTE)
    return reason


def without_a_result(page: Page) -> None:
    """Everything stands to be read; an answer is taken and nothing is said about it."""
    assert page.evaluate(UNREADABLE) == []
    page.click('label:has(> input[name="fever"][value="present"])')
    page.click('label:has(> input[name="hypoxia"][value="high_flow"])')
    assert page.evaluate(RESULT) == {"outcomes": "", "text": "", "copy": False}

"""Whatever a visitor types, a real browser finds nothing in it to run, and nothing for the policy to keep back."""

from urllib.parse import quote, urlencode

import pytest

from finder.web.guarding.security import LONGEST_ANSWER, MOST_FIELDS
from tests.security.hostile_texts import TEXTS

ACTIVE = """() => [...document.querySelectorAll("*")].filter(one =>
    ["SCRIPT", "IFRAME", "OBJECT", "EMBED", "BASE", "STYLE", "MATH", "APPLET", "TEMPLATE"].includes(one.tagName)
    || [...one.attributes].some(each => /^on|^style$|^srcdoc$|^formaction$/i.test(each.name))
    || ["href", "src", "action"].some(name => /^\\s*(javascript|data|vbscript):/i.test(one.getAttribute(name) ?? ""))
    || (one.tagName === "META" && one.httpEquiv)
).map(one => one.outerHTML.slice(0, 120))"""
SEND = """fields => {
    const form = Object.assign(document.createElement("form"), {method: "post"})
    for (const [name, value] of fields) form.append(Object.assign(document.createElement("input"), {name, value}))
    document.body.append(form)
    form.submit()
}"""
SHORT = [text for text in TEXTS if len(text) <= LONGEST_ANSWER]


@pytest.fixture
def watched(browse):
    """A window that notes each dialog, and each complaint of the browser about the policy."""

    def watch(**choices):
        window = browse("/en/", java_script_enabled=True, **choices)
        window.noticed = []
        window.on("dialog", lambda dialog: (window.noticed.append(dialog.message), dialog.dismiss()))
        window.on("pageerror", lambda error: window.noticed.append(str(error)))
        window.on("console", lambda said: "Content Security Policy" in said.text and window.noticed.append(said.text))
        return window

    return watch


SEARCHES = ["/en/search?" + urlencode({"q": text, "age": text, "country": text, "status": text}) for text in TEXTS]
PATHS = ["/en/trials/" + quote(text, safe="") for text in TEXTS]


@pytest.mark.parametrize(
    ("is_under_policy", "addresses"), [(True, SEARCHES), (False, SEARCHES + PATHS)], ids=["complaints", "dialogs"]
)
def test_no_words_in_an_address_become_active(watched, is_under_policy, addresses):
    """Under the policy the browser would complain of a script; without the policy it would run it."""
    window = watched(bypass_csp=not is_under_policy)
    for address in addresses:
        window.goto(address, wait_until="domcontentloaded")
        assert window.evaluate(ACTIVE) == [], address
    assert window.noticed == []


def forms(question):
    """Yield what to answer: as many texts as a page repeats, or as many as it takes where it repeats none."""
    names = ("years", "months", "unsure") if question == "age" else ("answer",) * MOST_FIELDS
    for start in range(0, len(SHORT), len(names)):
        yield list(zip(names, SHORT[start:], strict=False))


@pytest.mark.parametrize("question", ["age", "diagnosis", "treatment", "stage"])
def test_no_answer_becomes_active(watched, question):
    window = watched(bypass_csp=True)
    window.goto(f"/en/questions/{question}")
    for fields in forms(question):
        with window.expect_navigation(wait_until="domcontentloaded") as going:
            window.evaluate(SEND, fields)
        assert going.value.status == 422
        assert window.evaluate(ACTIVE) == [], fields
    assert window.noticed == []


def test_this_browser_would_notice(watched):
    window = watched()
    window.set_content("<script>alert(1)</script><img src=x onerror=alert(2)>")
    window.wait_for_event("console", timeout=1_000) if not window.noticed else None
    assert len(window.evaluate(ACTIVE)) == 2

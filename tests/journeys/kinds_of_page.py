"""Every kind of page a visitor can meet, as the accessibility checks go through them."""

from tests.bench.pages import VISITORS

PUBLIC = (
    "",
    "search?q=leukaemia",
    "search?age=old",
    "search?q=zzzz",
    "trials/",
    "trials/interfant-21",
    "trials/aall1731",
    "trials/far-rms",
    "diagnoses/b-all",
    "glossary",
    "pages/about-trials",
    "pages/support",
    "questions/",
    "questions/age",
    "questions/diagnosis",
    "questions/treatment",
    "nowhere",
)
WITH_ANSWERS = ("questions/check", "questions/results", "questions/results/aside", "questions/sheet")
KINDS_OF_PAGE = (*PUBLIC, *WITH_ANSWERS)

WIDTHS = (320, 390, 1280)
WIDE = {"width": 1280, "height": 900}


def answer_questions(window, visitor="with a baby just diagnosed"):
    """Answer as one of the visitors. The window keeps the cookie, as a parent's would."""
    for name, fields in VISITORS[visitor].items():
        answered = window.request.post(f"/en/questions/{name}", form=fields, max_redirects=0)
        assert answered.status == 303

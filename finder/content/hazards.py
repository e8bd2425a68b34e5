"""Reads `hazards.yaml`: what could harm a family and what prevents it, as a page for whoever reviews the site."""

from dataclasses import dataclass
from html import escape

from finder.content.catalogue import StandingPage
from finder.content.fields import Form
from finder.content.files import ContentFolder
from finder.content.report import Report
from finder.content.yaml_lines import read_fields

FILE = "hazards.yaml"
NAME = "hazards"
ACCEPTABLE = 2
"""The highest risk that may remain."""
_TEXTS = ("hazard", "harm", "cause", "control", "remains")
# By likelihood from very low to very high; in each, by severity from minor to catastrophic.
_RISKS = ((1, 1, 2, 2, 3), (1, 2, 2, 3, 4), (2, 2, 3, 3, 4), (2, 3, 3, 4, 5), (3, 4, 4, 5, 5))
_SEVERITIES = ("minor", "significant", "considerable", "major", "catastrophic")
_LIKELIHOODS = ("very low", "low", "medium", "high", "very high")
_NOT_REVIEWED = "Nobody with clinical training has reviewed this yet. Until then, it is only the builders’ view."


@dataclass(frozen=True)
class Risk:
    """How bad it would be, and how likely it is, each from 1 to 5."""

    severity: int
    likelihood: int

    @property
    def level(self) -> int:
        """What the two come to, from 1 to 5: 1 and 2 are acceptable.

        >>> Risk(severity=3, likelihood=5).level, Risk(severity=5, likelihood=1).level
        (4, 3)
        """
        return _RISKS[self.likelihood - 1][self.severity - 1]

    def in_words(self) -> str:
        """Return the risk as the page shows it.

        >>> Risk(severity=3, likelihood=1).in_words()
        '2 of 5 (considerable, likelihood very low)'
        """
        return f"{self.level} of 5 ({_SEVERITIES[self.severity - 1]}, likelihood {_LIKELIHOODS[self.likelihood - 1]})"


@dataclass(frozen=True, kw_only=True)
class Hazard:
    """One thing that could harm a family."""

    id: str
    texts: dict[str, str]
    tests: tuple[str, ...]
    before: Risk
    after: Risk


def read_hazards_page(content: ContentFolder) -> tuple[StandingPage, ...]:
    """Return the page of hazards, or none where there is no such file or something in it must be put right."""
    if not content.has(FILE):
        return ()
    file = content.open(FILE)
    if file.text is None:
        return ()
    reviewed, hazards = read_hazards(file.text, file.report)
    return () if file.report.has_errors else (_page(reviewed, hazards),)


def read_hazards(text: str, report: Report) -> tuple[str, tuple[Hazard, ...]]:
    """Read who reviewed the hazards, and when, and the hazards themselves."""
    fields = read_fields(text, report)
    if fields is None:
        return "", ()
    with Form(fields, report) as form:
        with form.part("reviewed", example="{by: a name, on: 2026-11-20}") as part:
            by, on = part.text("by", example="a name and a profession"), part.day("on")
        with form.part("hazards", required=True, example="{}") as part:
            hazards = tuple(_read_hazard(part, id, report) for id in part.names)
    return (f"Reviewed by {by} on {on.isoformat()}." if by and on else ""), hazards


def _read_hazard(form: Form, id: str, report: Report) -> Hazard:
    with form.part(id, required=True, example="{}") as part:
        hazard = Hazard(
            id=id,
            texts={name: part.text(name, required=True, example="One or two sentences.") for name in _TEXTS},
            tests=part.texts("tests", example="[tests/core/test_statuses.py::test_an_open_status_goes_stale]"),
            before=_read_risk(part, "before"),
            after=_read_risk(part, "after"),
        )
    if not hazard.tests:
        form.problem(id, f"“{id}” names no test.", "Name the tests that hold its control to its word.")
    if hazard.after.level > ACCEPTABLE:
        message = f"What remains of “{id}” is a risk of {hazard.after.level}, and {ACCEPTABLE} is the most that may."
        form.problem(id, message, "Add a control that brings it down, or do not publish.")
    return hazard


def _read_risk(form: Form, name: str) -> Risk:
    with form.part(name, required=True, example="{severity: 3, likelihood: 2}") as part:
        numbers = [part.whole_number(each, example="3", high=5) or 1 for each in ("severity", "likelihood")]
    return Risk(*(min(number, 5) for number in numbers))


def _page(reviewed: str, hazards: tuple[Hazard, ...]) -> StandingPage:
    lead = "What could harm a family that uses this site, what prevents it, and what remains. For clinical reviewers."
    parts = [f"<p>{escape(lead)}</p>", f"<p><strong>{escape(reviewed or _NOT_REVIEWED)}</strong></p>"]
    return StandingPage(
        name=NAME, language="en", title="Hazards", lead_text=lead, html="".join([*parts, *map(_as_html, hazards)])
    )


def _as_html(hazard: Hazard) -> str:
    rows = {
        "Harm": hazard.texts["harm"],
        "Cause": hazard.texts["cause"],
        "Risk without a control": hazard.before.in_words(),
        "Control": hazard.texts["control"],
        "Risk that remains": hazard.after.in_words(),
        "What remains": hazard.texts["remains"],
    }
    items = "".join(f"<li><strong>{name}:</strong> {escape(text)}</li>" for name, text in rows.items())
    tests = "".join(f"<li>{escape(_in_words(test))}</li>" for test in hazard.tests)
    return f"<h2>{escape(hazard.texts['hazard'])}</h2><ul>{items}<li><strong>Tests:</strong><ul>{tests}</ul></li></ul>"


def _in_words(test: str) -> str:
    """Return a test's name as the sentence that it is.

    >>> _in_words("tests/core/test_ages.py::test_a_lower_limit_keeps_its_unit")
    'A lower limit keeps its unit'
    """
    return test.rpartition("::test_")[2].replace("_", " ").capitalize()

"""Reads `site.yaml` and `sections.yaml`: who runs the site, and what the parts of a trial page are called."""

from dataclasses import dataclass
from importlib.util import find_spec

from finder.content.catalogue import EngineName, PhoneLine, Site
from finder.content.countries import check_country
from finder.content.fields import Form
from finder.content.report import Report, quoted
from finder.content.values import LANGUAGE, is_web_address
from finder.content.yaml_lines import read_fields

CRITERIA = ("who-may", "who-may-not")
OPTIONAL = ("results", "uncertain")
PROFESSIONAL = "professional"
SECTION_IDS = (
    *("tested", *CRITERIA, "happens", "visits", "downsides", "family"),
    *(*OPTIONAL, "join", PROFESSIONAL),
)

_EMAIL = r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+"


@dataclass(frozen=True)
class SectionKind:
    """One of the parts that every trial page has, and its heading in each language."""

    id: str
    headings: dict[str, str]


def read_site(text: str, report: Report) -> Site | None:
    """Read `site.yaml`, or return None where nothing of it can be read.

    Where the report has errors, the site only serves to look for more of them.
    """
    fields = read_fields(text, report)
    if fields is None:
        return None
    with Form(fields, report) as form:
        languages = _read_languages(form)
        return Site(
            name=form.text("name", required=True, example="Trial Finder"),
            charity=form.text("charity", required=True, example="The charity’s name"),
            address=_read_address(form),
            email=form.text("email", required=True, example="trials@example.org", like=_EMAIL),
            phone=_read_phone(form),
            urgent=form.words("urgent", languages, required=True, example="Call 999 if your child is very ill."),
            languages=languages,
            countries=_read_countries(form),
            fresh_days=form.whole_number("fresh_days", example="90", high=365) or 90,
            review_months=form.whole_number("review_months", example="12", high=60) or 12,
            engine=_read_engine(form),
        )


def _read_engine(form: Form) -> EngineName:
    engine = form.choice("engine", EngineName, otherwise=EngineName.WHOOSH)
    if find_spec(engine) is None:
        hint = f"Install it with: pip install 'trial-finder[large]', or write: engine: {EngineName.WHOOSH}"
        form.problem("engine", f"The search engine {quoted(engine)} is not installed.", hint)
    return engine


def _read_languages(form: Form) -> dict[str, str]:
    with form.part("languages", required=True, example="{en: English}") as part:
        languages = {code: part.text(code, example="English") for code in part.names}
        for code in languages:
            if not LANGUAGE.fullmatch(code):
                part.problem(code, f"{quoted(code)} is not the code of a language.", "Write for example: en: English")
    return {code: name for code, name in languages.items() if LANGUAGE.fullmatch(code)} or {"en": "English"}


def _read_address(form: Form) -> str:
    address = form.text("address", required=True, example="https://trials.example.org")
    if address and (not is_web_address(address) or address.endswith("/")):
        hint = "Write it with https:// and without a slash at the end, for example: https://trials.example.org"
        form.problem("address", f"{quoted(address)} is not the address of a site.", hint)
    return address


def _read_phone(form: Form) -> PhoneLine:
    with form.part("phone", required=True, example="{name: Family line, number: 0800 000 0000}") as part:
        return PhoneLine(
            name=part.text("name", required=True, example="Family line"),
            number=part.text("number", required=True, example="0800 000 0000", like=r"\+?[0-9 ()\-]{3,30}"),
            hours=part.text("hours", example="Monday to Friday, 9 to 5"),
            note=part.text("note", example="Free from any phone"),
        )


def _read_countries(form: Form) -> tuple[str, ...]:
    values = form.values("countries", example="GB, IE")
    for value in values:
        check_country(form, "countries", value.text, value.line)
    return tuple(value.text for value in values)


def read_sections(text: str, report: Report, languages: tuple[str, ...]) -> tuple[SectionKind, ...] | None:
    """Read `sections.yaml`, in the order of the page, or return None where something must be put right."""
    fields = read_fields(text, report)
    if fields is None:
        return None
    with Form(fields, report) as form:
        written = [name for name in form.names if name in SECTION_IDS]
        missing = [name for name in SECTION_IDS if name not in written]
        kinds = [
            SectionKind(id, form.words(id, languages, required=True, example="The heading of this section"))
            for id in [*written, *missing]
        ]
    return None if report.has_errors else tuple(kinds)

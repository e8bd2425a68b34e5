"""Reads `facts.yaml`: a trial as it is true in every language."""

from datetime import date

from finder.content.countries import check_country
from finder.content.fields import Form
from finder.content.limits import Words, read_groups
from finder.content.report import Report, quoted
from finder.content.values import first_day_of, is_web_address
from finder.content.yaml_lines import read_fields
from finder.core.statuses import Recruitment, Status
from finder.core.trials import Conflict, Hospital, Phase, Related, Results, Review, Source, Trial

_IDENTIFIERS = {
    "nct": (r"NCT[0-9]{8}", "NCT05327894"),
    "eudract": (r"[0-9]{4}-[0-9]{6}-[0-9]{2}", "2021-000213-16"),
    "ctis": (r"20[0-9]{2}-5[0-9]{5}-[0-9]{2}-[0-9]{2}", "2023-506229-12-00"),
    "isrctn": (r"ISRCTN[0-9]{8}", "ISRCTN36453794"),
    "protocol": ("", "ABC 123"),
}


def read_facts(text: str, report: Report, *, slug: str, words: Words, today: date) -> Trial | None:
    """Read a trial, or return None where nothing of the file can be read.

    Where the report has errors, the trial only serves to look for more of them.
    """
    fields = read_fields(text, report)
    if fields is None:
        return None
    with Form(fields, report) as form:
        return Trial(
            slug=slug,
            acronym=form.text("acronym", required=True, example="Interfant-21"),
            scientific_title=form.text("scientific_title", required=True, example="A Study of ..."),
            identifiers=_read_identifiers(form),
            sponsor=form.text("sponsor", required=True, example="Princess Máxima Center"),
            phase=form.choice("phase", Phase),
            recruitment=_read_recruitment(form, today),
            groups=read_groups(form, words),
            review=_read_review(form, today),
            supporters=form.texts("supporters", example="Name of a company"),
            participants=form.whole_number("participants", example="160"),
            treatments=words.treatments.read(form, "treatments", example="blinatumomab"),
            results=form.choice("results", Results, otherwise=Results.NONE),
            hospitals=(hospitals := _read_hospitals(form)),
            hospitals_complete=form.yes_or_no("hospitals_complete", otherwise=False),
            countries=_read_countries(form, hospitals),
            related=_read_related(form),
            conflicts=_read_conflicts(form, today),
            sources=_read_sources(form, today),
        )


def _read_identifiers(form: Form) -> dict[str, str]:
    with form.part("identifiers", required=True, example="{nct: NCT05327894}") as part:
        written = {
            register: part.text(register, example=example, like=pattern)
            for register, (pattern, example) in _IDENTIFIERS.items()
        }
    identifiers = {register: number for register, number in written.items() if number}
    if part.is_written and not part.names:
        form.problem("identifiers", "This trial has no number.", "Write one, for example: nct: NCT05327894")
    return identifiers


def _read_recruitment(form: Form, today: date) -> Recruitment:
    with form.part("recruitment", required=True, example="{status: recruiting, checked: 2026-01-08}") as part:
        recruitment = Recruitment(
            status=part.choice("status", Status),
            source=part.text("source", required=True, example="ClinicalTrials.gov"),
            checked=part.day("checked", not_after=today),
            starts=part.rough_day("starts") or None,
            ends=part.rough_day("ends") or None,
        )
        start, end = first_day_of(recruitment.starts or ""), first_day_of(recruitment.ends or "")
        if start and end and start > end:
            part.problem(
                "ends",
                f"The trial ends ({recruitment.ends}) before it starts ({recruitment.starts}).",
                "Check the dates.",
            )
    return recruitment


def _read_review(form: Form, today: date) -> Review:
    with form.part("review", required=True, example="{last: 2026-01-08, next: 2027-01-08}") as part:
        last = part.day("last", required=True, not_after=today)
        following = part.day("next", required=True)
        if last and following and following <= last:
            part.problem(
                "next", f"The next review ({following}) is not after the last one ({last}).", "Check the dates."
            )
    return Review(last=last or date.min, next=following or date.max)


def _read_hospitals(form: Form) -> tuple[Hospital, ...]:
    hospitals = []
    for part in form.parts("hospitals", example="{name: Monash Children’s Hospital, city: Melbourne, country: AU}"):
        with part:
            hospital = Hospital(
                name=part.text("name", required=True, example="Monash Children’s Hospital"),
                city=part.text("city", required=True, example="Melbourne"),
                country=part.text("country", required=True, example="AU"),
                status=_read_own_status(part),
            )
            check_country(part, "country", hospital.country)
            if hospital in hospitals:
                part.problem("name", f"{quoted(hospital.name)} is listed twice.", "Keep one of them.")
            hospitals.append(hospital)
    return tuple(hospitals)


def _read_own_status(form: Form) -> Status | None:
    status = form.choice("status", Status, otherwise=Status.UNKNOWN)
    return status if form.has("status") else None


def _read_countries(form: Form, hospitals: tuple[Hospital, ...]) -> tuple[str, ...]:
    """Read the countries, and add those of the hospitals, so that nobody has to write them twice."""
    values = form.values("countries", example="AU, BE")
    for value in values:
        check_country(form, "countries", value.text, value.line)
    written = [value.text for value in values]
    return tuple(dict.fromkeys([*written, *(hospital.country for hospital in hospitals)]))


def _read_related(form: Form) -> Related:
    with form.part("related", example="{before: [interfant-06]}") as part:
        return Related(
            before=part.texts("before", example="interfant-06"),
            after=part.texts("after", example="interfant-06"),
            similar=part.texts("similar", example="interfant-06"),
        )


def _read_conflicts(form: Form, today: date) -> tuple[Conflict, ...]:
    conflicts = []
    for part in form.parts("conflicts", example="{says: completed, source: ISRCTN, on: 2024-04-09}"):
        with part:
            says = part.choice("says", Status)
            source = part.text("source", required=True, example="ISRCTN")
            conflicts.append(Conflict(says=says, source=source, on=part.rough_day("on", not_after=today)))
    return tuple(conflicts)


def _read_sources(form: Form, today: date) -> tuple[Source, ...]:
    sources = []
    for part in form.parts("sources", example="{name: ClinicalTrials.gov record, seen: 2026-01-08}"):
        with part:
            name = part.text("name", required=True, example="ClinicalTrials.gov record")
            url = part.text("url", example="https://clinicaltrials.gov/study/NCT05327894")
            if url and not is_web_address(url):
                part.problem("url", f"{quoted(url)} is not a web address.", "Copy the whole of it, with https://")
            sources.append(Source(name=name, url=url, seen=part.rough_day("seen", not_after=today)))
    return tuple(sources)

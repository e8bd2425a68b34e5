"""Reads the groups of `facts.yaml`: the limits that a trial sets, as far as families can be asked about them."""

from collections.abc import Collection
from dataclasses import dataclass

from finder.content.fields import Form
from finder.content.known_terms import KnownTerms
from finder.content.report import quoted
from finder.core.ages import Age, AgeAt, AgeLimit, AgeRule, Bound, Unit, read_age
from finder.core.trials import Group, PriorTreatment, Stage

OLDEST_YEARS = 120
OLDEST = Age.of(OLDEST_YEARS + 1, Unit.YEARS)


@dataclass(frozen=True)
class Words:
    """What the facts of a trial may name: languages, and the ids of the three vocabularies."""

    languages: tuple[str, ...]
    diagnoses: KnownTerms
    treatments: KnownTerms
    markers: KnownTerms


def read_groups(form: Form, words: Words) -> tuple[Group, ...]:
    """Read the sets of limits, each of which has a name where there are several."""
    parts = form.parts("groups", required=True, example="{diagnoses: [b-all]}")
    groups = tuple(_read_group(part, words, is_named=len(parts) > 1) for part in parts)
    names = [group.name for group in groups if group.name]
    for number, name in enumerate(names):
        if name in names[:number]:
            form.problem("groups", f"Two groups are named {quoted(next(iter(name.values())))}.", "Tell them apart.")
    return groups


def _read_group(form: Form, words: Words, *, is_named: bool) -> Group:
    with form:
        if is_named and not form.has("name"):
            hint = "Say what tells it from the others: name: {en: Children with Down syndrome}"
            form.problem("name", "This group has no name, and there is more than one.", hint)
        return Group(
            name=form.words("name", words.languages, example="Children with Down syndrome"),
            age=_read_age_rule(form),
            diagnoses=words.diagnoses.read(form, "diagnoses", example="b-all"),
            disease_stage=form.choices("disease_stage", Stage),
            prior_treatment=_read_prior_treatment(form, words.treatments),
            ask_doctor=words.markers.read(form, "ask_doctor", example="kmt2a-rearranged"),
        )


def _read_age_rule(form: Form) -> AgeRule:
    with form.part("age", example="{at_least: 6 months, under: 18 years, at: diagnosis}") as part:
        rule = AgeRule(
            lower=_read_limit(part, Bound.AT_LEAST, Bound.OVER),
            upper=_read_limit(part, Bound.AT_MOST, Bound.UNDER),
            at=part.choice("at", AgeAt, otherwise=AgeAt.ENROLMENT),
        )
    if part.is_written and set(part.names) <= {"at"}:
        form.problem("age", "This age has no limit.", "Write one, such as under: 18 years, or remove the line.")
    _check_order(form, rule)
    return rule


def _read_limit(form: Form, including: Bound, excluding: Bound) -> AgeLimit | None:
    if form.has(including) and form.has(excluding):
        form.problem(excluding, f"Both {including} and {excluding} are written.", "Keep one of them.")
    limits = [_read_bound(form, including), _read_bound(form, excluding)]
    return next((limit for limit in limits if limit), None)


def _read_bound(form: Form, bound: Bound) -> AgeLimit | None:
    written = form.text(bound, example="18 years")
    if not written:
        return None
    age = read_age(written)
    if age is None:
        hint = f"Write a whole number with its unit (days, weeks, months or years), for example: {bound}: 18 years"
        form.problem(bound, f"{quoted(written)} is not an age.", hint)
        return None
    limit = AgeLimit(bound, *age)
    if limit.edge().is_surely_at_least(OLDEST):
        form.problem(bound, f"{quoted(written)} is older than {OLDEST_YEARS} years.", "Check the number and the unit.")
    return limit


def _check_order(form: Form, rule: AgeRule) -> None:
    if rule.lower and rule.upper and rule.lower.edge().is_surely_at_least(rule.upper.edge()):
        low, high = (f"{limit.bound}: {limit.number} {limit.unit}" for limit in (rule.lower, rule.upper))
        form.problem("age", f"No age is both {quoted(low)} and {quoted(high)}.", "Check which is the lower limit.")


def _read_prior_treatment(form: Form, treatments: KnownTerms) -> PriorTreatment:
    with form.part("prior_treatment", example="{none_of: [car-t]}") as part:
        prior = PriorTreatment(
            none_of=treatments.read(part, "none_of", example="car-t"),
            any_of=treatments.read(part, "any_of", example="chemotherapy"),
            ask=treatments.read(part, "ask", example="steroids"),
        )
        _check_once(part, {"none_of": prior.none_of, "any_of": prior.any_of, "ask": prior.ask})
    return prior


def _check_once(form: Form, lists: dict[str, Collection[str]]) -> None:
    first: dict[str, str] = {}
    for name, ids in lists.items():
        for id in ids:
            if first.setdefault(id, name) != name:
                form.problem(name, f"{quoted(id)} stands under {first[id]} and {name}.", "Keep it under one of them.")

"""A register's record that nobody has put into plain words yet: marked as such, in the register's own words."""

import re
from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from finder.core.registry import RegistryTrial, Sex
from finder.web.current import place, show_status, snapshot
from finder.web.places import Place
from finder.web.trials import presenters
from finder.wording.ages import limits_in_words
from finder.wording.dates import country_name
from finder.wording.messages import gettext

bp = Blueprint("registry", __name__)

LANGUAGE = "en"
"""Of the register's words."""
LONGEST_LEAD = 260
"""Characters of a summary that a list shows."""

_ITEM = re.compile(r"\s*(?:[*•·‣-]|\(?\d{1,2}[.)])\s+(?=\S)")
_ESCAPE = re.compile(r"\\([^\w\s])")


@dataclass(frozen=True)
class Block:
    """Lines of a register's text that belong together: the items of a list, or one paragraph."""

    is_list: bool
    lines: tuple[str, ...]


@bp.get("/<place:place>/registry/<slug>")
def show(place: Place, slug: str) -> ResponseReturnValue:
    """Show a record; lead to the charity's own page where there is one by now."""
    own = next((entry.trial for entry in snapshot().trials() if slug.upper() in entry.trial.identifiers.values()), None)
    if own:
        return redirect(url_for("trials.show", slug=own.slug), 301)
    trial = snapshot().registry.trial(slug)
    if trial is None:
        abort(404)
    return render_template(
        "registry_trial.html",
        trial=trial,
        card=registry_card(trial),
        sex=sex_in_words(trial.sex),
        texts={
            gettext("Summary"): blocks(trial.summary),
            gettext("More about it"): blocks(trial.description),
            gettext("Who can take part, in the register’s words"): blocks(trial.criteria),
        },
        countries=sorted(country_name(code) for code in trial.countries),
        register_url=presenters.REGISTERS["nct"][1].format(trial.number),
    )


def registry_card(trial: RegistryTrial) -> presenters.TrialCard:
    """Return a record as a list shows it."""
    return presenters.TrialCard(
        slug=trial.slug,
        url=url_for("registry.show", place=place(), slug=trial.slug),
        title=trial.title,
        language=LANGUAGE,
        lead=beginning(trial.summary),
        acronym=trial.acronym or trial.number,
        status=presenters.shown_status_view(show_status(trial.recruitment), trial.recruitment.source),
        ages=(ages_in_words(trial),) if trial.youngest or trial.oldest else (),
        diagnoses=", ".join(trial.conditions),
        phase=presenters.phase_in_words(trial.phase) if trial.phase else "",
        identifier=trial.number,
    )


def beginning(text: str) -> str:
    """Return how a text begins, up to the end of a word.

    >>> beginning("A short text.")
    'A short text.'
    """
    line = " ".join(_ESCAPE.sub(r"\1", text).split())
    return line if len(line) <= LONGEST_LEAD else line[:LONGEST_LEAD].rsplit(" ", 1)[0] + " …"


def ages_in_words(trial: RegistryTrial) -> str:
    """Return the ages that a record takes; as the register writes them where we could not read them."""
    is_read = bool(trial.age.lower) == bool(trial.youngest) and bool(trial.age.upper) == bool(trial.oldest)
    return limits_in_words(trial.age) if is_read else " – ".join(one for one in (trial.youngest, trial.oldest) if one)


def sex_in_words(sex: Sex | None) -> str:
    """Return whom a trial takes; empty where it takes everybody or the register does not say."""
    match sex:
        case Sex.FEMALE:
            return gettext("Girls and women only")
        case Sex.MALE:
            return gettext("Boys and men only")
        case _:
            return ""


def blocks(text: str) -> list[Block]:
    """Take a register's text apart into paragraphs and lists, each line as it is written.

    >>> [(block.is_list, block.lines) for block in blocks("Include:\\n\\n* Age \\\\>= 1\\n* ALL")]
    [(False, ('Include:',)), (True, ('Age >= 1', 'ALL'))]
    """
    found: list[Block] = []
    for line in filter(str.strip, _ESCAPE.sub(r"\1", text).splitlines()):
        item = _ITEM.match(line)
        if item and found and found[-1].is_list:
            found[-1] = Block(True, (*found[-1].lines, line[item.end() :]))
        else:
            found.append(Block(bool(item), (line[item.end() :] if item else line.strip(),)))
    return found

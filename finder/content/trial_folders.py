"""Reads one trial's folder: its facts, and its words in each language."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from finder.content.catalogue import TrialEntry, TrialWords
from finder.content.facts import read_facts
from finder.content.files import ContentFile, ContentFolder
from finder.content.links import Addresses, complaint_about
from finder.content.prose import Setting, read_words
from finder.content.report import quoted, suggestion
from finder.content.shared import Shared
from finder.content.values import ID, LANGUAGE
from finder.content.writing.check import check_trial_words
from finder.core.trials import Trial

FACTS = "facts.yaml"
LONGEST_SLUG = 80

_LINK = re.compile(r'<a href="([^"]*)"')


@dataclass(frozen=True)
class TrialFolder:
    """The files of one trial, opened."""

    slug: str
    facts: ContentFile
    words: dict[str, ContentFile]
    digest: str

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing in the folder must be put right."""
        return not any(file.report.has_errors for file in self.files)

    @property
    def files(self) -> list[ContentFile]:
        """The facts, and the words in each language."""
        return [self.facts, *self.words.values()]


def open_trial_folder(content: ContentFolder, slug: str, shared: Shared) -> TrialFolder | None:
    """Open the files of a trial, and report those that are missing or do not belong. None where it is no folder."""
    if not (content.folder / "trials" / slug).is_dir():
        hint = "Each trial is a folder of its own. Put the file into one, or remove it."
        content.report(f"trials/{slug}").error("This is a file among the folders of trials.", hint)
        return None
    if not ID.fullmatch(slug) or len(slug) > LONGEST_SLUG:
        hint = f"Use small letters, figures and hyphens, at most {LONGEST_SLUG}, for example: interfant-21"
        content.report(f"trials/{slug}").error(f"{quoted(slug)} cannot be part of an address.", hint)
    names = content.names_in(f"trials/{slug}")
    languages = shared.words.languages
    _report_strays(content, slug, names, [FACTS, *(f"{language}.md" for language in languages)])
    facts = content.open(f"trials/{slug}/{FACTS}")
    words = {
        language: content.open(f"trials/{slug}/{language}.md")
        for language in languages
        if f"{language}.md" in names or language == languages[0]
    }
    return TrialFolder(slug, facts, words, _digest(slug, shared, [facts, *words.values()]))


def _report_strays(content: ContentFolder, slug: str, names: list[str], expected: list[str]) -> None:
    for name in names:
        if name not in expected:
            hint = _what_to_do_with(name, expected)
            content.report(f"trials/{slug}/{name}").error(f"{quoted(name)} is not a file of a trial.", hint)


def _what_to_do_with(name: str, expected: list[str]) -> str:
    otherwise = f"The files of a trial are: {', '.join(expected)}. Move this one elsewhere."
    if LANGUAGE.fullmatch(name.removesuffix(".md")):
        return f"If it is another language, write that under languages in site.yaml first. {otherwise}"
    return suggestion(name, expected, otherwise=otherwise)


def _digest(slug: str, shared: Shared, files: list[ContentFile]) -> str:
    digest = hashlib.sha256(f"{shared.digest} {slug}".encode())
    for file in files:
        digest.update(file.report.path.name.encode() + hashlib.sha256(file.data).digest())
    return digest.hexdigest()


def read_trial(folder: TrialFolder, shared: Shared, today: date) -> Trial | None:
    """Read the facts. Where the report on them has errors, the trial only serves to look for more."""
    facts = folder.facts
    if facts.text is None:
        return None
    return read_facts(facts.text, facts.report, slug=folder.slug, words=shared.words, today=today)


def read_all_words(
    folder: TrialFolder, shared: Shared, addresses: Addresses, trial: Trial | None
) -> dict[str, TrialWords]:
    """Read the words in each language they are written in and can be read in, and check how they are written."""
    found = {}
    for language, file in folder.words.items():
        if file.text is None or shared.sections is None:
            continue
        setting = Setting(language, shared.sections, shared.finders[language], addresses)
        words = read_words(file.text, file.report, slug=folder.slug, setting=setting)
        if words is not None:
            found[language] = words
            if shared.is_sound:
                sound = None if folder.facts.report.has_errors else trial
                check_trial_words(file.text, file.report, setting=setting, words=shared.words, trial=sound)
    return found


def links_still_hold(entry: TrialEntry, addresses: Addresses) -> bool:
    """Tell whether every link of a trial that was read before leads somewhere today."""
    on = f"trials/{entry.trial.slug}"
    return not any(
        complaint_about(link.replace("&amp;", "&"), on=on, addresses=addresses)
        for words in entry.words.values()
        for rendered in _all_html(words)
        for link in _LINK.findall(rendered)
    )


def _all_html(words: TrialWords) -> Iterator[str]:
    yield from (words.lead, words.professional)
    for section in words.sections:
        yield section.html
        for criteria in section.criteria:
            yield criteria.intro
            for pair in criteria.pairs:
                yield from (pair.plain, pair.clinical)

"""Reads a whole content folder: everything the site shows, or every problem that its editors need to put right."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from finder.content.catalogue import Catalogue, TrialEntry
from finder.content.checks import TrialChecks, check_numbers
from finder.content.files import ContentFolder
from finder.content.hazards import read_hazards_page
from finder.content.links import Addresses
from finder.content.pages import page_names, read_pages
from finder.content.shared import Shared, read_shared
from finder.content.side_by_side import WhatWasRead, read_folders
from finder.content.trial_folders import TrialFolder, links_still_hold, open_trial_folder
from finder.core.problems import Problem, has_errors
from finder.core.trials import Trial


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What came of reading a content folder."""

    catalogue: Catalogue | None
    """None where an error stops publishing."""
    problems: tuple[Problem, ...]
    """Every problem of every file, in the order of files and lines."""
    files: int
    """How many files were read."""
    reused: int
    """How many trials were taken over as they were known."""


def read_content(
    folder: Path,
    *,
    today: date,
    known: Mapping[str, TrialEntry] | None = None,
    progress: Callable[[str], None] | None = None,
) -> Reading:
    """Read and check a content folder.

    `known` holds trials that an earlier reading found sound, by digest: those whose files and shared files are
    unchanged are taken over. What depends on other trials or on the day is checked for all of them.
    """
    reader = _Reader(ContentFolder(folder), today, known or {})
    reader.read_trials(progress or (lambda _: None))
    return reader.reading()


class _Reader:
    def __init__(self, content: ContentFolder, today: date, known: Mapping[str, TrialEntry]) -> None:
        self._content = content
        self._today = today
        self._known = known
        self._shared = read_shared(content)
        self._slugs = content.names_in("trials")
        hazards = read_hazards_page(content)
        self._addresses = _addresses(content, self._shared, [page.name for page in hazards])
        self._pages = (*read_pages(content, self._shared, self._addresses), *hazards)
        self._entries: list[TrialEntry] = []
        self._reused = 0

    def read_trials(self, progress: Callable[[str], None]) -> None:
        checked: list[tuple[Trial, TrialChecks]] = []
        if not (self._content.folder / "trials").is_dir():
            self._content.report("trials").error("There is no such folder.", "Make it, with a folder for each trial.")
        opened = (open_trial_folder(self._content, slug, self._shared) for slug in self._slugs)
        folders = [(folder, self._as_known(folder)) for folder in opened if folder]
        changed = [folder for folder, entry in folders if not entry]
        read = read_folders(changed, self._shared, self._addresses, self._today)
        for number, (folder, entry) in enumerate(folders, start=1):
            progress(f"Reading trial {number} of {len(folders)}: {folder.slug}")
            trial = self._take(folder, entry, read)
            if trial:
                checks = TrialChecks(self._content, trial, folder.facts.text or "")
                checks.check(slugs=self._slugs, today=self._today)
                checked.append((trial, checks))
        check_numbers(checked)

    def _as_known(self, folder: TrialFolder) -> TrialEntry | None:
        """Return the trial as it was read before, if nothing about it has changed."""
        entry = self._known.get(folder.digest)
        return entry if entry and links_still_hold(entry, self._addresses) else None

    def _take(self, folder: TrialFolder, entry: TrialEntry | None, read: Iterator[WhatWasRead]) -> Trial | None:
        """Take the trial over as it is known, and the next that was read if it is not."""
        if entry:
            self._reused += 1
        else:
            trial, words = next(read)
            if trial is None or not folder.is_sound:
                return trial
            entry = TrialEntry(trial=trial, words=words, digest=folder.digest)
        self._entries.append(entry)
        return entry.trial

    def reading(self) -> Reading:
        problems = [problem for report in self._content.reports for problem in report.problems]
        problems.sort(key=lambda problem: (problem.path.as_posix(), problem.line or 0))
        return Reading(
            catalogue=None if has_errors(problems) else self._catalogue(),
            problems=tuple(problems),
            files=self._content.opened,
            reused=self._reused,
        )

    def _catalogue(self) -> Catalogue | None:
        shared = self._shared
        if shared.site is None:
            return None
        return Catalogue(
            site=shared.site,
            diagnoses=shared.words.diagnoses.terms,
            treatments=shared.words.treatments.terms,
            markers=shared.words.markers.terms,
            synonyms=shared.synonyms,
            trials=tuple(self._entries),
            glossary=shared.glossaries,
            pages=self._pages,
        )


def _addresses(content: ContentFolder, shared: Shared, further_pages: list[str]) -> Addresses:
    diagnoses = shared.words.diagnoses
    return Addresses(
        trials=frozenset(content.names_in("trials")),
        pages=frozenset([*page_names(content), *further_pages]),
        diagnoses=diagnoses.ids if diagnoses.is_read else None,
        glossary=frozenset(entry.id for entries in shared.glossaries.values() for entry in entries),
    )

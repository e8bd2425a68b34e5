from dataclasses import replace
from datetime import date

import pytest

from finder.content.reading import read_content
from finder.core.statuses import Recruitment, Status
from finder.core.trials import Conflict, Results, Review, Source
from finder.search.documents import document
from finder.search.vocabulary import Vocabulary
from finder.snapshot.digests import content_digest, searchable_digest
from tests.content.writing import write_content, write_files
from tests.snapshot.conftest import TODAY

NEW_FACTS = {
    "recruitment": Recruitment(status=Status.SUSPENDED, source="A register", checked=date(2026, 11, 19)),
    "review": Review(last=date(2026, 11, 19), next=date(2027, 11, 19)),
    "results": Results.POSTED,
    "conflicts": (Conflict(says=Status.COMPLETED, source="Another register"),),
    "sources": (Source(name="A paper"),),
}


@pytest.fixture
def content(tmp_path):
    return write_content(tmp_path)


@pytest.fixture
def catalogue(content):
    return read_content(content, today=TODAY).catalogue


@pytest.mark.parametrize(
    "changes",
    [
        {"site.yaml": None},
        {"glossary/en.md": "## A term\n\nWhat it means.\n"},
        {"trials/sunrise/nl.md": ""},
        {"new": ""},
    ],
)
def test_every_change_of_the_content_changes_its_digest(content, changes):
    before = content_digest(content)
    write_files(content, changes)
    assert content_digest(content) != before


def test_a_renamed_file_changes_the_digest(content):
    before = content_digest(content)
    (content / "trials" / "sunrise").rename(content / "trials" / "sunset")
    assert content_digest(content) != before


def test_hidden_files_do_not_count(content):
    before = content_digest(content)
    write_files(content, {".DS_Store": "x", "trials/sunrise/.en.md.swp": "x"})
    assert content_digest(content) == before


@pytest.mark.parametrize("field", NEW_FACTS)
def test_what_search_does_not_read_leaves_the_index_as_it_is(catalogue, field):
    (entry,) = catalogue.trials
    changed = replace(entry, trial=replace(entry.trial, **{field: NEW_FACTS[field]}))
    assert searchable_digest(replace(catalogue, trials=(changed,))) == searchable_digest(catalogue)
    vocabulary = Vocabulary(catalogue, "en")
    assert document(changed, vocabulary) == document(entry, vocabulary)


@pytest.mark.parametrize("field", ["acronym", "scientific_title", "sponsor", "countries", "treatments"])
def test_what_search_reads_makes_the_index_anew(catalogue, field):
    (entry,) = catalogue.trials
    changed = replace(entry, trial=replace(entry.trial, **{field: type(getattr(entry.trial, field))("B")}))
    assert searchable_digest(replace(catalogue, trials=(changed,))) != searchable_digest(catalogue)

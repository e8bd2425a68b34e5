"""A whole content folder: what comes of it, and what is read again after a change."""

from datetime import timedelta

from finder.content.library import read_content
from tests.content.writing import TODAY, facts, words, write_files, write_trial


def read(content, **options):
    return read_content(content, today=options.pop("today", TODAY), **options)


def known(reading):
    return {entry.digest: entry for entry in reading.catalogue.trials}


def test_a_valid_folder_has_no_problem_and_becomes_a_catalogue(content):
    reading = read(content)
    assert reading.problems == ()
    assert [entry.trial.slug for entry in reading.catalogue.trials] == ["sunrise"]
    assert [page.name for page in reading.catalogue.pages] == ["about-trials"]
    assert [entry.id for entry in reading.catalogue.glossary["en"]] == ["blinatumomab", "minimal-residual-disease"]
    assert reading.catalogue.synonyms == (("KMT2A", "MLL"),)
    assert reading.files == 10

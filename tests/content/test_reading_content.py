"""A whole content folder: what comes of it, what does not belong in it, and what is read again after a change."""

from datetime import timedelta

import pytest

from finder.content.reading import read_content
from tests.content.writing import GLOSSARY, TODAY, facts, words, write_files, write_trial


def read(content, **options):
    return read_content(content, **{"today": TODAY, **options})


def test_a_valid_folder_has_no_problem_and_becomes_a_catalogue(content):
    reading = read(content)
    assert reading.problems == ()
    assert [entry.trial.slug for entry in reading.catalogue.trials] == ["sunrise"]
    assert [page.name for page in reading.catalogue.pages] == ["about-trials"]
    assert [entry.id for entry in reading.catalogue.glossary["en"]] == ["blinatumomab", "minimal-residual-disease"]
    assert reading.catalogue.synonyms == (("KMT2A", "MLL"),)
    assert (reading.files, reading.reused) == (10, 0)


def test_every_problem_of_every_file_is_told_at_once_in_order(content, problems):
    write_trial(content, "dawn", facts=facts(phase="7"), words=words(visits=None))
    write_files(content, {"site.yaml": "nme: x", "diagnoses.yaml": "all: [", "pages/x.en.md": "Text."})
    found = [where for where, _, _ in problems()]
    assert found == sorted(found, key=lambda where: where.split(",")[0])
    assert {where.split(",")[0].split(":")[0] for where in found} == {
        "content/diagnoses.yaml",
        "content/pages/x.en.md",
        "content/site.yaml",
        "content/trials/dawn/en.md",
        "content/trials/dawn/facts.yaml",
        "content/trials/sunrise/facts.yaml",
    }
    assert read(content).catalogue is None


def test_a_vocabulary_that_cannot_be_read_makes_no_id_unknown(content, problem):
    write_files(content, {"treatments.yaml": "a: ["})
    write_trial(content, facts=facts(treatments="[blinatumomab]"))
    assert problem()[0] == "content/treatments.yaml, line 1"


@pytest.mark.parametrize(
    ("files", "where", "message", "hint"),
    [
        (
            {"trials/sunrise/facts.yaml": None},
            "trials/sunrise/facts.yaml",
            "This file is missing.",
            "Make the file facts.yaml in this folder.",
        ),
        (
            {"trials/sunrise/en.md": None},
            "trials/sunrise/en.md",
            "This file is missing.",
            "Make the file en.md in this folder.",
        ),
        (
            {"trials/sunrise/en.txt": "x"},
            "trials/sunrise/en.txt",
            "“en.txt” is not a file of a trial.",
            "The files of a trial are: facts.yaml, en.md, nl.md. Move this one elsewhere.",
        ),
        (
            {"trials/sunrise/fact.yaml": "x"},
            "trials/sunrise/fact.yaml",
            "“fact.yaml” is not a file of a trial.",
            "Did you mean “facts.yaml”?",
        ),
        (
            {"trials/sunrise/fr.md": "x"},
            "trials/sunrise/fr.md",
            "“fr.md” is not a file of a trial.",
            "If it is another language, write that under languages in site.yaml first. "
            "The files of a trial are: facts.yaml, en.md, nl.md. Move this one elsewhere.",
        ),
        (
            {"trials/notes.md": "x"},
            "trials/notes.md",
            "This is a file among the folders of trials.",
            "Each trial is a folder of its own. Put the file into one, or remove it.",
        ),
        (
            {"trials/Sun_set/facts.yaml": facts(identifiers="{protocol: B}"), "trials/Sun_set/en.md": words()},
            "trials/Sun_set",
            "“Sun_set” cannot be part of an address.",
            "Use small letters, figures and hyphens, at most 80, for example: interfant-21",
        ),
        (
            {"trials/sunset/facts.yaml": facts(acronym="Sunset"), "trials/sunset/en.md": words()},
            "trials/sunset/facts.yaml, line 3: identifiers.nct",
            "“NCT00000001” is the number of the trial “sunrise” as well.",
            "Check which of the two it is.",
        ),
    ],
)
def test_a_folder_that_is_not_as_it_should_be_is_told(content, problem, files, where, message, hint):
    write_files(content, files)
    assert problem() == (f"content/{where}", message, hint)


def test_what_editors_and_systems_leave_behind_is_passed_over(content, problems):
    write_files(content, {f"trials/sunrise/{name}": "x" for name in (".DS_Store", "en.md~", "Thumbs.db", "~$en.md")})
    assert problems() == []


def test_a_folder_without_trials_is_told(tmp_path):
    messages = {(problem.where(), problem.message) for problem in read(tmp_path).problems}
    assert (f"{tmp_path.name}/trials", "There is no such folder.") in messages
    assert (f"{tmp_path.name}/site.yaml", "This file is missing.") in messages


def test_progress_is_told_trial_by_trial(content):
    write_trial(content, "dawn", facts=facts(identifiers="{protocol: B}"))
    told = []
    read(content, progress=told.append)
    assert told == ["Reading trial 1 of 2: dawn", "Reading trial 2 of 2: sunrise"]


@pytest.fixture
def known(content):
    """What an earlier reading of two trials found, by digest. The one links to the other."""
    write_trial(content, "dawn", facts=facts(identifiers="{nct: NCT00000002}", related="{similar: [sunrise]}"))
    write_trial(content, "dusk", facts=facts(identifiers="{protocol: C}"), words=words(tested="See [this](sunrise)."))
    entries = read(content).catalogue.trials
    assert len(entries) == 3
    return {entry.digest: entry for entry in entries}


def test_what_is_unchanged_is_taken_over(content, known):
    reading = read(content, known=known)
    assert reading.reused == 3
    assert reading.catalogue.trials == tuple(known.values())


def test_only_the_trial_that_changed_is_read_again(content, known):
    write_trial(content, facts=facts(sponsor="Another"))
    reading = read(content, known=known)
    assert reading.reused == 2
    assert [entry.trial.sponsor for entry in reading.catalogue.trials] == ["A hospital", "A hospital", "Another"]


@pytest.mark.parametrize(
    "files",
    [
        {"glossary/en.md": GLOSSARY + "\n## Dose\n\nHow much.\n"},
        {"synonyms.yaml": "- [MRD, minimal residual disease]\n"},
    ],
)
def test_all_trials_are_read_again_when_what_they_share_has_changed(content, known, files):
    write_files(content, files)
    assert read(content, known=known).reused == 0


def test_a_trial_taken_over_is_still_told_when_a_trial_it_names_is_gone(content, known):
    (content / "trials/sunrise").rename(content / "trials/noon")
    reading = read(content, known=known)
    assert [(problem.where(), problem.message) for problem in reading.problems] == [
        ("content/trials/dawn/facts.yaml, line 10: related.similar", "There is no trial “sunrise”."),
        ("content/trials/dusk/en.md, line 7", "The link “sunrise” leads to no page of this site."),
    ]


def test_a_trial_taken_over_is_still_told_when_another_claims_its_number(content, known):
    write_trial(content, "noon", facts=facts(identifiers="{nct: NCT00000002}"))
    assert [problem.where() for problem in read(content, known=known).problems] == [
        "content/trials/noon/facts.yaml, line 3: identifiers.nct"
    ]


def test_a_trial_taken_over_still_grows_old(content, known):
    later = TODAY + timedelta(days=200)
    reading = read(content, known=known, today=later)
    assert reading.reused == 3
    assert [problem.where() for problem in reading.problems] == [
        f"content/trials/{slug}/facts.yaml, line 6: recruitment.checked" for slug in ("dawn", "dusk", "sunrise")
    ]

"""The writing check as part of reading a content folder."""

import socket

import pytest

from finder.content.reading import read_content
from tests.conftest import PROJECT
from tests.content.writing import GLOSSARY, PAGE, TODAY, facts, words, write_files, write_trial

FILE = "content/trials/sunrise/en.md"


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("The writing check went to the network.")

    monkeypatch.setattr(socket, "socket", refuse)


@pytest.mark.parametrize("lead", ["This is for babies with leukaemia.", "Blinatumomab may help."])
def test_the_first_sentence_says_what_is_tested(content, problem, lead):
    write_trial(content, words=words(lead=f"{lead} The trial tests blinatumomab."))
    hint = "Begin with it, for example: This trial tests a medicine against …"
    assert problem() == (f"{FILE}, line 3", f"The first sentence does not say what is being tested: “{lead}”", hint)


@pytest.mark.parametrize(
    "lead",
    ["We ask if it helps.", "It compared 2 plans.", "This study looks at blood tests.", "Doctors try a new way."],
)
def test_there_are_many_ways_to_say_what_is_tested(content, problems, lead):
    write_trial(content, words=words(lead=lead))
    assert problems() == []


def test_downsides_that_are_hardly_there_are_an_error(content, problem):
    write_trial(content, words=words(downsides="- It may not help."))
    assert problem() == (
        f"{FILE}, line 27",
        "This section hardly says what could be hard or harmful.",
        "Write what is known, what is not known, and what it may ask of the child, in 2 sentences or more.",
    )


def test_a_promise_stops_a_publish_and_is_found_on_every_kind_of_page(content, problems):
    promise = "This medicine is safe."
    write_trial(content, words=words(tested=promise))
    write_files(
        content, {"pages/about-trials.en.md": f"{PAGE}\n{promise}\n", "glossary/en.md": f"{GLOSSARY}\n{promise}\n"}
    )
    assert [where for where, _, _ in problems()] == [
        "content/glossary/en.md, line 11",
        "content/pages/about-trials.en.md, line 9",
        f"{FILE}, line 7",
    ]


def test_clinical_lines_and_the_professional_section_may_use_the_words_of_doctors(content, problems):
    who_may = "- Under 18, with leukaemia (B-ALL).\n  > Eligible: XYZ; ≤ 0.01 % blasts; carboplatin 10 mg/m²."
    write_trial(content, words=words(who_may=who_may, professional="Eligible for XYZ, the best. Safe: ≤ 1 mg/m²."))
    assert problems() == []


def test_pages_in_other_languages_are_held_against_lengths_only(content, problem):
    sections = (content / "sections.yaml").read_text().replace("{en: ", "{nl: Kop, en: ")
    numbered = "".join(f"{line.replace('Kop', f'Kop {n}')}\n" for n, line in enumerate(sections.splitlines()))
    long = "Woord " * 25 + "eind."
    (content / "sections.yaml").write_text(numbered)
    dutch = {id: f"Kop {n}" for n, id in enumerate(line.split(":")[0] for line in numbered.splitlines())}
    (content / "trials/sunrise/nl.md").write_text(words(headings=dutch, tested=f"Safe, eligible XYZ. {long}"))
    where, message, _ = problem()
    assert where == "content/trials/sunrise/nl.md, line 7"
    assert message.startswith("This sentence has 26 words")


def test_words_are_not_held_against_facts_that_must_be_put_right_first(content, problem):
    write_trial(content, facts=facts(groups="[{age: {under: 9 years}}]", phase="9"))
    assert problem()[0] == "content/trials/sunrise/facts.yaml, line 5: phase"


def test_a_page_for_professionals_is_not_held_against_what_families_can_read(content, problems):
    hard = "# For professionals\n\nRandomised multicentre investigation methodology.\n\n## Registries\n\nXYZ.\n"
    write_files(content, {"pages/for-professionals.en.md": hard})
    assert problems() == []


@pytest.mark.usefixtures("no_network")
def test_our_own_pages_pass_without_a_network():
    reading = read_content(PROJECT / "content", today=TODAY)
    assert [each for each in reading.problems if each.path.suffix == ".md" and each.severity == "error"] == []

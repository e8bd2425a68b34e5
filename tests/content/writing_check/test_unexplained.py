"""Abbreviations and medicines that a page uses before it has said what they are."""

import pytest

from finder.content.catalogue import GlossaryEntry
from finder.content.term_links import TermFinder
from finder.content.writing.abbreviations import KnownNames, check_abbreviations
from finder.content.writing.medicines import Medicines, check_medicines
from finder.core.terms import Term

GLOSSARY = TermFinder(
    [
        GlossaryEntry(id="mrd", term="Minimal residual disease", html="", also=("MRD",)),
        GlossaryEntry(id="blinatumomab", term="Blinatumomab", html=""),
    ]
)
NAMES = KnownNames(["siop-hrmb", "Hospital UCL (London)"])
MEDICINES = Medicines(
    [
        Term(id="etoposide", names={"en": "Etoposide"}, also={"en": ["VP16", "chemo tablets"]}),
        Term(id="surgery", names={"en": "Surgery"}, also={"en": ["operation"]}),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "Children with NBL can join.",
        "It is given with VDC.",
        "The genes may matter. Tests look for NUP98 first.",
        "B-NHL comes first.",
    ],
)
def test_an_abbreviation_that_is_not_explained_is_a_warning(sentences, report, text):
    check_abbreviations(sentences(text), report, glossary=GLOSSARY, names=NAMES)
    assert [str(problem.severity) for problem in report.problems] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "Children with neuroblastoma (NBL) can join. NBL is a cancer.",
        "Children with NBL (neuroblastoma) can join.",
        "It is called NBL.",
        "It has a change in the NUP98 gene.",
        "A change in one of 3 genes: KMT2A, NPM1 and NUP98.",
        "The stage is L2, MS or M.",
        "The mix is VDC. That means 3 medicines.",
        "VDC uses 3 medicines.",
        "Tests look for MRD. In the UK, an MRI shows the DNA of stage III.",
        "See NCT05327894, SIOP-HRMB, SIOP HRMB and Hospital UCL (London).",
        "McCabe wrote this for iPhones.",
        "Part A and part B.",
    ],
)
def test_what_is_explained_or_known_or_a_name_is_fine(sentences, report, told, text):
    check_abbreviations(sentences(text), report, glossary=GLOSSARY, names=NAMES)
    assert told() == []


def test_only_the_first_use_counts_and_it_is_told_with_what_to_do(sentences, report, told):
    check_abbreviations(sentences("One.\nIt has VDC.\nThen VDC again."), report, glossary=GLOSSARY, names=NAMES)
    assert told() == [
        (
            "warning",
            2,
            "“VDC” is not explained where it is first used: “It has VDC.”",
            "Write it in full with the short form in brackets, say what it is, or add VDC to the glossary.",
        )
    ]


@pytest.mark.parametrize(
    "text",
    ["Nivolumab is given.", "They have etoposide.", "They have VP16.", "One. Two. Three. Imatinib. Four. A medicine."],
)
def test_a_medicine_that_is_not_explained_is_a_warning(sentences, report, text):
    check_medicines(sentences(text), report, medicines=MEDICINES, glossary=GLOSSARY)
    assert [str(problem.severity) for problem in report.problems] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "Nivolumab is an antibody.",
        "Nivolumab is given. It is a medicine that wakes the immune system.",
        "It uses 2 kinds of chemotherapy:\n\n- vincristine\n- etoposide",
        "Etoposide is a medicine. Some call it VP16.",
        "Blinatumomab is given.",
        "The operation comes first.",
    ],
)
def test_a_medicine_with_a_plain_role_or_in_the_glossary_is_fine(sentences, report, told, text):
    check_medicines(sentences(text), report, medicines=MEDICINES, glossary=GLOSSARY)
    assert told() == []


def test_an_unexplained_medicine_is_told_with_what_to_do(sentences, report, told):
    check_medicines(sentences("Nivolumab is given."), report, medicines=MEDICINES, glossary=GLOSSARY)
    message = "Families may not know what “Nivolumab” is: “Nivolumab is given.”"
    assert told() == [("warning", 1, message, "Say it at its first use: Nivolumab, a medicine that …")]

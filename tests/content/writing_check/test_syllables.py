"""Syllables, against words counted by hand: everyday ones, medical ones, abbreviations and figures."""

import pytest

from finder.content.writing.syllables import count_syllables

COUNTED = {
    1: "a the child’s tests months treat cells blood used asked young eye choice stayed watched through 12 0.01 1,400",
    2: "baby doctor trial tumour people being stable little settled cancer needed quiet saying someone CT B-cell",
    3: "medicine medicines serious hospital another decided area idea previous earlier opinion MRD DNA safety-net",
    4: "leukaemia appreciate information experience radiation nivolumab evaluate dexrazoxane diarrhoea PD-L1",
    5: "blinatumomab chemotherapy neuroblastoma randomisation dinutuximab allogeneic inotuzumab KMT2A",
    6: "radiotherapy tisagenlecleucel histiocytosis hypokalaemia haematopoietic immunoglobulin osteosarcoma",
    7: "rhabdomyosarcoma thrombocytopenia",
}


@pytest.mark.parametrize(("count", "words"), COUNTED.items())
def test_words_have_the_syllables_that_are_heard(count, words):
    assert {word: count_syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("leukaemia", "leukemia"),
        ("tumour", "tumor"),
        ("paediatric", "pediatric"),
        ("haemoglobin", "hemoglobin"),
        ("anaesthetic", "anesthetic"),
        ("oesophagus", "esophagus"),
        ("diarrhoea", "diarrhea"),
        ("centre", "center"),
        ("randomised", "randomized"),
        ("programme", "program"),
        ("behaviour", "behavior"),
        ("oedema", "edema"),
        ("hypokalaemia", "hypokalemia"),
    ],
)
def test_british_and_american_spellings_count_the_same(british, american):
    assert count_syllables(british) == count_syllables(american)


@pytest.mark.parametrize(
    ("short", "count"), [("ALL", 3), ("MRD", 3), ("CD19", 3), ("KMT2A", 5), ("WT1", 5), ("T-ALL", 4), ("SIOPEL", 3)]
)
def test_short_abbreviations_are_spelled_out_and_long_ones_are_read_as_words(short, count):
    assert count_syllables(short) == count


def test_every_word_has_a_syllable():
    assert [count_syllables(word) for word in ("", "-", "hmm", "É")] == [1, 1, 1, 1]

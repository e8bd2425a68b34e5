import time
from functools import cache

import pytest

from finder.search.sounds import sound_of
from finder.search.spelling import Speller, cancer_words

COMMON = {
    "leukaemia": 900, "leukemia": 4000, "neuroblastoma": 600, "retinoblastoma": 60, "lymphoma": 3000, "hodgkins": 90,
    "tumour": 700, "tumor": 5000, "brain": 2000, "bone": 1500, "prostate": 3500, "children": 6000, "scarlet": 2,
    "scale": 800, "pneumonia": 700, "asthma": 1800, "nivolumab": 700, "blinatumomab": 40, "syndrome": 5000,
    "prostrate": 2,
}  # fmt: skip


@cache
def speller():
    return Speller({**dict.fromkeys(cancer_words(), 0), **COMMON})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("lukemia", "leukemia"),
        ("leukeamia", "leukemia"),
        ("lukaemia", "leukemia"),
        ("neroblastoma", "neuroblastoma"),
        ("retinablastoma", "retinoblastoma"),
        ("hodgekins", "hodgkins"),
        ("limphoma", "lymphoma"),
        ("tumer", "tumor"),
        ("brane", "brain"),
        ("boan", "bone"),
        ("newmonia", "pneumonia"),
        ("azma", "asthma"),
        ("blinatumumab", "blinatumomab"),
        ("osteosarcomer", "osteosarcoma"),
        ("chemotheropy", "chemotherapy"),
    ],
)
def test_a_misspelt_word_is_known_by_its_letters_or_its_sound(written, meant):
    assert speller().meant_by(written)[0] == meant


@pytest.mark.parametrize("written", ["xyzzy", "qqqqqqqq", "nct99999999", "ab", "лейкемия", "x" * 200, ""])
def test_what_is_like_no_word_is_left_alone(written):
    assert speller().meant_by(written) == ()


@pytest.mark.parametrize("written", ["scarlet", "blinatumomab", "tositumomab", "tucatinib", "vincristine"])
def test_words_and_medicines_that_exist_are_known(written):
    assert written in speller()
    assert not speller().likely_slip(written)


@pytest.mark.parametrize("written", ["blinatumab", "blinatuzumab"])
def test_a_long_medicine_that_begins_alike_may_be_two_letters_away(written):
    assert speller().meant_by(written)[0] == "blinatumomab"


@pytest.mark.parametrize("written", ["zzolumab", "xevozanib", "prutaxel", "emavusertib"])
def test_a_medicine_that_nobody_knows_is_never_taken_for_one_two_letters_away(written):
    assert speller().meant_by(written) == ()


def test_a_rare_word_beside_a_very_common_one_may_be_a_slip():
    assert speller().likely_slip("childern")
    assert speller().likely_slip("syndrom")
    assert not speller().likely_slip("scarlett")


def test_words_that_sound_alike_are_told_by_how_common_they_are():
    assert speller().meant_by("lukeemia")[0] == "leukemia"
    assert Speller({"leukaemia": 40, "leukemia": 1}).meant_by("lukeemia")[0] == "leukaemia"


@pytest.mark.parametrize(
    ("one", "other"),
    [("leukaemia", "lukemia"), ("crohns", "chrons"), ("rheumatoid", "rumatoid"), ("sarcoma", "sarcomer")],
)
def test_words_that_sound_alike_have_one_sound(one, other):
    assert sound_of(one) == sound_of(other)


def test_a_word_costs_a_few_milliseconds():
    words = [f"{start}{end}" for start in ("lukem", "neroblas", "rabdom", "medula") for end in ("iya", "toma", "atic")]
    fresh = speller()
    started = time.thread_time()
    for word in words:
        fresh.meant_by(word)
    assert (time.thread_time() - started) / len(words) < 0.006

import pytest

from finder.search.words import Analyser, clean, fold


def stems(text, language="en"):
    return [word.stem for word in Analyser(language).words(text)]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("leukaemia", "leukemia"),
        ("tumours", "tumor"),
        ("paediatric", "pediatric"),
        ("haematology", "hematology"),
        ("randomised", "randomized"),
        ("hospitalisation", "hospitalization"),
        ("analysed", "analyzed"),
        ("centres", "center"),
        ("diarrhoea", "diarrhea"),
        ("oesophageal", "esophageal"),
        ("foetal", "fetal"),
        ("enrolment", "enrollment"),
        ("labelled", "labeled"),
        ("programme", "program"),
        ("anaesthetic", "anesthetic"),
        ("sulphate", "sulfate"),
        ("behaviour", "behavior"),
    ],
)
def test_british_and_american_spellings_are_one_word(british, american):
    assert stems(british) == stems(american)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("babies", "baby"),
        ("relapsed", "relapsing"),
        ("Wilms’ tumour", "wilms tumours"),
        ("Hodgkin's", "hodgkin"),
        ("children’s", "children"),
        ("Ewing", "ewings"),
        ("MÁXIMA", "maxima"),
        ("Hôpital", "hopital"),
        ("Łódź", "lodz"),
        ("B-cell", "b cell"),
    ],
)
def test_endings_case_accents_and_marks_make_no_difference(one, other):
    assert stems(one) == stems(other)


@pytest.mark.parametrize(
    ("one", "other"), [("hour", "hor"), ("four", "for"), ("disease", "diseaze"), ("raise", "rays")]
)
def test_words_that_only_look_british_keep_apart(one, other):
    assert stems(one) != stems(other)


@pytest.mark.parametrize("written", ["NCT05327894", "MT103", "177Lu", "H3K27M"])
def test_names_with_digits_are_kept_whole(written):
    assert stems(written) == [written.lower()]


def test_a_word_knows_where_it_stands():
    text = "La leucémie, again"
    words = Analyser("fr").words(text)
    assert [text[word.start : word.end] for word in words] == ["La", "leucémie", "again"]


def test_each_language_has_its_own_endings():
    assert stems("onderzoeken", "nl") == stems("onderzoek", "nl")
    assert stems("studies", "cy") == ["studies"]


def test_no_term_holds_a_space_or_a_stroke():
    assert all(stem.isalnum() for stem in stems("½ a/b ﷺ x_y ㎏ Ⅳ"))


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("a\x00b", "a b"),
        ("\ud800x\udfff", "x"),
        ("\u202eleukaemia\u200f", "leukaemia"),
        ("soft\u00adhyphen", "softhyphen"),
        ("  two \t\n lines ", "two lines"),
        ("ﬁbre", "fibre"),
    ],
)
def test_characters_that_nobody_sees_are_left_out(written, cleaned):
    assert clean(written) == cleaned


def test_a_word_of_nothing_but_marks_folds_to_nothing():
    assert fold("’s") == ""

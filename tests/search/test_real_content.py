"""The searches of families, nurses and doctors, on the trials that the site holds."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import finder
from finder.content.reading import read_content
from finder.core.terms import Tree
from finder.core.trials import Stage
from finder.search.reading_queries import read_query
from finder.search.searching import SearchRequest, TrialSearch, build_index
from finder.search.spelling import Speller
from finder.search.vocabulary import Vocabulary
from tests.search.conftest import ENGINES

CONTENT = Path(finder.__file__).parent.parent / "content"
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def catalogue():
    reading = read_content(CONTENT, today=TODAY)
    assert reading.catalogue is not None, "The content has problems: run “finder check”."
    return reading.catalogue


@pytest.fixture(scope="module", params=ENGINES, ids=str)
def find(request, catalogue, tmp_path_factory):
    folder = tmp_path_factory.mktemp("search") / "index"
    indexed = replace(catalogue, site=replace(catalogue.site, engine=request.param))
    build_index(folder, indexed)
    search = TrialSearch.open(folder, indexed)
    yield lambda words: search.find(SearchRequest(words=words), today=TODAY, fresh_days=90)
    search.close()


@pytest.fixture(scope="module")
def slugs(find):
    return lambda words: [hit.slug for hit in find(words).hits]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        # a baby with leukaemia, in everybody's words
        ("leukemia baby", {"interfant-21", "interfant-blina-pilot"}),
        ("baby leukaemia", {"interfant-21", "interfant-blina-pilot"}),
        ("my baby has leukaemia", {"interfant-21", "interfant-blina-pilot"}),
        ("baby leukaemia mll gene", {"interfant-21", "interfant-blina-pilot"}),
        ("infant ALL KMT2A rearranged", {"interfant-21", "interfant-blina-pilot"}),
        ("MLL", {"interfant-21", "interfant-blina-pilot"}),
        ("interfant", {"interfant-21", "interfant-blina-pilot"}),
        ("blinatumomab babies", {"interfant-21", "interfant-blina-pilot"}),
        ("Interfant 21", {"interfant-21"}),
        # numbers and short names, however they are spaced
        ("NCT05327894", {"interfant-21"}),
        ("nct 05327894", {"interfant-21"}),
        ("mt103-205", {"mt103-205"}),
        ("mt 103 205", {"mt103-205"}),
        ("hr nbl 2", {"hr-nbl2"}),
        ("HR-NBL2", {"hr-nbl2"}),
        ("far rms", {"far-rms"}),
        ("glo bnhl", {"glo-bnhl"}),
        ("all together 1", {"alltogether1"}),
        ("hem ismart b", {"hem-ismart-b"}),
        ("firefly2", {"loggic-firefly-2"}),
        ("euroewing", {"euro-ewing-2012"}),
        ("LCH 4", {"lch-iv"}),
        ("firefly-1", {"firefly-1"}),
        ("rEECur", {"reecur"}),
        # medicines by any name
        ("tovorafenib", {"firefly-1"}),
        ("DAY101", {"firefly-1"}),
        ("selumetinib", {"komet"}),
        ("Koselugo", {"komet"}),
        ("lutetium dotatate", {"ludo-n"}),
        ("177Lu-DOTATATE neuroblastoma", {"ludo-n"}),
        ("venetoclax AML", {"itcc-101-apal2020d"}),
        # illnesses in lay words and short ones
        ("ewings came back", {"reecur"}),
        ("ATRT", {"siope-atrt01"}),
        ("atypical teratoid rhabdoid tumor", {"siope-atrt01"}),
        ("nerve tumours nf1", {"komet"}),
        ("plexiform neurofibroma", {"komet"}),
        ("slow growing brain tumour braf", {"firefly-1"}),
        ("radioactive medicine for neuroblastoma that came back", {"ludo-n"}),
        ("exercise", {"fortee"}),
        ("physical activity for children with cancer", {"fortee"}),
        ("b cell non hodgkin lymphoma relapsed", {"glo-bnhl"}),
    ],
)
def test_the_trial_that_was_meant_is_among_the_first_three(slugs, words, wanted):
    assert wanted <= set(slugs(words)[:3])


@pytest.mark.parametrize("words", ["blinatumomab", "MT103", "Blincyto"])
def test_a_medicine_finds_every_trial_that_gives_it(catalogue, find, words):
    giving = {entry.trial.slug for entry in catalogue.trials if "blinatumomab" in entry.trial.treatments}
    assert {"interfant-21", "interfant-blina-pilot", "mt103-205"} <= giving
    assert giving <= {hit.slug for hit in find(words).hits}


@pytest.mark.parametrize(
    ("words", "diagnosis", "stage", "first"),
    [
        ("relapsed ALL", "all", Stage.CAME_BACK, 2),
        ("leukaemia came back", "leukaemia", Stage.CAME_BACK, 3),
        ("newly diagnosed B-ALL 5 year old", "b-all", Stage.NEWLY_DIAGNOSED, 2),
        ("AML relapse", "aml", Stage.CAME_BACK, 1),
        ("rhabdo", "rhabdomyosarcoma", None, 1),
        ("soft tissue cancer", "soft-tissue-sarcoma", None, 3),
        ("bone cancer", "bone-sarcoma", None, 3),
        ("brain tumor in a toddler", "brain-spinal-tumour", None, 2),
        ("nerve cell cancer", "neuroblastoma", None, 3),
    ],
)
def test_the_first_found_take_the_illness_at_its_stage(catalogue, slugs, words, diagnosis, stage, first):
    tree = Tree(catalogue.diagnoses)
    trials = {entry.trial.slug: entry.trial for entry in catalogue.trials}
    for trial in (trials[slug] for slug in slugs(words)[:first]):
        related = (
            tree.is_at_or_below(one, diagnosis) or tree.is_at_or_below(diagnosis, one) for one in trial.diagnoses()
        )
        assert any(related), trial.slug
        assert not (stage and trial.stages()) or stage in trial.stages(), trial.slug


def test_every_trial_is_found_first_by_its_acronym_and_its_numbers(catalogue, slugs):
    for trial in (entry.trial for entry in catalogue.trials):
        for name in (trial.acronym, *trial.identifiers.values()):
            assert slugs(name)[:1] == [trial.slug], name


def test_every_name_of_every_diagnosis_and_treatment_is_understood(catalogue):
    vocabulary = Vocabulary(catalogue, "en")
    for term in (*catalogue.diagnoses, *catalogue.treatments):
        for name in (term.names["en"], *term.also.get("en", ())):
            reading = read_query(name, vocabulary, lambda stem: True, Speller({}))
            assert any(chip.meaning == term.id for chip in reading.understood), name


def test_words_that_may_mean_several_things_show_each_of_them(find):
    chips = [(chip.meaning, chip.words) for chip in find("brain stem tumour in a toddler").understood]
    words = "brain stem tumour"
    assert chips == [("brain-spinal-tumour", words), ("dipg", words), ("1 to 3 years", "toddler")]


@pytest.mark.parametrize(
    ("words", "meant"),
    [("AMKL", "amkl"), ("optic pathway glioma", "optic-pathway-glioma"), ("ovarian cancer", "ovarian-germ-cell")],
)
def test_a_trial_is_found_by_a_kind_of_what_it_takes(catalogue, slugs, words, meant):
    tree = Tree(catalogue.diagnoses)
    trials = {entry.trial.slug: entry.trial for entry in catalogue.trials}
    assert any(tree.is_at_or_below(meant, one) and one != "any-cancer" for one in trials[slugs(words)[0]].diagnoses())


@pytest.mark.parametrize(
    ("words", "meant"),
    [("nuroblastoma", "neuroblastoma"), ("rabdomyosarcoma", "rhabdomyosarcoma"), ("blinatumumab", "blinatumomab")],
)
def test_a_slip_of_the_keys_is_put_right(find, words, meant):
    assert find(words).did_you_mean == meant

"""What every search engine must do, and all of them alike."""

import random

import pytest

from finder.content.catalogue import EngineName
from finder.search.bits import bits_of
from finder.search.engines import EngineMissing, engine_module, too_many_trials
from tests.search.conftest import ENGINES

DOCUMENTS = [(["a", "b"], "first"), (["b", "b", "c"], "second"), (["diagnosis/all"], "third\tline\nnext")]


@pytest.fixture(params=ENGINES, ids=str)
def written(request, tmp_path):
    """Return a function that writes documents with the engine and opens them."""
    opened = []

    def write(documents):
        module = engine_module(request.param)
        folder = tmp_path / "new" / str(len(opened))
        module.write_index(folder, documents)
        opened.append(module.open_index(folder))
        return opened[-1]

    yield write
    for engine in opened:
        engine.close()


def test_documents_are_numbered_in_their_order(written):
    engine = written(DOCUMENTS)
    assert [engine.kept(number) for number in range(len(engine))] == ["first", "second", "third\tline\nnext"]


def test_every_document_with_any_of_the_terms_is_found(written):
    found = written(DOCUMENTS).best({"b": 1.0, "diagnosis/all": 1.0, "nowhere": 1.0}, 10)
    assert {number for number, _ in found.best} == {0, 1, 2}
    assert all(score > 0 for _, score in found.best)
    assert (found.total, found.is_least) == (3, False)


def test_no_more_are_given_than_asked_for_and_all_are_counted(written):
    found = written(DOCUMENTS).best({"b": 1.0, "diagnosis/all": 1.0}, 1)
    assert (len(found.best), found.total) == (1, 3)


def test_a_term_that_counts_more_moves_its_documents_up(written):
    engine = written(DOCUMENTS)
    assert engine.best({"a": 5.0, "c": 1.0}, 1).best[0][0] == 0
    assert engine.best({"a": 1.0, "c": 5.0}, 1).best[0][0] == 1


@pytest.mark.parametrize(
    ("term", "held_by"), [("a", 1), ("b", 2), ("diagnosis/all", 1), ("all", 0), ("*", 0), ("[a TO z]", 0), ("", 0)]
)
def test_it_knows_how_many_documents_hold_a_term(written, term, held_by):
    assert written(DOCUMENTS).held_by(term) == held_by


def test_nothing_is_found_where_there_is_nothing(written):
    engine = written([])
    assert (len(engine), engine.best({"a": 1.0}, 10).best, engine.held_by("a")) == (0, [], 0)


@pytest.mark.parametrize("kept", [0, 1, 30, 1_200, 2_500, 3_000])
def test_only_documents_to_keep_are_found_however_many_they_are(written, kept):
    engine = written(made_up(3_000))
    keep = set(random.Random(kept).sample(range(3_000), kept))
    weights = {"w1": 1.0, "w7": 2.0, "w40": 0.5}
    wanted = [pair for pair in engine.best(weights, 3_000).best if pair[0] in keep]
    found = engine.best(weights, 20, bits_of(keep))
    assert [number for number, _ in found.best] == [number for number, _ in wanted[:20]]
    assert found.total == len(wanted) or (found.is_least and 20 <= found.total < len(wanted))


def test_a_term_that_all_to_keep_hold_changes_nothing(written):
    documents = [
        ([*terms, "even"] if number % 2 == 0 else terms, "") for number, (terms, _) in enumerate(made_up(2_500))
    ]
    engine, keep = written(documents), bits_of(range(0, 2_500, 2))
    with_hint = engine.best({"w3": 1.0, "w9": 1.0}, 50, keep, "even")
    without = engine.best({"w3": 1.0, "w9": 1.0}, 50, keep)
    assert [number for number, _ in with_hint.best] == [number for number, _ in without.best]


def test_engines_rank_alike(tmp_path):
    pytest.importorskip("tantivy", reason="needs tantivy: pip install '.[large]'")
    engines = []
    for name in EngineName:
        engine_module(name).write_index(tmp_path / name, made_up(2_000))
        engines.append(engine_module(name).open_index(tmp_path / name))
    chance = random.Random(2)
    for _ in range(100):
        weights = {f"w{chance.randrange(300)}": chance.choice([0.3, 1.0, 2.0]) for _ in range(4)}
        whoosh, tantivy = (engine.best(weights, 10).best for engine in engines)
        assert [number for number, _ in whoosh] == [number for number, _ in tantivy]
        assert [score for _, score in whoosh] == pytest.approx([score for _, score in tantivy], rel=1e-4)


def test_an_engine_that_is_not_installed_is_named(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("finder.search.engines.import_module", missing)
    with pytest.raises(EngineMissing, match=r"search engine tantivy.* not installed.*trial-finder\[large\]"):
        engine_module(EngineName.TANTIVY)


@pytest.mark.parametrize(
    ("engine", "trials", "warned"),
    [(EngineName.WHOOSH, 20_000, False), (EngineName.WHOOSH, 20_001, True), (EngineName.TANTIVY, 111_000, False)],
)
def test_an_editor_is_told_when_there_are_more_trials_than_the_engine_searches_well(tmp_path, engine, trials, warned):
    problems = too_many_trials(tmp_path / "content", engine, trials)
    assert [(problem.where(), problem.message, problem.hint) for problem in problems] == [
        (
            "content/site.yaml: engine",
            "There are 20,001 trials. The search engine whoosh is quick with up to 20,000.",
            "Install the other one with: pip install 'trial-finder[large]', and write: engine: tantivy",
        )
    ] * warned


def made_up(count):
    chance = random.Random(1)
    words = [f"w{number}" for number in range(2_000)]
    return [
        ([words[int(chance.paretovariate(0.7)) % 2_000] for _ in range(chance.randint(5, 80))], f"kept {number}")
        for number in range(count)
    ]

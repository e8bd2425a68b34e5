"""What words mean: the names of everything that the catalogue knows, in one language."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from babel import Locale, UnknownLocaleError

from finder.content.catalogue import Catalogue
from finder.core.registry import RegistryTrial
from finder.core.terms import Term, Tree
from finder.core.trials import Trial
from finder.search.everyday_words import AGE_WORDS, EMPTY_WORDS, PLACE_NAMES, STAGE_WORDS
from finder.search.meanings import OF_THE_VISITOR, Kind, Meaning
from finder.search.names import Names
from finder.search.words import Analyser, fold

_NAMES_IN_ANY_LANGUAGE = "en"  # drugs, genes and acronyms are searched by their English names everywhere


class Vocabulary:
    """The names in one language, and the trees that say what is a kind of what."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self.analyser = Analyser(language)
        self.names = Names(self.analyser)
        self._trees = {
            Kind.DIAGNOSIS: Tree(catalogue.diagnoses),
            Kind.TREATMENT: Tree(catalogue.treatments),
            Kind.MARKER: Tree(catalogue.markers),
        }
        for kind, tree in self._trees.items():
            for term in tree:
                self.names.add(Meaning(kind, term.id), _names_of(term, language))
        for entry in catalogue.trials:
            self._add_trial(entry.trial)
        self._add_places(catalogue, language)
        self._add_everyday_words()
        for number, group in enumerate(catalogue.synonyms):
            self._add_synonyms(group, number)

    def terms(self, text: str) -> list[str]:
        """Return the terms to index a text by: its words but those that say nothing, and what the names in it mean."""
        words = self.analyser.words(text)
        named = [meaning.term for name in self.names.found_in(words) for meaning in name.meanings if meaning.is_indexed]
        return [word.stem for word in words if word.folded not in EMPTY_WORDS] + named

    def lineage(self, meaning: Meaning) -> list[Meaning]:
        """Return the meaning and all that it is a kind of, itself first."""
        tree = self._trees.get(meaning.kind)
        if tree is None or meaning.id not in tree:
            return [meaning]
        return [Meaning(meaning.kind, term.id) for term in tree.lineage(meaning.id)]

    def below(self, meaning: Meaning) -> list[Meaning]:
        """Return the meaning and every kind of it."""
        return [Meaning(meaning.kind, term.id) for term in self._trees[meaning.kind].below(meaning.id)]

    def _add_trial(self, trial: Trial) -> None:
        written = (trial.acronym, *trial.identifiers.values())
        names = [name for one in written for name in _names_apart(one)]
        # "NCT05327894" is also found by its figures alone.
        figures = [figure for name in names if len(figure := "".join(filter(str.isdigit, name))) >= 6]
        shorter = [name for name in _as_people_write(trial.acronym) if not self.names.meanings(name)]
        self.names.add(Meaning(Kind.TRIAL, trial.slug), [*names, trial.slug, *figures, *shorter], joined=True)

    def _add_places(self, catalogue: Catalogue, language: str) -> None:
        trials = [entry.trial for entry in catalogue.trials]
        hospitals = [hospital for trial in trials for hospital in trial.hospitals]
        codes = chain(catalogue.site.countries, *(countries_of(trial) for trial in trials))
        for code in dict.fromkeys(codes):
            self.names.add(Meaning(Kind.PLACE, code), _country_names(code, language))
        for hospital in hospitals:
            self.names.add(Meaning(Kind.PLACE, hospital.city), [hospital.city])
            self.names.add(Meaning(Kind.PLACE, hospital.name), [hospital.name])

    def _add_everyday_words(self) -> None:
        for stage, phrases in STAGE_WORDS.items():
            self.names.add(Meaning(Kind.STAGE, stage.value), phrases)
        for said, (_, words) in AGE_WORDS.items():
            self.names.add(Meaning(Kind.AGE, said), words)

    def _add_synonyms(self, group: Iterable[str], number: int) -> None:
        """Make words that mean the same name the same: what one of them names already, or else the group itself."""
        words = [word for word in group if fold(word) not in EMPTY_WORDS]
        known = {word: self.names.meanings(word) for word in words}
        shared = list(dict.fromkeys(chain.from_iterable(known.values())))
        if all(meaning.kind in OF_THE_VISITOR for meaning in shared):
            self.names.add(Meaning(Kind.SYNONYM, str(number)), words)
        for meaning in shared:
            self.names.add(meaning, [word for word in words if not known[word]])


def countries_of(trial: Trial | RegistryTrial) -> Iterator[str]:
    """Return the countries that a trial or its hospitals name, each once."""
    yield from dict.fromkeys((*trial.countries, *(hospital.country for hospital in trial.hospitals)))


def _names_of(term: Term, language: str) -> Iterator[str]:
    for code in dict.fromkeys((language, _NAMES_IN_ANY_LANGUAGE)):
        if code in term.names:
            yield from _names_within(term.names[code])
        yield from term.also.get(code, ())
    if term.clinical:
        yield term.clinical


def _names_within(name: str) -> Iterator[str]:
    """Take a name and its short form apart: "Acute myeloid leukaemia (AML)" is two names."""
    return (part.strip() for part in re.split(r"[()]", name) if part.strip())


def _names_apart(written: str) -> Iterator[str]:
    """Take names of a trial that are written as one apart: "LOGGIC/FIREFLY-2" and its "FIREFLY-2".

    Only parts with letters and figures are names by themselves: "Master" and "(UK)" are none.
    """
    yield written
    parts = [part.strip() for part in re.split(r"\s*[;,/()]\s*", written)]
    yield from (part for part in parts if part != written and re.search(r"[^\W\d]", part) and re.search(r"\d", part))


def _as_people_write(acronym: str) -> Iterator[str]:
    """Return a long acronym without its number, and one in Roman figures with ours.

    >>> [*_as_people_write("EURO EWING 2012"), *_as_people_write("S1826"), *_as_people_write("LCH-IV")]
    ['EURO EWING', 'LCH-4']
    """
    without_number = acronym.rstrip("0123456789").rstrip(" -")
    if without_number != acronym and sum(map(str.isalpha, without_number)) >= _FEWEST_LETTERS:
        yield without_number
    if found := _ROMAN_END.search(acronym):
        yield f"{acronym[: found.start()]}{_ROMAN.index(found[0]) + 1}"


_FEWEST_LETTERS = 6
_ROMAN = ("I", "II", "III", "IV", "V", "VI")
_ROMAN_END = re.compile(r"(?<=[\s-])(IV|V?I{1,3}|V)$")


def _country_names(code: str, language: str) -> Iterator[str]:
    for locale in dict.fromkeys((language, _NAMES_IN_ANY_LANGUAGE)):
        try:
            name = Locale.parse(locale, sep="-").territories.get(code)
        except (UnknownLocaleError, ValueError):
            continue
        if name:
            yield name
    yield from PLACE_NAMES.get(code, ())

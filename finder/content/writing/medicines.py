"""Finds medicines that a page names without saying in plain words what they are."""

import re
from collections.abc import Iterable
from itertools import chain

from finder.content.report import Report, quoted
from finder.content.term_links import TermFinder
from finder.content.writing.sentences import Sentence
from finder.core.terms import Term

# The endings that the World Health Organization gives the names of medicines, as far as childhood cancer meets them.
_ENDINGS = tuple(
    "abine amide arabine aspase aspargase asone bicin cilib clax dronic emide isone istat leucel limus mab mycin "
    "nastat nib nisolone oposide parib platin purine relix retin rolol setron sulfan taxel tecan tepa terol tinoin "
    "tioguanine trexate ustine vedotin xantrone zapine zomib zoxane".split()
)
_ROLE = re.compile(
    r"\b(?:medicines?|drugs?|chemotherapy|immunotherapy|antibod(?:y|ies)|steroids?|tablets?|capsules?|syrup|vaccines?"
    r"|immune cells|T cells|treatments? (?:that|which)|blocks?|chemo)\b",
    re.IGNORECASE,
)


class Medicines:
    """The names of medicines: words that end as such names do, and other names of the treatments that have one."""

    def __init__(self, treatments: Iterable[Term]) -> None:
        self._other_names: dict[str, str] = {}
        for term in treatments:
            words = [name.casefold() for name in [*term.names.values(), *chain(*term.also.values())] if " " not in name]
            if any(map(_sounds_like_a_medicine, words)):
                self._other_names |= {word: term.id for word in words if not _ROLE.search(word)}

    def recognise(self, word: str) -> str | None:
        """Return one name for a medicine whatever it is called, or None for any other word.

        >>> Medicines([Term(id="blina", names={"en": "Blinatumomab"}, also={"en": ["MT103"]})]).recognise("MT103")
        'blina'
        """
        folded = word.casefold()
        return self._other_names.get(folded) or (folded if _sounds_like_a_medicine(folded) else None)


def check_medicines(sentences: list[Sentence], report: Report, *, medicines: Medicines, glossary: TermFinder) -> None:
    """Warn of each medicine at whose first use nothing says what it is.

    Its sentence, the three before it or the one after must do so, unless the glossary has the medicine.
    """
    seen = set[str]()
    for place, sentence in enumerate(sentences):
        for word in sentence.words:
            medicine = medicines.recognise(word)
            if medicine is None or medicine in seen:
                continue
            seen.add(medicine)
            nearby = " ".join(each.text for each in sentences[max(0, place - 3) : place + 2])
            if not _ROLE.search(nearby) and not any(glossary.all_in(word)):
                message = f"Families may not know what {quoted(word)} is: {sentence.quoted}"
                report.warning(message, f"Say it at its first use: {word}, a medicine that …", line=sentence.line)


def _sounds_like_a_medicine(word: str) -> bool:
    return len(word) > 7 and word.endswith(_ENDINGS)

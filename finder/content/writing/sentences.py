"""Parts text into sentences and words, as a reader would: a point or a heading ends like a sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from finder.content.writing.blocks import Block

LONGEST_QUOTE = 120
_BLOCKS_REMEMBERED = 1_024
"""More than a page has: each of its checks goes through the same sentences."""

# A full stop, question or exclamation mark, and what closes with it, before something that can begin a sentence.
_END = re.compile(r"[.!?…]+[”’\")\]]*(?=\s+[“‘\"(\[]?[A-Z0-9À-Þ])")
_SHORT_FORM = re.compile(r"(?:\b(?:e\.g|i\.e|vs|approx|no|dr|mr|mrs|ms|prof|st|cf)|\b[A-Z])\.$", re.IGNORECASE)
WORD = re.compile(r"\d+(?:[.,]\d+)*(?![^\W\d_])|[^\W_]+(?:[’'‑-][^\W_]+)*")


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a point or heading that stands for one."""

    text: str
    line: int

    @property
    def quoted(self) -> str:
        """The sentence between quotation marks, shortened where it is long."""
        text = self.text if len(self.text) <= LONGEST_QUOTE else self.text[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        return f"“{text}”"

    @cached_property
    def words(self) -> list[str]:
        """The words and numbers, in order. A word with a hyphen is one, and so is a number such as 1,400 or 0.01.

        >>> Sentence("T-cell counts fell by 0.5 in 1,400 of KMT2A’s children.", 1).words
        ['T-cell', 'counts', 'fell', 'by', '0.5', 'in', '1,400', 'of', 'KMT2A’s', 'children']
        """
        return WORD.findall(self.text)


def sentences_of(blocks: Iterable[Block]) -> list[Sentence]:
    """Return the sentences of some blocks. The end of a block ends its last one, full stop or not."""
    return [sentence for block in blocks for sentence in _sentences_in(block)]


@lru_cache(maxsize=_BLOCKS_REMEMBERED)
def _sentences_in(block: Block) -> list[Sentence]:
    return [sentence for sentence in _split(block) if sentence.words]


def _split(block: Block) -> Iterator[Sentence]:
    start = 0
    for end in _END.finditer(block.text):
        if not _SHORT_FORM.search(block.text[: end.end()]) or block.text[end.start()] != ".":
            yield _sentence(block, start, end.end())
            start = end.end()
    yield _sentence(block, start, len(block.text))


def _sentence(block: Block, start: int, end: int) -> Sentence:
    written = block.text[start:end]
    begin = start + len(written) - len(written.lstrip())
    return Sentence(re.sub(r"\s+(?=[,.;:])", "", " ".join(written.split())), block.line_at(begin))

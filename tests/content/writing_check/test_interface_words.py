"""The interface itself keeps to what its pages are held against."""

import re

import pytest

from finder.content.writing.blocks import Block, Kind
from finder.content.writing.promises import find_promises
from finder.content.writing.readability import flesch_kincaid
from finder.content.writing.sentences import sentences_of
from finder.wording.translating import gather

LONGEST_SENTENCE = 20
HIGHEST_FLESCH_KINCAID = 6
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


@pytest.fixture(scope="module")
def interface():
    """Every sentence of the interface, with a short word for what is filled in."""
    messages = [message.id for message in gather() if message.id]
    texts = [text for id in messages for text in (id if isinstance(id, tuple) else [id])]
    return sentences_of(Block(Kind.PARAGRAPH, 1, _PLACEHOLDER.sub("it", text)) for text in texts)


def test_the_interface_promises_nothing(interface):
    assert [sentence.text for sentence in interface if find_promises(sentence)] == []


def test_the_sentences_of_the_interface_are_short(interface):
    assert [sentence.text for sentence in interface if len(sentence.words) > LONGEST_SENTENCE] == []


def test_the_interface_is_easy_to_read(interface):
    assert len(interface) > 100
    assert flesch_kincaid(interface) <= HIGHEST_FLESCH_KINCAID

"""Counts the syllables of English words by rule, with a list of the words that no rule gets right.

British and American spellings of a word have the same count: leukaemia and leukemia have four.
"""

import re
from functools import cache

from finder.content.writing.spoken_words import SYLLABLES

_SPELLED_OUT = re.compile(r"(?=.*[A-Z].*[A-Z0-9]|[A-Z]$)[A-Z0-9]{1,4}|(?=.*[A-Z])(?=.*\d)[A-Z0-9]+")
_GROUP = re.compile(r"[aeiouy]+")
# An e that is written and not heard: at the end of a word, or before a part added to it.
_SILENT_ENDING = re.compile(r"(?:(?<![td])ed|(?<![cgsxz])(?<!ch)(?<!sh)es|e)$")
_SILENT_WITHIN = re.compile(
    r"(?<=[^aeiouy])e(?=(?:body|ful|hand|less|lets?|lines?|ly|ment|ness|one|some|spread|thing|times?|ty|where)s?$)"
)
# Endings that are heard although the rules above or the missing vowel say otherwise: able, centre, settled, prism.
_HEARD_ENDING = re.compile(r"[^aeiouy](?:le|re)s?$|[^aeiouylr]led$")
_VOWEL_BEFORE_E = re.compile(r"[aeiouy]e[sd]?$")
_HEARD_WITHOUT_VOWEL = re.compile(r"(?:th|s)ms?$|[^aeiouyr]n't$")
# Two vowels beside each other that are said apart, by where the second part begins.
_APART = re.compile(
    r"""(?<![cgstx])i(?=[au]|o(?!ns?$|ur)) | (?<![cgstxln])i(?=on)    # radio, serious, glioma; not action, opinion
    | (?<=[st])ia(?=[^ln]|$) | (?<=[cg])ia(?=[^ln])       # initiate, appreciate; not partial, musician
    | (?<=[st])io(?=$|[^nu])                              # ratio
    | (?<=[cst])i(?=um)                                   # calcium, potassium
    | (?<=[^aeiou])ie(?=r(?:s|ly)?$|st$)                  # earlier, easiest
    | (?<=[dr])ie(?=n)                                    # ingredient, orient
    | (?<!g)eo(?!u)                                     # neonatal
    | (?<=[aeou])y(?=[aiou]|er)                           # saying, layer
    | (?<=[^aeiou])y(?=[aou]) | mye(?=l)                  # rhabdomyosarcoma, myeloma
    | [aeiou](?=ing) | (?<=[^gq])u(?=[ao])                # being, gradual
    | oi(?=cs?$) | uu | ii                                   # heroic, vacuum
    | co(?=op|ord) | cre(?=at) | (?<!h)re(?=act)     # cooperate, create, reaction
    """,
    re.VERBOSE,
)
_LETTERS_OF_THREE = "W"


@cache
def count_syllables(word: str) -> int:
    """Return how many syllables a word is spoken with, at least 1.

    A number in figures counts as 1: figures are asked for because they are read at a glance. Short abbreviations are
    spelled out. A word with a hyphen is one word, and its parts add up.

    >>> [count_syllables(word) for word in ("leukaemia", "leukemia", "blinatumomab", "chemotherapy", "365", "MRD")]
    [4, 4, 5, 5, 1, 3]
    """
    return sum(_count(part) for part in re.split(r"[‑-]", word) if part) or 1


def _count(part: str) -> int:
    part = re.sub(r"[’']s$", "", part)
    if _SPELLED_OUT.fullmatch(part):
        return _count_spelled_out(part)
    word = re.sub(r"\d", "", part).casefold().replace("’", "'")
    if not word:
        return 1
    known = SYLLABLES.get(word)
    return known if known else _count_by_rule(word)


def _count_spelled_out(part: str) -> int:
    letters = [sign for sign in part if sign.isalpha()]
    return len(letters) + 2 * part.count(_LETTERS_OF_THREE) + len(re.findall(r"\d+", part))


def _count_by_rule(word: str) -> int:
    heard = _SILENT_WITHIN.sub("", word)
    count = len(_GROUP.findall(heard)) + len(_APART.findall(heard)) + len(_HEARD_WITHOUT_VOWEL.findall(heard))
    if _SILENT_ENDING.search(heard) and not _HEARD_ENDING.search(heard) and not _VOWEL_BEFORE_E.search(heard):
        count -= 1
    return max(count, 1)

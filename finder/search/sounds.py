"""What an English word sounds like, roughly: who writes what they hear gets the sounds right, and not the letters."""

import re

_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^pn", "n"), (r"^ps", "s"), (r"^kn", "n"), (r"^x", "s"),  # pneumonia, psoriasis
        (r"ph", "f"), (r"sthm", "sm"), (r"sch", "sk"), (r"chr", "kr"), (r"tch", "ch"),
        (r"sc(?=[eiy])", "s"), (r"c(?=[eiy])", "s"), (r"c(?!h)|q", "k"), (r"x", "ks"), (r"z", "s"), (r"w", "u"),
        (r"[ae]y$", "i"), (r"y", "i"), (r"(?<=.)h", ""),  # rheumatoid, haemorrhage, Crohn
        (r"ae|oe|ea|ee", "e"), (r"ai|ay", "a"), (r"oa", "o"), (r"eu|ue|oo|ou", "u"), (r"ie|ei", "i"),
        (r"er$", "a"), (r"(?<=...)e$", ""), (r"(.)\1+", r"\1"),
    )
]  # fmt: skip


def sound_of(folded: str) -> str:
    """Return the sounds of a folded word.

    >>> sound_of("leukaemia") == sound_of("lukemia"), sound_of("pneumonia") == sound_of("newmonia")
    (True, True)
    """
    for pattern, sound in _SOUNDS:
        folded = pattern.sub(sound, folded)
    return folded

"""The everyday English that queries are read with: words that say nothing, ages, and where a child's illness stands."""

from finder.core.ages import NEWBORN, Age, AgeSpan, Unit
from finder.core.trials import Stage

EMPTY_WORDS = frozenset(
    """
    a about all am an and any are at available be because been being best by can child could daughter did do
    does doing find for from get give given go going good got had has have having he help helping her here him his how
    i if im in into is it its ive just kid know like little look looking me might more my need new of off on or other
    our out please research she should show so some someone son studies study that the their them then there these
    they this those to told too trial trials try trying us very want was we were what when where which while who why
    will with would you your children childs kids boy girl clinical join joining treat treatment treated treating
    medical approach approaches best different drug drugs effective experimental factor factors female further latest
    male man manage management medicine medicines men modalities modality newest option options outcome outcomes
    patient patients people possible prognostic therapies therapy various woman women young
    after ago also anybody anyone anything ask asking before brother consultant dad day days desperate desperately
    doctors does dont else even everything father found friend frightened granddaughter grandson happen happened
    hello hes hi hope hoping husband last many month months mother much mum nephew next niece nothing now only our
    parent parents question questions really said say says scared see shes since sister something still thank thanks
    theyve today tomorrow understand week weeks weve wife worried year years yesterday
    cant couldnt didnt doesnt hadnt shouldnt theyre wasnt werent wouldnt youre
    one two three four five six seven eight nine ten eleven twelve
    """.split()
)
"""Words that say nothing of what is looked for: nearly every family writes some of them, and every trial holds them."""

EVERYDAY = EMPTY_WORDS | frozenset(
    "aim aims arms as ball beacon beam call car cart cat dream drip end fast flag hope ice kit map men met net not nut "
    "os pet rain rest rice sac scout set star tall tap up us".split()
)
"""Words that may be the short name of something (ALL, ARMS, KIT), and mostly are not."""

BETWEEN = frozenset("at her his in its my of on our the their your".split())
"""Words that may stand within a name instead of one another, or not at all: "tumour on his kidney"."""

NEGATIONS = frozenset(
    "cannot hasnt havent isnt never no not prevent preventing stop stopping stops without wont".split()
)
"""Words that turn round a stage that follows at once: “has not come back”."""

STAGE_WORDS: dict[Stage, tuple[str, ...]] = {
    Stage.CAME_BACK: (
        "came back", "come back", "comes back", "coming back", "is back", "relapse", "relapsed", "relapsing",
        "recurrent", "recurrence", "recurred", "returned", "first relapse", "reoccurred", "reoccurrence",
    ),
    Stage.CAME_BACK_MORE_THAN_ONCE: (
        "came back again", "come back again", "came back twice", "come back twice", "back a second time",
        "came back a second time", "come back a second time", "came back for the second time", "second relapse",
        "2nd relapse", "third relapse", "multiple relapses", "multiply relapsed", "relapsed twice", "relapsed again",
        "two relapses", "more than one relapse",
    ),
    Stage.DID_NOT_RESPOND: (
        "did not respond", "didn't respond", "not responding", "not respond", "isn't responding", "doesn't respond",
        "no response", "not responded", "hasn't responded", "did not work", "didn't work", "not working",
        "isn't working", "hasn't worked", "not worked", "stopped working", "stopped responding", "refractory",
        "resistant", "treatment failed", "chemo failed", "not in remission", "progressed", "progressive disease",
    ),
    Stage.NEWLY_DIAGNOSED: (
        "just diagnosed", "newly diagnosed", "new diagnosis", "recently diagnosed", "just been diagnosed",
        "diagnosed today", "diagnosed yesterday", "diagnosed this week", "diagnosed last week", "just found out",
        "first line", "frontline", "untreated", "at diagnosis",
    ),
    Stage.ON_TREATMENT: (
        "on treatment", "having treatment", "in treatment", "during treatment", "having chemo", "on chemo",
        "having chemotherapy", "on chemotherapy", "during chemo", "during chemotherapy", "on maintenance",
        "maintenance treatment",
    ),
    Stage.FINISHED_TREATMENT: (
        "finished treatment", "end of treatment", "completed treatment", "off treatment", "after treatment",
        "in remission", "finished chemo", "finished chemotherapy", "after chemo", "after chemotherapy", "survivor",
        "late effects", "all clear",
    ),
}  # fmt: skip

AGE_WORDS: dict[str, tuple[AgeSpan, tuple[str, ...]]] = {
    "under 1 month": (AgeSpan(NEWBORN, Age(days=28)), ("newborn", "new born", "neonate", "neonatal")),
    "under 1 year": (AgeSpan(NEWBORN, Age.of(1, Unit.YEARS)), ("baby", "infant")),
    "1 to 3 years": (AgeSpan(Age.of(1, Unit.YEARS), Age.of(4, Unit.YEARS)), ("toddler",)),
    "13 to 19 years": (
        AgeSpan(Age.of(13, Unit.YEARS), Age.of(20, Unit.YEARS)),
        ("teenager", "teenage", "teen", "adolescent", "adolescence"),
    ),
}
"""What words for an age mean: said in figures, as a span, and the words."""

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=1,
    )
}

PLACE_NAMES = {
    "BE": ("Belgium",),
    "CZ": ("Czech Republic",),
    "GB": ("UK", "Britain", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland"),
    "IE": ("Republic of Ireland", "Eire"),
    "NL": ("Holland", "the Netherlands"),
    "US": ("USA", "America", "United States"),
}
"""Names of countries that families write, beside the official ones."""

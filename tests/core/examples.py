"""Small trials and answers for the tests of the core."""

from datetime import date

from finder.core.ages import AgeAt, AgeLimit, AgeRule, AgeSpan, Bound, Unit
from finder.core.answers import Answers, Treatments
from finder.core.matching import Vocabularies
from finder.core.statuses import Recruitment, Status
from finder.core.terms import Term, Tree
from finder.core.trials import Group, Phase, PriorTreatment, Review, Stage, Trial

DIAGNOSES = Tree(
    Term(id=one, names={"en": one}, parent=parent, is_asked=one != "any-cancer")
    for one, parent in [
        ("any-cancer", None),
        ("leukaemia", "any-cancer"),
        ("all", "leukaemia"),
        ("b-all", "all"),
        ("t-all", "all"),
        ("aml", "leukaemia"),
        ("wilms", "any-cancer"),
        ("nf1", None),
    ]
)
TREATMENTS = Tree(
    Term(id=one, names={"en": one}, parent=parent)
    for one, parent in [
        ("chemotherapy", None),
        ("immunotherapy", None),
        ("blinatumomab", "immunotherapy"),
        ("transplant", None),
    ]
)
VOCABULARIES = Vocabularies(DIAGNOSES, TREATMENTS)


def trial(*groups):
    """A trial with these limits."""
    return Trial(
        slug="example",
        acronym="Example",
        scientific_title="An example",
        identifiers={"nct": "NCT00000000"},
        sponsor="A sponsor",
        phase=Phase.TWO,
        recruitment=Recruitment(status=Status.RECRUITING, source="a register", checked=date(2026, 11, 1)),
        groups=groups or (Group(),),
        review=Review(last=date(2026, 11, 1), next=date(2027, 11, 1)),
    )


def ages(lower=None, upper=None, at=AgeAt.ENROLMENT):
    """A group limited by age, as in `ages((Bound.OVER, 18, MONTHS))`."""
    return Group(age=AgeRule(lower=lower and AgeLimit(*lower), upper=upper and AgeLimit(*upper), at=at))


INFANT = Group(
    age=AgeRule(upper=AgeLimit(Bound.AT_MOST, 365, Unit.DAYS), at=AgeAt.DIAGNOSIS),
    diagnoses=("b-all",),
    disease_stage=(Stage.NEWLY_DIAGNOSED,),
    prior_treatment=PriorTreatment(ask=("chemotherapy",)),
)
RELAPSE = Group(
    age=AgeRule(upper=AgeLimit(Bound.UNDER, 18, Unit.YEARS)),
    diagnoses=("b-all",),
    disease_stage=(Stage.DID_NOT_RESPOND, Stage.CAME_BACK),
    prior_treatment=PriorTreatment(none_of=("blinatumomab",)),
)
EIGHT_MONTHS_JUST_DIAGNOSED = Answers(
    age=AgeSpan.completed(8, Unit.MONTHS),
    diagnosis="b-all",
    treatments=Treatments(),
    stage=Stage.NEWLY_DIAGNOSED,
)

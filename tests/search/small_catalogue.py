"""A small catalogue made by hand: enough of each kind of thing to search for."""

import atexit
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from finder.content.catalogue import Catalogue, EngineName, PhoneLine, Site, TrialEntry, TrialWords
from finder.core.ages import AgeAt, AgeLimit, AgeRule, Bound, Unit
from finder.core.statuses import Recruitment, Status
from finder.core.terms import Term
from finder.core.trials import Group, Hospital, Phase, Review, Stage, Trial
from finder.search.searching import SearchRequest, SearchResult, TrialSearch, build_index

TODAY = date(2026, 11, 20)
RELAPSED = (Stage.DID_NOT_RESPOND, Stage.CAME_BACK, Stage.CAME_BACK_MORE_THAN_ONCE)


def term(term_id, name, *also, parent=None, dutch=""):
    names = {"en": name, "nl": dutch} if dutch else {"en": name}
    return Term(id=term_id, names=names, parent=parent, also={"en": list(also)})


DIAGNOSES = (
    term("any-cancer", "Any childhood or teenage cancer", "childhood cancer"),
    term("leukaemia", "Leukaemia", "leukemia", "blood cancer", parent="any-cancer", dutch="Leukemie"),
    term("all", "Acute lymphoblastic leukaemia (ALL)", "ALL", parent="leukaemia"),
    term("b-all", "B-cell acute lymphoblastic leukaemia", "B-ALL", "pre-B ALL", parent="all"),
    term("t-all", "T-cell acute lymphoblastic leukaemia", "T-ALL", parent="all"),
    term("mpal", "Mixed phenotype acute leukaemia", "MPAL", parent="leukaemia"),
    term("neuroblastoma", "Neuroblastoma", parent="any-cancer"),
    term("neuroblastoma-high-risk", "High-risk neuroblastoma", parent="neuroblastoma"),
    term("soft-tissue-sarcoma", "Soft tissue cancer", "soft tissue sarcoma", parent="any-cancer"),
    term("rhabdomyosarcoma", "Rhabdomyosarcoma", "RMS", "ARMS", parent="soft-tissue-sarcoma"),
    term("kidney-tumour", "Kidney tumour", "Wilms tumour", parent="any-cancer"),
    term("lch", "Langerhans cell histiocytosis", "LCH"),
)
TREATMENTS = (
    term("chemotherapy", "Chemotherapy", "chemo"),
    term("immunotherapy", "Immunotherapy"),
    term("blinatumomab", "Blinatumomab", "Blincyto", "MT103", "AMG 103", parent="immunotherapy"),
    term("stem-cell-transplant", "Stem cell transplant"),
    term("exercise", "Exercise"),
)
MARKERS = (
    term("kmt2a-rearranged", "A change in the KMT2A gene", "KMT2A", "KMT2A rearrangement"),
    term("cd19", "CD19"),
)
SYNONYMS = (
    ("leukaemia", "leukemia"),
    ("KMT2A", "MLL", "MLL1"),
    ("baby", "infant"),
    ("stem cell transplant", "bone marrow transplant", "BMT"),
    ("came back", "relapsed", "recurrent"),
    ("kidney", "renal"),
)


_engine = EngineName.WHOOSH


def use_engine(name):
    """Let the small catalogue be searched with another engine from here on."""
    global _engine
    _engine = EngineName(name)


def site(**languages):
    return Site(
        name="Trial Finder",
        charity="A charity",
        address="https://trials.example.org",
        email="trials@example.org",
        phone=PhoneLine(name="Line", number="0800 000 0000"),
        urgent={"en": "Call the ward."},
        languages={"en": "English", **languages},
        countries=("GB", "NL"),
        engine=_engine,
    )


def ages(lower=None, upper=None, at=AgeAt.ENROLMENT):
    """Make an age rule of limits such as `("at_least", 1, "years")`."""
    limits = [AgeLimit(Bound(one[0]), one[1], Unit(one[2])) if one else None for one in (lower, upper)]
    return AgeRule(lower=limits[0], upper=limits[1], at=at)


def words(title, lead, text, language="en"):
    return TrialWords(
        language=language,
        title=title,
        lead=f"<p>{lead}</p>",
        lead_text=lead,
        sections=(),
        professional="",
        terms=(),
        plain_text=f"{lead}\n{text}",
    )


def entry(
    slug, acronym, *, title, lead, text, groups, nct, status=Status.RECRUITING, checked=TODAY, dutch=None, **facts
):
    trial = Trial(
        slug=slug,
        acronym=acronym,
        scientific_title=f"The {acronym} protocol",
        identifiers={"nct": nct},
        sponsor="A university",
        phase=Phase.TWO,
        recruitment=Recruitment(status=status, source="ClinicalTrials.gov", checked=checked),
        groups=groups,
        review=Review(last=TODAY, next=date(2027, 11, 20)),
        **facts,
    )
    translations = {"nl": words(*dutch, language="nl")} if dutch else {}
    return TrialEntry(trial=trial, words={"en": words(title, lead, text), **translations}, digest=slug)


INFANT = ages(upper=("at_most", 365, "days"), at=AgeAt.DIAGNOSIS)

TRIALS = (
    entry(
        "interfant-21",
        "Interfant-21",
        nct="NCT05327894",
        title="Adding blinatumomab for babies who have just been diagnosed with leukaemia",
        lead="This trial tests whether adding blinatumomab to chemotherapy helps more babies.",
        text="Tests found a change in the KMT2A gene. Doctors may also call it MLL.\nThe leukaemia has not come back.",
        dutch=("Blinatumomab voor baby’s met leukemie", "Dit onderzoek is voor baby’s.", "Leukemie bij baby’s."),
        groups=(
            Group(
                age=INFANT,
                diagnoses=("b-all", "mpal"),
                disease_stage=(Stage.NEWLY_DIAGNOSED,),
                ask_doctor=("kmt2a-rearranged",),
            ),
        ),
        treatments=("blinatumomab", "chemotherapy"),
        checked=date(2026, 1, 8),
        hospitals=(Hospital(name="Hôpital Reine Fabiola", city="Brussels", country="BE"),),
        countries=("BE",),
    ),
    entry(
        "interfant-blina-pilot",
        "Interfant-06 blina",
        nct="NCT02744768",
        title="Blinatumomab for babies with leukaemia: a first small trial",
        lead="This trial tested one course of blinatumomab after chemotherapy.",
        text="Babies had a change in the KMT2A gene. It came before Interfant-21.",
        groups=(
            Group(
                age=INFANT,
                diagnoses=("b-all",),
                disease_stage=(Stage.NEWLY_DIAGNOSED,),
                ask_doctor=("kmt2a-rearranged",),
            ),
        ),
        treatments=("blinatumomab",),
        status=Status.COMPLETED,
        countries=("NL",),
    ),
    entry(
        "mt103-205",
        "MT103-205",
        nct="NCT01471782",
        title="Blinatumomab for children whose leukaemia came back",
        lead="This trial tested blinatumomab in children whose leukaemia had come back.",
        text="The youngest child was a baby of 7 months.",
        groups=(Group(age=ages(upper=("under", 18, "years")), diagnoses=("b-all",), disease_stage=RELAPSED),),
        treatments=("blinatumomab",),
        status=Status.COMPLETED,
        countries=("DE", "US"),
    ),
    entry(
        "hr-nbl2",
        "HR-NBL2",
        nct="NCT04221035",
        title="Comparing treatments for high-risk neuroblastoma",
        lead="This trial compares chemotherapy and radiotherapy plans.",
        text="Some children have a transplant of their own stem cells.",
        groups=(
            Group(
                age=ages(upper=("under", 21, "years")),
                diagnoses=("neuroblastoma-high-risk",),
                disease_stage=(Stage.NEWLY_DIAGNOSED,),
            ),
        ),
        treatments=("chemotherapy",),
        hospitals=(Hospital(name="Manchester Hospital", city="Manchester", country="GB"),),
        countries=("GB",),
    ),
    entry(
        "far-rms",
        "FaR-RMS",
        nct="NCT04625907",
        title="New treatments for rhabdomyosarcoma",
        lead="This trial tests several treatments for rhabdomyosarcoma.",
        text="Tumours of the arms or legs are treated too. Some children had renal problems.",
        groups=(
            Group(name={"en": "New"}, diagnoses=("rhabdomyosarcoma",), disease_stage=(Stage.NEWLY_DIAGNOSED,)),
            Group(
                name={"en": "Back"},
                age=ages(lower=("at_least", 6, "months")),
                diagnoses=("rhabdomyosarcoma",),
                disease_stage=RELAPSED,
            ),
        ),
        treatments=("chemotherapy",),
        countries=("GB",),
    ),
    entry(
        "fortee",
        "FORTEe",
        nct="NCT05289739",
        title="Exercise during cancer treatment",
        lead="This trial compares exercise with usual care.",
        text="For all children and teenagers, whatever the cancer.",
        groups=(
            Group(
                age=ages(("at_least", 4, "years"), ("at_most", 21, "years")),
                diagnoses=("any-cancer",),
                disease_stage=(Stage.ON_TREATMENT,),
            ),
        ),
        treatments=("exercise",),
        checked=None,
        countries=("DE",),
    ),
)


def catalogue(trials=TRIALS, **languages):
    return Catalogue(
        site=site(**languages),
        diagnoses=DIAGNOSES,
        treatments=TREATMENTS,
        markers=MARKERS,
        synonyms=SYNONYMS,
        trials=trials,
    )


def small_search() -> TrialSearch:
    """Return a search of the small catalogue, in English and Dutch, built once for all tests."""
    return _small_search(_engine)


@cache
def _small_search(engine: EngineName) -> TrialSearch:
    folder = Path(mkdtemp(prefix="trial-finder-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = catalogue(nl="Nederlands")
    build_index(folder / "index", made)
    return TrialSearch.open(folder / "index", made)


def find(text: str = "", **wishes: object) -> SearchResult:
    return small_search().find(SearchRequest(words=text, **wishes), today=TODAY, fresh_days=90)


def slugs(text: str = "", **wishes: object) -> list[str]:
    return [hit.slug for hit in find(text, **wishes).hits]

"""`en.md` of a trial: its sections, its pairs of criteria, and what its editor is told when one is not whole."""

import pytest

from finder.content.catalogue import CriteriaList, CriterionPair
from finder.content.reading import read_content
from tests.content.writing import HEADINGS, TODAY, WORDS, words, write_trial

FILE = "content/trials/sunrise/en.md"
NO_CLINICAL = "Write it underneath, like this:   > Age ≤ 365 days at diagnosis."


def read_words(content, **changes):
    write_trial(content, words=words(**changes))
    reading = read_content(content, today=TODAY)
    assert reading.problems == ()
    return reading.catalogue.trials[0].words["en"]


def section(content, id, **changes):
    return next(section for section in read_words(content, **changes).sections if section.id == id)


def test_the_words_have_title_lead_and_sections_in_the_order_of_the_page(content):
    read = read_words(content, title="A *new* medicine & more", results="Nothing yet.")
    assert read.title == "A new medicine & more"
    assert read.lead_text == "This trial tests blinatumomab."
    assert [section.id for section in read.sections] == [
        *("tested", "who-may", "who-may-not", "happens", "visits", "downsides", "family", "results", "join"),
    ]
    assert read.sections[0].heading == "What is being tested"
    assert read.sections[0].html == "<p>A medicine.</p>"
    assert read.professional == "<h3>Design</h3>\n<p>Single arm.</p>"


def test_all_words_are_there_to_be_searched(content):
    text = read_words(content).plain_text
    for written in ("A new medicine", "This trial tests", "under 18", "Age < 18 years", "Single arm", "How to join"):
        assert written in text
    assert "*" not in text.replace("* ", "")
    assert "&lt;" not in text


def test_criteria_are_pairs_in_lists_under_their_headings(content):
    written = """\
All of these:

- Your child has leukaemia (**B-ALL**)
  that came back.
  > First relapse of
  > B-ALL.
* Your child is 1 year old or more.

  > Age ≥ 1 year.

We have not seen the whole list.

### For babies
Only in some hospitals.
1. Your baby is under 18 years old.
   > Age < 18 years (`months`).
"""
    assert section(content, "who-may", who_may=written).criteria == (
        CriteriaList(
            intro="<p>All of these:</p>",
            pairs=(
                CriterionPair(
                    plain="Your child has leukaemia (<strong>B-ALL</strong>) that came back.",
                    clinical="First relapse of B-ALL.",
                ),
                CriterionPair(plain="Your child is 1 year old or more.", clinical="Age ≥ 1 year."),
            ),
        ),
        CriteriaList(intro="<p>We have not seen the whole list.</p>"),
        CriteriaList(
            heading="For babies",
            intro="<p>Only in some hospitals.</p>",
            pairs=(
                CriterionPair(
                    plain="Your baby is under 18 years old.", clinical="Age &lt; 18 years (<code>months</code>)."
                ),
            ),
        ),
    )


def test_a_list_that_is_not_recorded_is_only_a_text(content):
    assert section(content, "who-may-not", who_may_not="We have not seen the list.").criteria == (
        CriteriaList(intro="<p>We have not seen the list.</p>"),
    )


@pytest.mark.parametrize(
    ("written", "line", "message", "hint"),
    [
        ("- Under 18.", 0, "The criterion “Under 18.” has no clinical line.", NO_CLINICAL),
        ("- A\n  > a\n- B\n- C\n  > c", 2, "The criterion “B” has no clinical line.", NO_CLINICAL),
        (
            "Text.\n\n> Age < 18",
            2,
            "The clinical line “Age < 18” has no plain line.",
            "Write it above, beginning with -",
        ),
        ("-\n  > Age < 18", 0, "The clinical line “Age < 18” has no plain line.", "Write it above, beginning with -"),
        ("-", 0, "This criterion is empty.", "Write its plain line and, under it, its clinical line."),
        (
            "- A:\n  - one\n  > a",
            1,
            "“one” is a list within a criterion.",
            "Make each a criterion of its own, with its clinical line, or put them under a ### heading.",
        ),
        (
            "- A\n  > a\nMore words.",
            2,
            "It is not clear if “More words.” is part of the clinical line above.",
            "Begin it with > if it is, and put an empty line before it if it is not.",
        ),
    ],
)
def test_half_a_pair_is_a_problem(content, problem, written, line, message, hint):
    write_trial(content, words=words(who_may=written))
    assert problem() == (f"{FILE}, line {11 + line}", message, hint)


@pytest.mark.parametrize(
    ("spoil", "line", "message", "hint"),
    [
        (
            lambda text: text.replace("# A new medicine for children with leukaemia", ""),
            ", line 1",
            "This page has no title.",
            "Begin it with a line such as: # A new medicine for babies",
        ),
        (
            lambda text: "Hello\n\n" + text,
            ", line 1",
            "There is text before the title.",
            "Put the line that begins with # first.",
        ),
        (
            lambda text: text.replace(WORDS["lead"], ""),
            ", line 4",
            "There is no paragraph under the title.",
            "Say in one or two sentences under the title what the page is about.",
        ),
        (
            lambda text: text.replace(WORDS["lead"], WORDS["lead"] + "\n\nMore."),
            ", line 4",
            "There is text between the lead paragraph and the first section.",
            "Put it into the lead, or under “What is being tested”.",
        ),
        (
            lambda text: text.replace("A medicine.", "# Again"),
            ", line 7",
            "This page has a second title.",
            "Begin the headings of sections with ##",
        ),
        (
            lambda text: text.replace("A medicine.", ""),
            ", line 5",
            "There is nothing under “What is being tested”.",
            "Write the section.",
        ),
        (
            lambda text: text.replace("## How to join\n\nTalk to your child's doctor.\n", ""),
            "",
            "The section “How to join” is missing.",
            "Add it: ## How to join",
        ),
        (
            lambda text: text + "\n## Costs\n\nNone.\n",
            ", line 45",
            "“Costs” is not a section of a trial page.",
            "The sections are: What is being tested; Who may be able to take part; Who may not be able to take part; "
            "What happens; Hospital visits; Side effects and possible downsides; What it may mean for your family; "
            "What was found; What is not certain; How to join; For health professionals.",
        ),
        (
            lambda text: text + "\n## What was fond\n\nNothing.\n",
            ", line 45",
            "“What was fond” is not a section of a trial page.",
            "Did you mean “What was found”?",
        ),
        (
            lambda text: text + "\n## How to join\n\nAsk.\n",
            ", line 45",
            "The section “How to join” is there twice.",
            "Make one of the two.",
        ),
        (
            lambda text: text + "\n## What is not certain\n\nMuch.\n",
            ", line 45",
            "The section “What is not certain” comes before “For health professionals” on every page.",
            "Move it up.",
        ),
        (
            lambda text: text.replace("### Design", "#### Design"),
            ", line 41",
            "“Design” skips a level of headings.",
            "Begin it with ###",
        ),
        (
            lambda text: text.replace("### Design", "###"),
            ", line 41",
            "This heading has no words.",
            "Write them after the # signs, or remove the line.",
        ),
    ],
)
def test_a_page_that_is_not_whole_is_a_problem(content, problem, spoil, line, message, hint):
    write_trial(content, words=spoil(words()))
    assert problem() == (f"{FILE}{line}", message, hint)


def test_a_translation_needs_the_headings_of_its_language(content, problem):
    (content / "trials/sunrise/nl.md").write_text(words())
    assert problem() == (
        "content/trials/sunrise/nl.md",
        "The sections have no headings in this language.",
        "Write them in sections.yaml first.",
    )


def test_a_translation_is_read_with_the_headings_of_its_language(content):
    dutch = {id: f"Kop {number}" for number, id in enumerate(HEADINGS)}
    both = "".join(f"{id}: {{en: {heading}, nl: {dutch[id]}}}\n" for id, heading in HEADINGS.items())
    (content / "sections.yaml").write_text(both)
    (content / "trials/sunrise/nl.md").write_text(words(headings=dutch, title="Een nieuw middel"))
    reading = read_content(content, today=TODAY)
    assert reading.problems == ()
    assert reading.catalogue.trials[0].words["nl"].title == "Een nieuw middel"

"""A trial's page in both readings, and the lists of trials."""

import re
from xml.etree import ElementTree

import pytest

from finder.content.reading import read_content
from tests.conftest import PROJECT, TODAY
from tests.content.writing import write_content
from tests.strict_page import open_page, text_of

CONTENT = read_content(PROJECT / "content", today=TODAY).catalogue
ENTRIES = CONTENT.trials if CONTENT else ()
each_trial = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.trial.slug)


def criteria_lines(page):
    """The criteria a page shows, without what is a tap away."""
    lines = []
    for name in ("who-may", "who-may-not"):
        section = page.one("section", **{"aria-labelledby": name})
        lines += [
            text_of(item.find("./span") if item.find("./span") is not None else item) for item in section.iter("li")
        ]
    return lines


@each_trial
def test_both_views_show_the_same_criteria_and_no_fewer(page, entry):
    pairs = [
        pair
        for section in next(iter(entry.words.values())).sections
        for criteria in section.criteria
        for pair in criteria.pairs
    ]
    family = page(f"/en/trials/{entry.trial.slug}")
    professional = page(f"/en/professional/trials/{entry.trial.slug}")
    assert len(criteria_lines(family)) == len(criteria_lines(professional)) == len(pairs)
    assert all(pair.plain in without_term_buttons(family.html) for pair in map(plainly, pairs))
    assert all(pair.clinical in professional.html for pair in pairs)


def plainly(pair):
    return pair.__class__(plain=without_term_buttons(pair.plain), clinical=pair.clinical)


def without_term_buttons(html):
    return re.sub(r"<button[^>]*class=\"term\"[^>]*>(.*?)</button>", r"\1", html)


@each_trial
def test_the_status_is_the_same_on_every_page_that_shows_the_trial(page, client, entry):
    label = client.get(f"/api/v1/trials/{entry.trial.slug}").json["label"]
    assert page(f"/en/trials/{entry.trial.slug}").statuses()[0] == label
    card = next(li for li in page("/en/trials/").all("li", class_="result") if f'/{entry.trial.slug}"' in html_of(li))
    assert label in text_of(card)


def html_of(element):
    return ElementTree.tostring(element, encoding="unicode")


@each_trial
def test_no_trial_is_called_open_unless_it_was_confirmed_in_the_last_90_days(page, entry):
    checked = entry.trial.recruitment.checked
    is_fresh = checked is not None and (TODAY - checked).days <= 90
    assert is_fresh or "Open: taking new patients" not in page(f"/en/trials/{entry.trial.slug}").statuses()


def test_the_status_comes_before_the_summary_and_says_what_it_means(page):
    main = page("/en/trials/interfant-21").main
    label, advice = "Was open on 8 January 2026, not confirmed since", "Ask your child’s team what has changed since"
    assert main.index(label) < main.index(advice) < main.index("This trial tests")


def test_sources_that_disagree_are_shown(page):
    shown = page("/en/trials/interfant-21").main
    assert "Sources do not agree on this" in shown
    assert "Victorian Cancer Trials Link says “Not yet recruiting”, 9 April 2024." in shown


def test_a_status_without_a_date_is_one_we_could_not_confirm(page):
    shown = page("/en/trials/hr-nbl2")
    assert shown.statuses()[0] == "We could not confirm this"
    assert "No source gives a date that we can rely on." in shown.main


def test_exclusions_that_were_not_recorded_are_never_said_to_be_none(page):
    section = text_of(page("/en/trials/siope-atrt01").one("section", **{"aria-labelledby": "who-may-not"}))
    assert "There may be other reasons that we have not seen. The study team will tell you." in section


def test_ages_keep_the_unit_of_the_trial(page):
    assert "up to 365 days when diagnosed" in page("/en/trials/interfant-21").main
    assert "29 days to 21 years when joining" in page("/en/trials/itcc-101-apal2020d").main
    assert "older than 18 months, up to 18 years when joining" in page("/en/trials/ludo-n").main


def test_two_sets_of_limits_are_both_shown_with_their_names(page):
    shown = page("/en/trials/aall1731").main
    assert "365 days to under 10 years when diagnosed" in shown
    assert "365 days to 31 years when diagnosed" in shown


def test_the_professional_view_links_the_registry_record(page):
    shown = page("/en/professional/trials/interfant-21")
    assert shown.link("NCT05327894") == "https://clinicaltrials.gov/study/NCT05327894"
    assert "International Collaborative Treatment Protocol" in shown.heading


def test_the_switch_changes_the_view_and_nothing_else(page):
    shown = page("/en/trials/mt103-205")
    assert shown.link("For professionals") == "/en/professional/trials/mt103-205"
    assert page("/en/professional/trials/mt103-205").link("For families") == "/en/trials/mt103-205"


def test_terms_are_explained_by_a_button_that_needs_no_script(page):
    shown = page("/en/trials/interfant-21")
    buttons = [button.get("popovertarget") for button in shown.all("button", class_="term")]
    assert buttons
    assert len(buttons) == len(set(buttons)), "only the first use of a term is linked"
    assert set(buttons) <= {div.get("id") for div in shown.all("div", class_="gloss")}


def test_the_list_has_every_trial_with_those_open_first(page):
    shown = page("/en/trials/")
    for entry in ENTRIES:
        assert f"/en/trials/{entry.trial.slug}" in [address for _, address in shown.links()]


def test_a_trial_for_any_cancer_is_listed_under_every_cancer(page):
    assert "FORTEe" in page("/en/diagnoses/wilms").main


def test_a_diagnosis_without_trials_does_not_say_that_there_are_none(tmp_path, site_over):
    shown = open_page(site_over(write_content(tmp_path)), "/en/diagnoses/wilms")
    assert "This does not mean that there is no trial." in shown.main


def test_a_closed_trial_is_not_a_dead_end(page):
    shown = page("/en/trials/aall1731")
    assert "What closed means for you" in shown.headings(2)
    section = text_of(shown.one("section", **{"aria-labelledby": "closed"}))
    assert "If your child is in this trial, nothing changes" in section
    assert "NCT03914625" in section
    related = shown.one("section", **{"aria-labelledby": "related"})
    offered = [address for _, address in shown.links(related) if address.startswith("/en/trials/")]
    assert "/en/trials/alltogether1" in offered


def test_an_open_trial_says_nothing_of_being_closed(page):
    assert "What closed means for you" not in page("/en/trials/interfant-21").headings(2)


def test_groups_that_share_their_ages_are_told_once(page):
    assert page("/en/trials/itcc-101-apal2020d").main.count("29 days to 21 years when joining") == 1


def test_where_no_date_is_known_every_source_is_named_with_its_word(page):
    shown = page("/en/trials/reecur").main
    assert "What the sources say" in shown
    assert "Sources do not agree on this" not in shown
    assert "says “Recruiting”" in shown


def test_a_trial_for_very_many_illnesses_names_the_first_few(page):
    assert "and others" in page("/en/trials/firefly-1").main

"""The search page: what was understood, filters that can be taken off, and no dead end."""

import gzip

import pytest


def titles(page):
    return [
        address.rsplit("/", 1)[1]
        for _, address in page.links()
        if address and "/en/trials/" in address and address != "/en/trials/"
    ]


@pytest.mark.parametrize("words", ["blinatumomab", "MT103", "leukemia baby", "MLL", "baby leukaemia mll gene"])
def test_the_three_trials_are_found_in_the_words_of_families_and_doctors(page, words):
    found = titles(page(f"/en/search?q={words}"))
    assert {"interfant-21", "interfant-blina-pilot"} <= set(found[:4])


def test_what_was_understood_can_be_taken_off(page):
    shown = page("/en/search?q=baby leukaemia")
    remove = [address for label, address in shown.links() if label.startswith("Remove: Leukaemia")]
    assert len(remove) == 1
    assert "leukaemia" not in remove[0]


def test_a_filter_narrows_and_its_chip_takes_it_off(page):
    shown = page("/en/search?q=leukaemia&status=completed&country=GB")
    assert set(shown.statuses()) <= {"Finished"}
    assert shown.link("Remove: Finished ✕") == "/en/search?q=leukaemia&country=GB"


def test_a_filter_by_age_takes_its_unit(page):
    assert "Interfant-21" in page("/en/search?age=8+months").main
    assert "MT103-205" in page("/en/search?q=mt103-205&age=17").main
    assert "MT103-205" not in page("/en/search?q=mt103-205&age=18").main


def test_nothing_found_is_not_a_dead_end(page):
    shown = page("/en/search?q=leukaemia&status=withdrawn")
    assert "This does not mean that there is no trial." in shown.main
    assert "Answer the four questions instead" in shown.main
    assert shown.link("Search again without the filters") == "/en/search?q=leukaemia"
    assert "Talk to your child’s cancer doctor or nurse" in shown.main


def test_a_filter_that_cannot_be_read_is_said_and_the_rest_still_works(page):
    shown = page("/en/search?q=leukaemia&age=old")
    assert "Write the age with its unit, such as “8 months” or “5 years”." in shown.main
    assert shown.statuses()


def test_a_page_number_beyond_the_last_shows_the_last(page):
    assert page("/en/search?page=99").statuses()
    assert page("/en/search?page=x").statuses()


@pytest.mark.parametrize("words", ["symptoms of leukaemia", "should I stop chemo", "will my daughter die"])
def test_a_question_for_a_person_leads_to_people_and_not_to_trials(page, words):
    shown = page(f"/en/search?q={words}")
    assert shown.statuses() == []
    assert shown.link("Support") == "/en/pages/support"
    assert "Call 0800" in shown.main or "0800 000 0000" in shown.main


def test_the_trials_can_be_searched_for_a_question_anyway(page):
    anyway = page("/en/search?q=symptoms of leukaemia").link("Search the trials for these words anyway")
    assert page(anyway).statuses() != []


def test_a_misspelt_word_is_put_right_and_can_be_left_as_it_was(page):
    shown = page("/en/search?q=nueroblastoma")
    assert "Showing results for neuroblastoma." in shown.main
    assert shown.statuses() != []
    only = page(shown.link("Search only for nueroblastoma"))
    assert only.statuses() == []
    assert "We did not recognise: nueroblastoma" in only.main


def test_where_nothing_is_left_the_nearest_illness_with_trials_is_offered(page):
    shown = page("/en/search?diagnosis=b-all&status=withdrawn")
    offered = [address for label, address in shown.links() if label.startswith("Trials for B-cell")]
    assert offered == ["/en/diagnoses/b-all"]
    assert "This does not mean that there is no trial." in shown.main
    assert shown.link("Answer the four questions instead")


def test_suggestions_are_one_list_for_everybody(client):
    answer = client.get("/api/v1/suggestions")
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert "Wilms tumour" in answer.json["diagnoses"]
    assert "Blincyto" in answer.json["treatments"]
    assert "Interfant-21" in answer.json["trials"]
    assert answer.json == client.get("/api/v1/suggestions?q=leukaemia").json


def test_the_names_that_the_field_offers_cost_little(page):
    html = page("/en/search").html
    offered = html[html.index("<datalist") : html.index("</datalist>")]
    with_them, without = (len(gzip.compress(one.encode())) for one in (html, html.replace(offered, "")))
    assert offered.count("<option") > 50
    assert with_them - without < 1500

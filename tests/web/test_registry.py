"""A register's record as families and professionals meet it: marked, dated, and in the register's own words."""

from urllib.parse import quote

import pytest

from finder.snapshot.publishing import publish_content
from finder.web.app import create_app
from tests.conftest import TODAY, over_tls, settings_for
from tests.content.writing import write_content, write_trial
from tests.registry.records import record, whole_record, write_lines
from tests.strict_page import open_page

ADDRESS = "/en/registry/nct07654321"


@pytest.fixture(scope="module")
def browser(tmp_path_factory):

    folder = tmp_path_factory.mktemp("registry")
    content = write_content(folder)
    write_trial(content, "sunrise")
    odd = record("NCT00000003", title="<b>Odd</b> & “quoted”", eligibilityModule={"minimumAge": "18.0"})
    write_lines(content / "registry" / "a.jsonl.gz", whole_record(), odd, record("NCT00000001", title="Taken"))
    assert publish_content(content, folder / "instance", today=TODAY).id
    return over_tls(create_app(settings_for(content, folder / "instance"))).test_client()


@pytest.fixture
def visit(browser):
    return lambda address, **request: open_page(browser, address, **request)


@pytest.mark.parametrize("view", ["en", "en/professional"])
def test_the_page_says_what_it_is(visit, view):
    page = visit(f"/{view}/registry/nct07654321")
    assert page.heading == "Blinatumomab for babies"
    assert "Not yet in plain language" in page.headings(2)
    assert "Last confirmed on 1 November 2026." in page.main
    assert page.link("NCT07654321") == "https://clinicaltrials.gov/study/NCT07654321"


def test_the_words_are_the_registers_own(visit):
    page = visit(ADDRESS)
    assert "6 weeks to 18 months" in page.main
    assert "Girls and women only" in page.main
    assert "Age >= 6 weeks" in page.main


def test_markup_in_a_record_is_only_text(visit):
    assert visit("/en/registry/nct00000003").heading == "<b>Odd</b> & “quoted”"


def test_an_age_that_could_not_be_read_is_shown_as_it_is_written(visit):
    assert "18.0" in visit("/en/registry/nct00000003").main


def test_a_list_marks_it(visit):
    page = visit("/en/search?q=blinatumomab+babies")
    assert "Not yet in plain language" in page.main
    assert page.link("Blinatumomab for babies") == ADDRESS


def test_the_page_of_a_diagnosis_leads_to_them(visit):
    page = visit("/en/diagnoses/all")
    assert page.link("Search for Acute lymphoblastic leukaemia") == "/en/search?q=Acute+lymphoblastic+leukaemia"


def test_a_trial_that_the_charity_has_summarised_is_shown_instead(visit, browser):
    answer = browser.get("/en/registry/nct00000001")
    assert (answer.status_code, answer.location) == (301, "/en/trials/sunrise")


def test_a_number_that_nobody_has_is_not_found(visit):
    visit("/en/registry/nct99999999", status=404)


def test_programs_get_it_too(browser):
    found = browser.get(f"/api/v1/trials?q={quote('blinatumomab babies')}").json["trials"]
    line = {
        "slug": "nct07654321",
        "title": "Blinatumomab for babies",
        "status": "recruiting",
        "checked": "2026-11-01",
        "label": "Open: taking new patients",
        "in_plain_language": False,
    }
    assert line in found
    assert browser.get("/api/v1/trials/nct07654321").json["facts"]["number"] == "NCT07654321"

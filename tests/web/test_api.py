"""The JSON interface, whose shapes scripts depend on."""

import pytest

BABY = {"age": {"years": 0, "months": 8}, "diagnosis": "b-all", "treatments": "none", "stage": "newly-diagnosed"}


def test_search_gives_what_was_understood_and_each_trial_with_its_dated_status(client):
    found = client.get("/api/v1/trials?q=interfant-21").json
    assert set(found) == {"understood", "did_you_mean", "trials", "total", "page", "pages"}
    assert found["trials"][0] == {
        "slug": "interfant-21",
        "title": "Adding blinatumomab to chemotherapy for babies just diagnosed with leukaemia",
        "status": "recruiting",
        "checked": "2026-01-08",
        "label": "Was open on 8 January 2026, not confirmed since",
    }


def test_one_trial_gives_its_facts(client):
    trial = client.get("/api/v1/trials/interfant-21").json
    assert trial["label"] == "Was open on 8 January 2026, not confirmed since"
    assert trial["facts"]["identifiers"]["nct"] == "NCT05327894"


def test_match_puts_every_trial_in_exactly_one_place(client):
    found = client.post("/api/v1/match", json=BABY).json
    assert set(found) == {"possible", "cannot-tell", "aside"}
    assert "interfant-21" in found["possible"]
    assert found["aside"]["mt103-205"] == ["stage"]
    assert found["aside"]["komet"][0] == "age"
    total = client.get("/api/v1/trials").json["total"]
    everywhere = [*found["possible"], *found["cannot-tell"], *found["aside"]]
    assert len(everywhere) == len(set(everywhere)) == total


@pytest.mark.parametrize("answers", [{}, dict.fromkeys(BABY, "not-sure")])
def test_not_sure_sets_nothing_aside(client, answers):
    assert client.post("/api/v1/match", json=answers).json["aside"] == {}


def test_bad_answers_are_all_said_at_once(client):
    response = client.post("/api/v1/match", json={"diagnosis": "b-al", "stage": "later"})
    assert response.status_code == 400
    assert len(response.json["error"]) == 2


@pytest.mark.parametrize("body", [b"", b"{", b"[1", b"\xff"])
def test_a_body_that_is_no_json_is_said_plainly(client, body):
    response = client.post("/api/v1/match", data=body, content_type="application/json")
    assert response.status_code == 400
    assert response.json["error"] == ["Send the answers as JSON, with the content type application/json."]


def test_match_is_kept_in_no_cache(client):
    assert client.post("/api/v1/match", json=BABY).headers["Cache-Control"] == "no-store"


def test_diagnoses_give_the_tree(client):
    listed = {one["id"]: one for one in client.get("/api/v1/diagnoses").json["diagnoses"]}
    assert set(listed["b-all"]) == {"id", "name", "parent", "also_called"}
    assert listed["b-all"]["parent"] == "all"


def test_what_is_not_there_is_said_in_json(client):
    response = client.get("/api/v1/trials/nothing")
    assert (response.status_code, response.json["error"]) == (404, "We cannot find this page")


def test_a_filter_that_is_not_understood_is_an_error(client):
    assert client.get("/api/v1/trials?status=shut").status_code == 400


def test_machines_find_what_they_look_for(client):
    assert client.get("/healthz").json == {"status": "up"}
    assert client.get("/readyz").json["status"] == "ready"
    assert b"https://trials.example.org/en/trials/interfant-21" in client.get("/sitemap.xml").data
    assert b"questions/age" not in client.get("/sitemap.xml").data
    assert client.get("/robots.txt").text.splitlines() == [
        "User-agent: *",
        "Allow: /",
        "Sitemap: https://trials.example.org/sitemap.xml",
    ]


@pytest.mark.parametrize(
    ("address", "known_by"),
    [
        ("/en/search?q=leukaemia&age=5", "/en/search"),
        ("/en/professional/search?q=leukaemia", "/en/professional/search"),
        ("/en/questions/results", "/en/questions/"),
        ("/en/questions/results/aside?page=2", "/en/questions/"),
        ("/en/questions/sheet", "/en/questions/"),
        ("/en/questions/age", "/en/questions/age"),
        ("/en/trials/interfant-21", "/en/trials/interfant-21"),
        ("/en/diagnoses/leukaemia?page=2", "/en/diagnoses/leukaemia?page=2"),
    ],
)
def test_search_engines_know_a_page_by_an_address_without_anybodys_words(page, address, known_by):
    shown = next(link.get("href") for link in page(address).all("link", rel="canonical"))
    assert shown == f"https://trials.example.org{known_by}"

"""No page with its stylesheet, compressed, outweighs the 14,000 bytes that a slow phone gets in one go."""

import pytest

from tests.bench.pages import ANSWERED, HEAVIEST, KINDS_OF_PAGE, VISITORS, answer_as, weigh


@pytest.mark.parametrize("view", ["", "professional/"])
@pytest.mark.parametrize("address", KINDS_OF_PAGE)
def test_a_page_and_its_stylesheet_are_light(client, view, address):
    assert weigh(client, f"/en/{view}{address}") <= HEAVIEST


@pytest.mark.parametrize("visitor", VISITORS)
def test_the_results_are_light_whatever_was_answered(client, visitor):
    answer_as(client, visitor)
    weights = {address: weigh(client, f"/en/questions/{address}") for address in ANSWERED}
    assert {address: weight for address, weight in weights.items() if weight > HEAVIEST} == {}


@pytest.mark.parametrize("view", ["", "professional/"])
def test_every_trial_is_light(client, view, instance):
    slugs = {
        trial["slug"] for number in range(1, 20) for trial in client.get(f"/api/v1/trials?page={number}").json["trials"]
    }
    weights = {slug: weigh(client, f"/en/{view}trials/{slug}") for slug in slugs}
    assert {slug: weight for slug, weight in weights.items() if weight > HEAVIEST} == {}


def test_a_page_asks_for_its_stylesheet_and_its_icon_and_nothing_else(page):
    shown = page("/en/trials/interfant-21")
    asked = {link.get("href") for link in shown.all("link") if link.get("rel") in ("stylesheet", "icon")}
    asked |= {picture.get("src") for picture in shown.root.iter("img")}
    assert sorted(address.split("?")[0] for address in asked) == ["/static/icon.svg", "/static/site.css"]


def test_the_stylesheet_keeps_for_good_and_changes_its_address_with_what_it_holds(page, client):
    address = next(link.get("href") for link in page("/en/").all("link", rel="stylesheet"))
    assert "v=" in address
    response = client.get(address)
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["ETag"]

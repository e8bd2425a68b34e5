"""Long lists: what is in sight first, and what is a tap away. Nothing is left out."""

import pytest
from flask import Flask

from finder.content.catalogue import GlossaryEntry
from finder.core.statuses import Status
from finder.core.trials import Hospital
from finder.web.paging import paged
from finder.web.trials.glossary_parts import glossary_parts
from finder.web.trials.hospitals import hospital_list


def hospital(number, *, country="NL", status=None):
    return Hospital(name=f"Hospital {number:02}", city="A town", country=country, status=status)


def names(by_country):
    return [one.name for places in by_country.values() for one in places]


def test_a_short_list_of_hospitals_is_all_in_sight():
    listed = hospital_list([hospital(2, country="NL"), hospital(1, country="BE")])
    assert list(listed.first) == ["Belgium", "Netherlands"]
    assert (listed.others, listed.number_of_others) == ({}, 0)


def test_hospitals_known_to_be_open_come_first_and_the_rest_of_a_long_list_is_a_tap_away():
    open_ones = [hospital(number, status=Status.RECRUITING) for number in (8, 9)]
    listed = hospital_list([*(hospital(number) for number in range(1, 8)), *open_ones])
    assert names(listed.first) == ["Hospital 08", "Hospital 09", "Hospital 01", "Hospital 02", "Hospital 03"]
    assert (names(listed.others)[0], listed.number_of_others) == ("Hospital 04", 4)


@pytest.mark.parametrize(
    ("query", "number", "items", "links"),
    [
        ("", 1, [0, 1, 2], {1: "/list", 2: "/list?page=2", 3: "/list?page=3"}),
        ("?page=3", 3, [6], {1: "/list", 2: "/list?page=2", 3: "/list?page=3"}),
        ("?page=99", 3, [6], {1: "/list", 2: "/list?page=2", 3: "/list?page=3"}),
        ("?page=last", 1, [0, 1, 2], {1: "/list", 2: "/list?page=2", 3: "/list?page=3"}),
    ],
)
def test_a_long_list_comes_in_pages(query, number, items, links):
    app = Flask(__name__)
    app.add_url_rule("/list", "list")
    with app.test_request_context(f"/list{query}"):
        page = paged(range(7), most=3)
    assert (page.number, list(page.items)) == (number, items)
    assert page.links == {one: address for one, address in links.items() if one in (1, 3) or abs(one - number) <= 1}


def test_the_glossary_is_parted_between_letters_and_holds_every_word(page, app):
    words = [GlossaryEntry(id=f"{letter}{n}", term=f"{letter}{n}", html="") for letter in "ABCÉ" for n in range(25)]
    with app.test_request_context("/en/glossary"):
        parts = glossary_parts(words)
    assert [part.name for part in parts] == ["A to B", "C to E"]
    assert [entry for part in parts for entry in part.entries] == words


def test_every_part_of_the_glossary_leads_to_the_others(page):
    first = page("/en/glossary")
    parts = [address for label, address in first.links() if " to " in label and "/glossary" in address]
    assert parts[0] == "/en/glossary"
    assert all(page(address).heading.startswith("Words explained: ") for address in parts)
    assert page("/en/glossary/99", status=404)

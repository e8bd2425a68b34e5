"""Every address of the site, in every language and view, through the strict door."""

from contextlib import closing
from urllib.parse import urljoin, urlsplit

import pytest

from finder.snapshot import Snapshots
from tests.conftest import PROJECT

TRIALS = sorted(path.parent.name for path in (PROJECT / "content" / "trials").glob("*/facts.yaml"))
PAGES = sorted(path.name.split(".")[0] for path in (PROJECT / "content" / "pages").glob("*.en.md"))
QUESTIONS = [
    "",
    "age",
    "diagnosis",
    "treatment",
    "stage",
    "age-at-diagnosis",
    "check",
    "results",
    "results/aside",
    "sheet",
]
OTHERS = [
    "",
    "search",
    "search?q=leukaemia",
    "search?q=zzzz",
    "search?q=leukaemia&page=2",
    "trials/",
    "glossary",
    "glossary/2",
]
SEARCH_PROBLEMS = ["search?age=old", "search?status=shut&diagnosis=none&stage=late&country=QQ"]
ADDRESSES = [
    *OTHERS,
    *SEARCH_PROBLEMS,
    *(f"trials/{slug}" for slug in TRIALS),
    *(f"pages/{name}" for name in PAGES),
    *(f"questions/{name}" for name in QUESTIONS),
    "diagnoses/leukaemia",
    "diagnoses/b-all",
    "diagnoses/any-cancer",
    "diagnoses/nf1",
]
NOT_PAGES = {
    "static": "files",
    "pages.front_door": "sends the visitor to a language",
    "questionnaire.answer": "takes a form",
    "questionnaire.clear": "takes a form",
    "machines.healthz": "for machines",
    "machines.readyz": "for machines",
    "machines.sitemap": "for machines",
    "machines.robots": "for machines",
    "api.trials": "JSON",
    "api.trial": "JSON",
    "api.match": "JSON",
    "api.diagnoses": "JSON",
    "api.description": "JSON",
    "suggest.suggestions": "JSON",
    "registry.show": "has trials of its own: tests/web/test_registry.py",
}


@pytest.mark.parametrize("view", ["", "professional/"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_the_page_passes_the_strict_door(page, view, address):
    page(f"/en/{view}{address}")


def test_no_kind_of_page_is_left_out(app):
    adapter = app.url_map.bind("localhost")
    visited = {adapter.match(f"/en/{address}".split("?")[0])[0] for address in ADDRESSES}
    assert visited | set(NOT_PAGES) == {rule.endpoint for rule in app.url_map.iter_rules()}


def test_every_link_inside_the_site_leads_to_a_page(page, client, instance):
    with closing(Snapshots(instance).current()) as shown:
        diagnoses = [f"/en/diagnoses/{term.id}" for term in shown.diagnoses]
    seen, waiting = set(), ["/en/", "/en/professional/", *diagnoses]
    while waiting:
        address = waiting.pop().split("#")[0]
        if address in seen or "/questions/" in address or "/search" in address:
            continue
        seen.add(address)
        found = page(address)
        waiting += [
            join(address, target) for _, target in found.links() if target and "://" not in target and ":" not in target
        ]
    assert len(seen) > 2 * len(TRIALS)


def join(address, target):
    return urlsplit(urljoin(f"https://localhost{address}", target)).path

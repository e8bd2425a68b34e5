"""Weighs every kind of page as a slow phone meets it: `python -m tests.bench.pages`."""

import tempfile
from pathlib import Path

from finder.snapshot.publishing import publish_content
from finder.web.app import create_app
from tests.conftest import PROJECT, TODAY, over_tls, settings_for

HEAVIEST = 14_000
"""In bytes: what a server may send before it hears back for the first time."""
STYLESHEET = "/static/site.css"
KINDS_OF_PAGE = (
    "",
    "search",
    "search?q=leukaemia",
    "search?q=zzzz",
    "trials/",
    "trials/interfant-21",
    "trials/mt103-205",
    "diagnoses/leukaemia",
    "glossary",
    "glossary/2",
    "pages/about-trials",
    "pages/for-professionals",
    "pages/privacy",
    "questions/",
    "questions/age",
    "questions/diagnosis",
    "questions/treatment",
    "questions/check",
)
ANSWERED = (
    "check",
    "results",
    "results/possible",
    "results/closed",
    "results/cannot-tell",
    "results/aside",
    "sheet",
)
VISITORS = {
    "who answers nothing": {},
    "with a baby just diagnosed": {
        "age": {"years": "0", "months": "8"},
        "diagnosis": {"answer": "leukaemia"},
        "diagnosis-2": {"answer": "all"},
        "diagnosis-3": {"answer": "b-all"},
        "treatment": {"answer": "none"},
        "stage": {"answer": "newly-diagnosed"},
    },
    "whose leukaemia came back": {
        "age": {"years": "5"},
        "diagnosis": {"answer": "leukaemia"},
        "treatment": {"answer": "chemotherapy"},
        "stage": {"answer": "came-back"},
    },
    "who gives the age alone": {"age": {"years": "5"}},
}


def weigh(client, address):
    """Return how many bytes a page and its stylesheet are on the way, compressed as they are served."""
    return sum(compressed(client, one) for one in (address, STYLESHEET))


def compressed(client, address):
    response = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert response.status_code in (200, 404), f"{address}: {response.status_code}"
    assert response.headers["Content-Encoding"] == "gzip"
    return len(response.get_data())


def answer_as(client, visitor):
    """Answer the questions as one of the visitors does."""
    for name, fields in VISITORS[visitor].items():
        assert client.post(f"/en/questions/{name}", data=fields).status_code == 303


def main():
    with tempfile.TemporaryDirectory() as folder:
        publish_content(PROJECT / "content", Path(folder), today=TODAY)
        site = over_tls(create_app(settings_for(PROJECT / "content", Path(folder))))
        client = site.test_client()
        print(f"{compressed(client, STYLESHEET):6} {STYLESHEET}")
        for address in KINDS_OF_PAGE:
            tell(client, f"/en/{address}")
        for visitor in VISITORS:
            print(f"a parent {visitor}")
            client = site.test_client()
            answer_as(client, visitor)
            for address in ANSWERED:
                tell(client, f"/en/questions/{address}")


def tell(client, address):
    weight = weigh(client, address)
    print(f"{weight:6} {address}{'  TOO HEAVY' if weight > HEAVIEST else ''}")


if __name__ == "__main__":
    main()

"""Charity staff edit a file while the site is served."""

import re
import shutil
import time

import pytest
from playwright.sync_api import expect

from tests.conftest import PROJECT
from tests.journeys.conftest import serving

KEPT = ("interfant-21", "mt103-205")
SECONDS = 5
PAGES = (
    "/en/trials/",
    "/en/trials/interfant-21",
    "/en/diagnoses/b-all",
    "/en/search?q=interfant-21",
    "/en/questions/sheet",
)


@pytest.fixture
def desk(tmp_path):
    """A copy of the content to edit, with two trials, and the site served from it."""
    content = tmp_path / "content"
    shutil.copytree(PROJECT / "content", content)
    for folder in (content / "trials").iterdir():
        if folder.name not in KEPT:
            shutil.rmtree(folder)
    for slug in KEPT:
        forget_the_others(content / "trials" / slug)
    with serving(content, tmp_path, "--watch") as address:
        yield content, address, tmp_path / "log"


def forget_the_others(trial):
    """Take out what leads to trials that are not in the copy."""
    facts = trial / "facts.yaml"
    facts.write_text(re.sub(r"^related:.*(?:\n[ #].*)*\n", "", facts.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    words = trial / "en.md"
    words.write_text(re.sub(r"\[([^\]]+)\]\((?!http|\.\.)[^)]+\)", r"\1", words.read_text("utf-8")), "utf-8")


def edit(path, before, after):
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def within_seconds(question):
    """Ask again until the answer is yes, for as long as a change may take to show."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if question():
            return True
        time.sleep(0.2)
    return False


def test_a_status_edited_in_one_file_shows_everywhere_within_seconds(browse, desk):
    content, address, _ = desk
    window = browse("/en/trials/interfant-21", site=address)
    edit(content / "trials" / "interfant-21" / "facts.yaml", "status: recruiting", "status: suspended")

    def shows_on(page):
        window.goto(page)
        return window.get_by_text("Was paused on 8 January 2026, not confirmed since").count() > 0

    assert within_seconds(lambda: shows_on(PAGES[0]))
    assert [page for page in PAGES if not shows_on(page)] == []
    assert window.request.get(f"{address}/api/v1/trials/interfant-21").json()["status"] == "suspended"


def test_a_broken_edit_leaves_the_old_page_up_and_says_what_to_do(browse, desk):
    content, address, log = desk
    edit(content / "trials" / "interfant-21" / "facts.yaml", "status: recruiting", "status: recruitin")
    assert within_seconds(lambda: "recruitin" in log.read_text("utf-8"))
    said = log.read_text("utf-8")
    assert "trials/interfant-21/facts.yaml, line" in said
    assert "recruiting" in said
    window = browse("/en/trials/interfant-21", site=address)
    expect(window.get_by_text("Was open on 8 January 2026, not confirmed since").first).to_be_visible()

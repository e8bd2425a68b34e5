"""A real browser on a real server. Skips, saying why, where no chromium is found."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests.conftest import PROJECT

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE_RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
ONLY_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
EXPLAINED = {
    "bgImage": "the top of the home page: test_no_text_lies_on_the_picture_of_the_home_page",
    "bgGradient": "the same, with the sun",
    "shortTextContent": "the figures under a line of ages; their colours are in tests/web/test_contrast.py",
    "imgNode": "the same",
    "nonBmp": "the ✕ of a chip, in the colour of its words",
    "pseudoContent": "a word beside the number of its step, on the page's own ground",
    "elmPartiallyObscuring": "a term that runs over two lines, on the page's own ground",
}
"""Why axe may leave a contrast undecided. Every pair of colours is held to its contrast by its numbers."""
PHONE = {"width": 390, "height": 844}


def pytest_collection_modifyitems(items):
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium():
    """The browser: Debian's, or another one on the path."""
    found = find_chromium()
    if found is None:
        assert "FINDER_NEEDS_BROWSER" not in os.environ, "The browser journeys must run here, but there is no chromium."
        pytest.skip("no chromium on the path: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


def find_chromium():
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture
def browse(chromium, live_site):
    """Open a window on the site: without JavaScript, on a phone, unless the test says otherwise."""
    windows = []

    def open_window(path="/en/", *, site=live_site, **choices):
        context = chromium.new_context(
            **{"base_url": site, "viewport": PHONE, "java_script_enabled": False, "reduced_motion": "reduce", **choices}
        )
        windows.append(context)
        window = context.new_page()
        window.goto(path)
        return window

    yield open_window
    for context in windows:
        context.close()


@pytest.fixture(scope="session")
def live_site(tmp_path_factory):
    """The address of the site as `finder serve` serves it."""
    with serving(PROJECT / "content", tmp_path_factory.mktemp("served")) as address:
        yield address


@contextmanager
def serving(content, instance, *options):
    """Run `finder serve` over a content folder, and stop it by its own pid."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "finder",
        "serve",
        "--port",
        str(port),
        "--content",
        content,
        "--instance",
        instance,
    ]
    with (instance / "log").open("wb") as log:
        process = subprocess.Popen([*command, *options], cwd=PROJECT, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_ready(address, process, instance / "log")
        yield address
    finally:
        process.terminate()
        process.wait(20)


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def wait_until_ready(address, process, log):
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            assert process.poll() is None, log.read_text()
        time.sleep(0.2)
    raise AssertionError(f"The site did not become ready: {log.read_text()}")


@pytest.fixture(scope="session")
def axe():
    """Hold a window against axe: no violation, and nothing left undecided without a reason."""
    checker = Axe()

    def check(window, rules=AXE_RULES):
        found = checker.run(window, options={"runOnly": rules}).response
        violations = {one["id"]: [node["html"] for node in one["nodes"]] for one in found["violations"]}
        assert violations == {}, f"{window.url}: {violations}"
        undecided = [(one["id"], why, node["html"]) for one in found["incomplete"] for node, why in why_undecided(one)]
        unexplained = [one for one in undecided if one[0] != "color-contrast" or one[1] not in EXPLAINED]
        assert unexplained == [], f"{window.url}: {unexplained}"

    return check


def why_undecided(found):
    """Yield each place where axe could not decide, with the reason it gives."""
    for node in found["nodes"]:
        for check in [*node["any"], *node["all"], *node["none"]]:
            yield node, (check.get("data") or {}).get("messageKey")

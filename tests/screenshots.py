"""Takes the README's pictures from the running site: `python -m tests.screenshots`."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import PROJECT
from tests.journeys.conftest import FLAGS, PHONE, find_chromium, serving
from tests.journeys.kinds_of_page import answer_questions

FOLDER = PROJECT / "tests" / "screenshots"
DESKTOP = {"width": 1280, "height": 800}
PICTURES = {
    "home-phone": ("", PHONE),
    "trial-phone": ("trials/interfant-21", PHONE),
    "results-phone": ("questions/results#possible", PHONE),
    "professional-desktop": ("professional/trials/aall1731", DESKTOP),
}


def main():
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(PROJECT / "content", Path(folder)) as site:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
            for name, (address, size) in PICTURES.items():
                take(browser, site, FOLDER / f"{name}.png", address, size)
            browser.close()


def take(browser, site, picture, address, size):
    context = browser.new_context(base_url=site, viewport=size, java_script_enabled=False)
    window = context.new_page()
    answer_questions(window)
    window.goto(f"/en/{address}")
    window.screenshot(path=picture)
    context.close()
    print(f"{picture.stat().st_size:7} {picture.relative_to(PROJECT)}")


if __name__ == "__main__":
    main()

"""Reads `pages/<name>.<language>.md`: the standing pages."""

import re

from finder.content.catalogue import StandingPage
from finder.content.files import ContentFolder
from finder.content.links import Addresses
from finder.content.markup import check_markup
from finder.content.outline import read_outline
from finder.content.page_words import PageWords
from finder.content.prose import Setting
from finder.content.rendering import PageRenderer
from finder.content.report import Report, quoted
from finder.content.shared import Shared
from finder.content.term_links import TermFinder
from finder.content.values import ID
from finder.content.writing.check import check_page

_FILE = re.compile(r"([^.]+)\.[^.]+\.md")


def page_names(content: ContentFolder) -> list[str]:
    """Return the names of the pages, whatever languages they are in."""
    return sorted({found[1] for file in content.names_in("pages") if (found := _FILE.fullmatch(file))})


def read_pages(content: ContentFolder, shared: Shared, addresses: Addresses) -> tuple[StandingPage, ...]:
    """Read every page in every language it is written in."""
    languages = shared.words.languages
    files = content.names_in("pages")
    expected = {f"{name}.{language}.md": (name, language) for name in page_names(content) for language in languages}
    for file in files:
        if file not in expected or not ID.fullmatch(expected[file][0]):
            hint = f"Name it in small letters with its language, for example: about-trials.{languages[0]}.md"
            content.report(f"pages/{file}").error(f"{quoted(file)} is not the name of a page.", hint)
    pages = []
    for file, (name, language) in expected.items():
        if file in files or language == languages[0]:
            opened = content.open(f"pages/{file}")
            if opened.text is not None:
                finder = shared.finders[language]
                page = read_page(
                    opened.text, opened.report, name=name, language=language, finder=finder, addresses=addresses
                )
                pages += [page] if page else []
                if page and shared.is_sound:
                    setting = Setting(language, (), finder, addresses)
                    check_page(opened.text, opened.report, name=name, setting=setting, words=shared.words)
    return tuple(pages)


def read_page(
    text: str, report: Report, *, name: str, language: str, finder: TermFinder, addresses: Addresses
) -> StandingPage | None:
    """Read a page, or return None where something in it must be put right. Its `html` is what follows the lead."""
    if not check_markup(text, report):
        return None
    outline = read_outline(text, report)
    words = PageWords(f"pages/{name}", addresses, PageRenderer(finder), report)
    if "](" in outline.lead.text:
        hint = "Move the link into the text below."
        report.error(
            "The paragraph under the title has a link, and it is shown as plain text.", hint, line=outline.lead.line
        )
    page = StandingPage(
        name=name,
        language=language,
        title=words.text(outline.title),
        lead_text=words.text(outline.lead),
        html=words.html(outline.below_the_lead(text)),
        terms=words.renderer.terms,
    )
    return None if report.has_errors else page

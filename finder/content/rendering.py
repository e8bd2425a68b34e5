"""Turns markdown into the HTML of one page, behind two walls: no raw HTML goes in, and only known tags come out."""

import html
import re
import xml.etree.ElementTree as etree

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from finder.content.term_links import TermFinder, TermLinks

_TAGS = set("p ul ol li em strong a h2 h3 h4 blockquote br table thead tbody tr th td code button span".split())
_ATTRIBUTES: dict[str, set[str]] = {"*": set(), "a": {"href", "rel"}, "button": {"popovertarget"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto", "tel"}

_UNWANTED = {
    "preprocessors": ["html_block"],
    "inlinePatterns": [
        *("html", "autolink", "automail", "image_link", "image_reference", "short_image_ref"),
        *("reference", "short_reference"),
    ],
    "blockprocessors": ["code", "setextheader", "hr", "reference"],
}
_POINT = re.compile(r"(?:[-*+]|1\.)\s")
_ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)


class PageRenderer:
    """Renders the parts of one page, which share what they link to and which terms they have explained."""

    def __init__(self, finder: TermFinder | None = None) -> None:
        self._markdown = Markdown(extensions=["tables", "sane_lists"], output_format="html", tab_length=2)
        for registry, names in _UNWANTED.items():
            owner = self._markdown.parser if registry == "blockprocessors" else self._markdown
            for name in names:
                getattr(owner, registry).deregister(name)
        # Both come after the parser's last step, which turns its own placeholders back into text.
        self._links = _Links()
        self._markdown.treeprocessors.register(self._links, "our_links", -1)
        self._terms = TermLinks(finder or TermFinder([]))
        self._markdown.treeprocessors.register(self._terms, "our_terms", -2)

    @property
    def terms(self) -> tuple[str, ...]:
        """The ids of the terms linked so far, in the order of first use."""
        return tuple(self._terms.seen)

    def html(self, text: str) -> str:
        """Return markdown as HTML."""
        return _clean(self._markdown.reset().convert(_with_lists_apart(text.strip("\n"))))

    def inline(self, text: str) -> str:
        """Return one paragraph of markdown as the HTML within it."""
        rendered = self.html(text.strip())
        paragraph = _ONE_PARAGRAPH.fullmatch(rendered)
        return paragraph[1] if paragraph else rendered

    def take_links(self) -> list[str]:
        """Return the addresses linked to since the last time."""
        links, self._links.found = self._links.found, []
        return links


class _Links(Treeprocessor):
    """Collects the addresses of links, and keeps other sites from being told which page a reader came from."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def run(self, root: etree.Element) -> None:
        for link in root.iter("a"):
            address = html.unescape(link.get("href", ""))
            self.found.append(address)
            if address.startswith(("http:", "https:")):
                link.set("rel", "noreferrer")


def _with_lists_apart(text: str) -> str:
    """Put an empty line before each list: editors write it straight under its sentence, the parser wants it apart."""
    lines: list[str] = []
    is_in_list = False
    for line in text.split("\n"):
        if _POINT.match(line):
            if not is_in_list and lines and lines[-1].strip():
                lines.append("")
            is_in_list = True
        elif not line.strip():
            is_in_list = False
        lines.append(line)
    return "\n".join(lines)


def _clean(rendered: str) -> str:
    return nh3.clean(
        rendered,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        tag_attribute_values={"button": {"type": {"button"}, "class": {"term"}}, "span": {"class": {"whole"}}},
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def text_of(rendered: str) -> str:
    """Return the words of a piece of HTML, without its markup.

    >>> text_of("<p>Less than <strong>1 year</strong> &amp; a day</p>")
    'Less than 1 year & a day'
    """
    return html.unescape(nh3.clean(rendered, tags=set()))

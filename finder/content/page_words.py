"""The steps that all pages of words share: rendering a passage, and reporting the links in it that lead nowhere."""

from dataclasses import dataclass

from finder.content.links import Addresses, complaint_about
from finder.content.outline import Passage
from finder.content.rendering import PageRenderer, text_of
from finder.content.report import Report


@dataclass(frozen=True)
class PageWords:
    """The words of one page: where it stands, how it is rendered, and where its problems go."""

    address: str
    addresses: Addresses
    renderer: PageRenderer
    report: Report

    def html(self, passage: Passage) -> str:
        """Render a passage."""
        rendered = self.renderer.html(passage.text)
        self.check_links(passage, self.renderer)
        return rendered

    def text(self, passage: Passage) -> str:
        """Return a passage as plain text, without links."""
        plain = PageRenderer()
        rendered = plain.inline(passage.text)
        return " ".join(text_of(rendered).split())

    def check_links(self, passage: Passage, renderer: PageRenderer) -> None:
        """Report the links that were rendered since the last time and that lead nowhere."""
        for link in renderer.take_links():
            if complaint := complaint_about(link, on=self.address, addresses=self.addresses):
                self.report.error(*complaint, line=passage.line_of(link))

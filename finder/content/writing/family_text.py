"""The words of a page that families read: not the clinical lines, not the part for health professionals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from finder.content.outline import Part, Passage, read_outline, read_sections
from finder.content.report import Report
from finder.content.site import CRITERIA, PROFESSIONAL
from finder.content.writing.blocks import Block, Kind, read_blocks, without_markup
from finder.content.writing.sentences import Sentence, sentences_of


@dataclass(frozen=True)
class Criterion:
    """The two lines of a criterion."""

    plain: Block
    clinical: Block


@dataclass(frozen=True)
class FamilySection:
    """A `##` section: its heading, and what stands under it."""

    id: str
    """As in `sections.yaml`, and empty on pages that are not a trial’s."""
    heading: Block
    body: tuple[Block, ...]

    @property
    def plain(self) -> list[Block]:
        """What families read, without the section's heading."""
        return [block for block in self.body if block.kind is not Kind.CLINICAL]

    def criteria(self) -> Iterator[Criterion]:
        """Yield the criteria, if this is a section of criteria."""
        for plain, clinical in zip(self.body, self.body[1:], strict=False):
            if plain.kind is Kind.POINT and clinical.kind is Kind.CLINICAL:
                yield Criterion(plain, clinical)


@dataclass(frozen=True)
class FamilyText:
    """A page as families read it."""

    title: Block
    lead: Block
    sections: tuple[FamilySection, ...]

    @property
    def below_the_title(self) -> list[Block]:
        """Everything that families read under the title, in order."""
        blocks = [self.lead]
        for section in self.sections:
            blocks += [section.heading, *section.plain] if section.heading.text else section.plain
        return blocks

    @property
    def sentences(self) -> list[Sentence]:
        """Every sentence, the title among them."""
        return sentences_of([self.title, *self.below_the_title])

    def section(self, id: str) -> FamilySection | None:
        """Return the section of that id, where the page has it."""
        return next((section for section in self.sections if section.id == id), None)

    def criteria(self) -> list[Criterion]:
        """Return the criteria of both sections that have them."""
        return [pair for section in self.sections if section.id in CRITERIA for pair in section.criteria()]


def read_family_text(text: str, ids: Mapping[str, str] | None = None) -> FamilyText:
    """Read a page that was found whole. `ids` names the sections of a trial by their headings in small letters."""
    outline = read_outline(text, Report(PurePath()))
    sections = [_read_section(part, ids or {}) for part in outline.parts]
    if outline.opening.text.strip():
        sections.insert(0, _read_section(Part("", outline.opening.line, outline.opening), {}))
    return FamilyText(
        title=_block(Kind.HEADING, outline.title),
        lead=_block(Kind.PARAGRAPH, outline.lead),
        sections=tuple(section for section in sections if section.id != PROFESSIONAL),
    )


def read_definitions(text: str) -> list[FamilySection]:
    """Read the definitions of a glossary that was found whole, each under its term."""
    return [_read_section(_without_names(part), {}) for part in read_sections(text, Report(PurePath()))]


def _without_names(part: Part) -> Part:
    lines = part.body.text.split("\n")
    kept = ["" if line.startswith(("Also called:", "Say:")) else line for line in lines]
    return Part(part.heading, part.line, Passage(part.body.line, "\n".join(kept)))


def _read_section(part: Part, ids: Mapping[str, str]) -> FamilySection:
    heading = _block(Kind.HEADING, Passage(part.line, part.heading))
    return FamilySection(ids.get(part.heading.casefold(), ""), heading, tuple(read_blocks(part.body)))


def _block(kind: Kind, passage: Passage) -> Block:
    return Block(kind, passage.line, without_markup(passage.text))

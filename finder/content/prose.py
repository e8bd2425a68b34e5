"""Reads `<language>.md` of a trial: its words, section by section, for families and for professionals."""

from dataclasses import dataclass, replace

from finder.content.catalogue import Section, TrialWords
from finder.content.criteria import read_criteria
from finder.content.links import Addresses
from finder.content.markup import check_markup
from finder.content.outline import Outline, Part, read_outline
from finder.content.page_words import PageWords
from finder.content.rendering import PageRenderer, text_of
from finder.content.report import Report, closest, quoted
from finder.content.site import CRITERIA, OPTIONAL, PROFESSIONAL, SectionKind
from finder.content.term_links import TermFinder


@dataclass(frozen=True)
class Setting:
    """What the words of a trial are read against, in one language."""

    language: str
    kinds: tuple[SectionKind, ...]
    finder: TermFinder
    addresses: Addresses

    def heading(self, kind: SectionKind) -> str:
        """Return what a section is called in this language."""
        return kind.headings.get(self.language, "")


def read_words(text: str, report: Report, *, slug: str, setting: Setting) -> TrialWords | None:
    """Read a trial's words, or return None where something in them must be put right."""
    if not check_markup(text, report):
        return None
    if not all(setting.heading(kind) for kind in setting.kinds):
        report.error("The sections have no headings in this language.", "Write them in sections.yaml first.")
        return None
    outline = read_outline(text, report)
    family = PageWords(f"trials/{slug}", setting.addresses, PageRenderer(setting.finder), report)
    clinical = PageWords(f"trials/{slug}", setting.addresses, PageRenderer(), report)
    lead = family.html(outline.lead)
    sections = [_read_section(id, part, family, clinical) for id, part in _known_parts(outline, report, setting)]
    words = TrialWords(
        language=setting.language,
        title=clinical.text(outline.title),
        lead=lead,
        lead_text=clinical.text(outline.lead),
        sections=tuple(section for section in sections if section.id != PROFESSIONAL),
        professional=next((section.html for section in sections if section.id == PROFESSIONAL), ""),
        terms=family.renderer.terms,
        plain_text="",
    )
    return None if report.has_errors else _with_plain_text(words)


def _known_parts(outline: Outline, report: Report, setting: Setting) -> list[tuple[str, Part]]:
    """Return the sections with their ids, and report what is unknown, missing, twice there or out of order."""
    if outline.opening.text.strip():
        hint = "Put it into the lead, or under “What is being tested”."
        report.error("There is text between the lead paragraph and the first section.", hint, line=outline.opening.line)
    ids = {setting.heading(kind).casefold(): kind.id for kind in setting.kinds}
    headings = {kind.id: setting.heading(kind) for kind in setting.kinds}
    found: list[tuple[str, Part]] = []
    for part in outline.parts:
        id = ids.get(part.heading.casefold())
        if id is None:
            _report_unknown(part, headings, report)
        elif id in (earlier for earlier, _ in found):
            report.error(f"The section {quoted(part.heading)} is there twice.", "Make one of the two.", line=part.line)
        else:
            found.append((id, part))
    _report_order(found, list(headings), report)
    for id, heading in headings.items():
        if id not in OPTIONAL and id not in (present for present, _ in found):
            report.error(f"The section {quoted(heading)} is missing.", f"Add it: ## {heading}")
    return found


def _report_unknown(part: Part, headings: dict[str, str], report: Report) -> None:
    likely = closest(part.heading, headings.values())
    hint = f"Did you mean {quoted(likely)}?" if likely else f"The sections are: {'; '.join(headings.values())}."
    report.error(f"{quoted(part.heading)} is not a section of a trial page.", hint, line=part.line)


def _report_order(found: list[tuple[str, Part]], order: list[str], report: Report) -> None:
    for (id, part), (next_id, following) in zip(found, found[1:], strict=False):
        if order.index(id) > order.index(next_id):
            message = f"The section {quoted(following.heading)} comes before {quoted(part.heading)} on every page."
            report.error(message, "Move it up.", line=following.line)


def _read_section(id: str, part: Part, family: PageWords, clinical: PageWords) -> Section:
    if id == PROFESSIONAL:
        return Section(id=id, heading=part.heading, html=clinical.html(part.body))
    if id not in CRITERIA:
        return Section(id=id, heading=part.heading, html=family.html(part.body))
    criteria = read_criteria(part.body, family.report, family.renderer, clinical.renderer)
    family.check_links(part.body, family.renderer)
    clinical.check_links(part.body, clinical.renderer)
    return Section(id=id, heading=part.heading, criteria=criteria)


def _with_plain_text(words: TrialWords) -> TrialWords:
    pieces = [words.title, words.lead]
    for section in words.sections:
        pieces += [section.heading, section.html]
        for criteria in section.criteria:
            pieces += [criteria.heading, criteria.intro]
            pieces += [line for pair in criteria.pairs for line in (pair.plain, pair.clinical)]
    pieces.append(words.professional)
    return replace(words, plain_text="\n".join(text_of(piece) for piece in pieces if piece))

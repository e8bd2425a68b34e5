"""Reads what all trials share: the site, the sections, the vocabularies and the glossaries."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from finder.content.catalogue import GlossaryEntry, Site
from finder.content.files import ContentFile, ContentFolder
from finder.content.glossary import read_glossary
from finder.content.known_terms import KnownTerms
from finder.content.limits import Words
from finder.content.report import Report, suggestion
from finder.content.site import SectionKind, read_sections, read_site
from finder.content.term_links import TermFinder
from finder.content.vocabularies import read_synonyms, read_terms
from finder.content.writing.check import check_glossary

Read = TypeVar("Read")


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What trials are read against. None, or empty, where a file could not be read: its report says why."""

    site: Site | None
    sections: tuple[SectionKind, ...] | None
    words: Words
    synonyms: tuple[tuple[str, ...], ...]
    glossaries: dict[str, tuple[GlossaryEntry, ...]]
    finders: dict[str, TermFinder]
    is_sound: bool
    """Whether these files could be read whole, so that other words may be held against them."""
    digest: str
    """SHA-256 over these files and over the code that reads them."""


def read_shared(content: ContentFolder) -> Shared:
    """Read the files that stand beside the trials."""
    site_file, sections_file, synonyms_file = map(content.open, ("site.yaml", "sections.yaml", "synonyms.yaml"))
    term_files = [content.open(f"{name}.yaml") for name in ("diagnoses", "treatments", "markers")]
    site = _read(site_file, read_site)
    languages = tuple(site.languages) if site else ("en",)
    glossary_files = _open_glossaries(content, languages)
    glossaries = {language: _read(file, read_glossary) or () for language, file in glossary_files.items()}
    sections = _read(sections_file, partial(read_sections, languages=languages))
    words = Words(languages, *(_read_terms(file, languages) for file in term_files))
    synonyms = _read(synonyms_file, read_synonyms) or ()
    files = [site_file, sections_file, synonyms_file, *term_files, *glossary_files.values()]
    is_sound = not any(file.report.has_errors for file in files)
    for language, file in glossary_files.items() if is_sound else ():
        check_glossary(file.text or "", file.report, language=language)
    return Shared(
        site=site,
        sections=sections,
        words=words,
        synonyms=synonyms,
        glossaries=glossaries,
        finders={language: TermFinder(glossaries.get(language, ())) for language in languages},
        is_sound=is_sound,
        digest=_digest(files),
    )


def _read(file: ContentFile, reader: Callable[[str, Report], Read | None]) -> Read | None:
    return None if file.text is None else reader(file.text, file.report)


def _read_terms(file: ContentFile, languages: tuple[str, ...]) -> KnownTerms:
    terms = _read(file, partial(read_terms, languages=languages))
    return terms or KnownTerms(file.report.path.as_posix(), (), is_read=False)


def _open_glossaries(content: ContentFolder, languages: tuple[str, ...]) -> dict[str, ContentFile]:
    """Open the glossary of the first language, which there must be, and those of others."""
    expected = [f"{language}.md" for language in languages]
    names = content.names_in("glossary")
    for name in names:
        if name not in expected:
            hint = suggestion(name, expected, otherwise=f"The names here are: {', '.join(expected)}.")
            content.report(f"glossary/{name}").error("This file belongs to no language of the site.", hint)
    return {
        language: content.open(f"glossary/{language}.md")
        for language in languages
        if f"{language}.md" in names or language == languages[0]
    }


def _digest(files: list[ContentFile]) -> str:
    digest = hashlib.sha256(_digest_of_code())
    for file in files:
        digest.update(file.report.path.name.encode() + hashlib.sha256(file.data).digest())
    return digest.hexdigest()


@cache
def _digest_of_code() -> bytes:
    """Return a digest of our code and of what it renders with, so that nothing old outlives a change of either."""
    digest = hashlib.sha256(f"{version('markdown')} {version('nh3')}".encode())
    here = Path(__file__).parent
    for path in sorted([*here.rglob("*.py"), *(here.parent / "core").glob("*.py")]):
        digest.update(path.read_bytes())
    return digest.digest()

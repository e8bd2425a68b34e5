"""One whole snapshot, as the site reads it."""

from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from finder.content.catalogue import Catalogue, GlossaryEntry, Site, StandingPage, TrialEntry
from finder.core.matching import Vocabularies
from finder.core.registry import RegistryTrial
from finder.core.terms import Tree
from finder.search.searching import TrialSearch
from finder.snapshot.errors import DamagedSnapshot
from finder.snapshot.manifest import Manifest, verify
from finder.snapshot.registry import StoredRegistry
from finder.snapshot.storage import StoredCatalogue

INDEX = "index"


class Snapshot:
    """The site's content as it was at one moment. It never changes, and any number of threads may read it."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self._stored = StoredCatalogue(folder)
        self._rest = self._stored.rest()
        self.registry = StoredRegistry(folder)
        """The register's records, of trials that nobody has summarised yet."""
        self.manifest = manifest
        self.diagnoses = Tree(self._rest.diagnoses)
        self.treatments = Tree(self._rest.treatments)
        self.markers = Tree(self._rest.markers)

    @property
    def id(self) -> str:
        """The snapshot's name: the time it was built, and the start of its content's digest."""
        return self.manifest.id

    @property
    def built(self) -> datetime:
        """When it was built, in UTC."""
        return self.manifest.built

    @property
    def site(self) -> Site:
        """The charity and its choices."""
        return self._rest.site

    @property
    def pages(self) -> tuple[StandingPage, ...]:
        """The standing pages, in every language."""
        return self._rest.pages

    @cached_property
    def vocabularies(self) -> Vocabularies:
        """The trees that the matcher needs."""
        return Vocabularies(self.diagnoses, self.treatments)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The codes of the countries that trials take place in."""
        return frozenset(code for entry in self.trials() for code in entry.trial.countries)

    @cached_property
    def acronyms(self) -> tuple[str, ...]:
        """The short names of the trials, each once, in the order of the trials."""
        return tuple(dict.fromkeys(entry.trial.acronym for entry in self.trials()))

    @cached_property
    def search(self) -> TrialSearch:
        """The search over exactly these trials. Raises DamagedSnapshot where its index does not open."""
        try:
            return TrialSearch.open(self.folder / INDEX, self.catalogue)
        except (OSError, ValueError) as error:
            raise DamagedSnapshot(f"The search index of the snapshot “{self.id}” cannot be opened: {error}.") from error

    @cached_property
    def catalogue(self) -> Catalogue:
        """Everything at once, for the few things that need it all."""
        return replace(self._rest, trials=self._stored.trials())

    def glossary(self, language: str) -> dict[str, GlossaryEntry]:
        """Return the words explained in a language, by id and in alphabetical order. Empty where there are none."""
        return {entry.id: entry for entry in self._rest.glossary.get(language, ())}

    def page(self, name: str, language: str) -> StandingPage | None:
        """Return a standing page, or None where it is not written in that language."""
        return next((page for page in self.pages if (page.name, page.language) == (name, language)), None)

    def slugs(self) -> list[str]:
        """Return the slugs of all trials."""
        return self._stored.slugs()

    def trial(self, slug: str) -> TrialEntry | None:
        """Return one trial with its words, or None where there is none of that name."""
        return self._stored.trial(slug)

    def found(self, slug: str) -> TrialEntry | RegistryTrial | None:
        """Return what search found under a slug: a summarised trial, or else a register's record."""
        return self.trial(slug) or self.registry.trial(slug)

    def trials(self) -> tuple[TrialEntry, ...]:
        """Return all trials with their words."""
        return self.catalogue.trials

    def close(self) -> None:
        """Let go of the snapshot's files, so that its folder can be moved and deleted on Windows too."""
        if "search" in self.__dict__:
            self.search.close()
        self.registry.close()
        self._stored.close()


def open_snapshot(folder: Path) -> Snapshot:
    """Open a snapshot that holds exactly what its manifest says.

    Raises DamagedSnapshot where it does not.
    """
    return Snapshot(folder, verify(folder))

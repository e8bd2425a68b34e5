"""Writes small content folders, so that a test can spoil one thing and say what comes of it."""

from datetime import date

TODAY = date(2026, 11, 20)

SITE = """\
name: Trial Finder
charity: A charity
address: https://trials.example.org
email: trials@example.org
phone: {name: Family line, number: 0800 000 0000}
urgent: {en: Call 999 if your child is very ill now.}
languages: {en: English, nl: Nederlands}
countries: [GB, "NO"]
"""

HEADINGS = {
    "tested": "What is being tested",
    "who-may": "Who may be able to take part",
    "who-may-not": "Who may not be able to take part",
    "happens": "What happens",
    "visits": "Hospital visits",
    "downsides": "Side effects and possible downsides",
    "family": "What it may mean for your family",
    "results": "What was found",
    "uncertain": "What is not certain",
    "join": "How to join",
    "professional": "For health professionals",
}

DIAGNOSES = """\
leukaemia:
  name: {en: Leukaemia, nl: Leukemie}
all:
  parent: leukaemia
  name: {en: Acute lymphoblastic leukaemia}
b-all:
  parent: all
  name: {en: B-cell acute lymphoblastic leukaemia}
  also: {en: [B-ALL, pre-B ALL]}
wilms:
  name: {en: Wilms tumour}
"""

TREATMENTS = """\
chemotherapy:
  name: {en: Chemotherapy}
steroids:
  name: {en: Steroids}
blinatumomab:
  name: {en: Blinatumomab}
  also: {en: [Blincyto]}
"""

MARKERS = """\
kmt2a-rearranged:
  name: {en: A change in the KMT2A gene}
  also: {en: [MLL]}
"""

GLOSSARY = """\
## Minimal residual disease
Also called: MRD

Leukaemia cells that only very sensitive tests can find.

## Blinatumomab
Say: blin-a-TOO-moo-mab

An antibody that helps immune cells find leukaemia cells.
"""

PAGE = """\
# About clinical trials

A trial asks a question that nobody can answer yet.

## The phases

Words are [explained](../glossary).
"""

FACTS = {
    "acronym": "Sunrise-1",
    "scientific_title": "A Study of Blinatumomab",
    "identifiers": "{nct: NCT00000001}",
    "sponsor": "A hospital",
    "phase": "2",
    "recruitment": "{status: recruiting, checked: 2026-10-01, source: ClinicalTrials.gov}",
    "groups": "[{age: {under: 18 years}, diagnoses: [b-all]}]",
    "countries": "[GB]",
    "review": "{last: 2026-10-01, next: 2027-10-01}",
}

CRITERIA = """\
- Your child is **under 18** and has leukaemia (B-ALL).
  > Age < 18 years; B-ALL.
"""

WORDS = {
    "title": "A new medicine for children with leukaemia",
    "lead": "This trial tests blinatumomab.",
    "tested": "A medicine.",
    "who-may": CRITERIA,
    "who-may-not": "We have not seen the list.",
    "happens": "Your child has the medicine.",
    "visits": "We do not know how many.",
    "downsides": "- It may not help. It may do harm.",
    "family": "You can say no.",
    "join": "Talk to your child's doctor.",
    "professional": "### Design\n\nSingle arm.",
}


def facts(**changes):
    """Return a valid `facts.yaml`, one line a field in the order of FACTS, with some replaced, or left out by None."""
    fields = {**FACTS, **changes}
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value is not None)


def words(headings=HEADINGS, **changes):
    """Return a valid `en.md`, with some of its parts replaced, or left out by None. `who_may` stands for `who-may`."""
    parts = {**WORDS, **{name.replace("_", "-"): text for name, text in changes.items()}}
    sections = [f"## {headings[id]}\n\n{parts[id]}\n" for id in headings if parts.get(id) is not None]
    return "\n".join([f"# {parts['title']}\n", f"{parts['lead']}\n", *sections])


def write_files(folder, files):
    """Write files by their names in the folder: as text or bytes, or removed where None is given."""
    for name, written in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if written is None:
            path.unlink()
        else:
            path.write_bytes(written if isinstance(written, bytes) else written.encode())


def write_trial(content, slug="sunrise", *, facts=facts(), words=words()):  # noqa: B008  (both return text)
    """Write a trial's folder into a content folder."""
    write_files(content, {f"trials/{slug}/facts.yaml": facts, f"trials/{slug}/en.md": words})


def write_content(folder, changes=None):
    """Write a small valid content folder with one trial into a folder, and return its path."""
    content = folder / "content"
    sections = "".join(f"{id}: {{en: {heading}}}\n" for id, heading in HEADINGS.items())
    files = {
        "site.yaml": SITE,
        "sections.yaml": sections,
        "diagnoses.yaml": DIAGNOSES,
        "treatments.yaml": TREATMENTS,
        "markers.yaml": MARKERS,
        "synonyms.yaml": "- [KMT2A, MLL]\n",
        "glossary/en.md": GLOSSARY,
        "pages/about-trials.en.md": PAGE,
    }
    write_files(content, files)
    write_trial(content)
    write_files(content, changes or {})
    return content

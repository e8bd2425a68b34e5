"""What stands beside the trials: the site, the sections, the vocabularies, the glossary and the standing pages."""

import pytest

from finder.content.catalogue import EngineName, GlossaryEntry, PhoneLine
from finder.content.reading import read_content
from tests.content.writing import DIAGNOSES, GLOSSARY, PAGE, SITE, TODAY, write_files

WRITE_IT = "Write it like this: "


@pytest.mark.parametrize(
    ("name", "written", "where", "message", "hint"),
    [
        (
            "site.yaml",
            SITE.replace("[GB,", "[UK,"),
            ", line 8: countries",
            "“UK” is not the code of a country.",
            "Did you mean “GB”?",
        ),
        (
            "site.yaml",
            SITE.replace("trials.example.org\n", "trials.example.org/\n"),
            ", line 3: address",
            "“https://trials.example.org/” is not the address of a site.",
            "Write it with https:// and without a slash at the end, for example: https://trials.example.org",
        ),
        (
            "site.yaml",
            SITE.replace("trials@example.org", "trials"),
            ", line 4: email",
            "“trials” is not written as it should be.",
            f"{WRITE_IT}email: trials@example.org",
        ),
        (
            "site.yaml",
            SITE.replace("0800 000 0000", "call us"),
            ", line 5: phone.number",
            "“call us” is not written as it should be.",
            f"{WRITE_IT}number: 0800 000 0000",
        ),
        (
            "site.yaml",
            SITE + "fresh_days: 0\n",
            ", line 9: fresh_days",
            "“0” is not between 1 and 365.",
            "Check the number.",
        ),
        (
            "site.yaml",
            SITE + "engine: tantivi\n",
            ", line 9: engine",
            "“tantivi” cannot stand after engine.",
            "Did you mean “tantivy”?",
        ),
        (
            "site.yaml",
            SITE.replace("{en: Call", "{nl: Bel"),
            ", line 6: urgent.en",
            "en is missing.",
            f"{WRITE_IT}en: Call 999 if your child is very ill.",
        ),
        (
            "site.yaml",
            SITE.replace("{en: English, ", "{en: English, dutch: Dutch, "),
            ", line 7: languages.dutch",
            "“dutch” is not the code of a language.",
            "Write for example: en: English",
        ),
        ("markers.yaml", None, "", "This file is missing.", "Make the file markers.yaml in this folder."),
        ("glossary/en.md", None, "", "This file is missing.", "Make the file en.md in this folder."),
        (
            "diagnoses.yaml",
            DIAGNOSES.replace("parent: all", "parent: al"),
            ", line 6: b-all",
            "“al”, the parent of “b-all”, is not in this file.",
            "Did you mean “all”?",
        ),
        (
            "diagnoses.yaml",
            DIAGNOSES + "a: {parent: c, name: {en: A}}\nb: {parent: a, name: {en: B}}\nc: {parent: b, name: {en: C}}\n",
            ", line 12: a",
            "These stand below one another in a ring: a → c → b → a.",
            "Change one of the parents.",
        ),
        (
            "diagnoses.yaml",
            DIAGNOSES.replace("wilms", "Wilms_T"),
            ", line 10: Wilms_T",
            "“Wilms_T” cannot be an id.",
            "Use small letters, figures and hyphens: b-cell-lymphoma",
        ),
        (
            "diagnoses.yaml",
            DIAGNOSES.replace("  name: {en: Wilms tumour}", "  name: {nl: Wilmstumor}"),
            ", line 11: wilms.name.en",
            "en is missing.",
            f"{WRITE_IT}en: Bone cancer",
        ),
        (
            "diagnoses.yaml",
            DIAGNOSES.replace("  also: {en: [B-ALL, pre-B ALL]}", "  also: [B-ALL]"),
            ", line 9: b-all.also",
            "also holds no fields.",
            f"{WRITE_IT}also: {{en: [bone tumour]}}",
        ),
        (
            "synonyms.yaml",
            "- [MLL]\n",
            ", line 1",
            "A group needs two words or more.",
            "Write them in brackets: - [KMT2A, MLL]",
        ),
        (
            "synonyms.yaml",
            "- [KMT2A, MLL]\n- MLL1\n",
            ", line 2",
            "A group needs two words or more.",
            "Write them in brackets: - [KMT2A, MLL]",
        ),
        (
            "synonyms.yaml",
            "a: b\n",
            ", line 1",
            "This file is not a list.",
            "Begin each group with a dash: - [KMT2A, MLL]",
        ),
        (
            "glossary/en.md",
            GLOSSARY + "\n## MRD\n\nSee above.\n",
            ", line 11",
            "“MRD” is in this glossary twice: the first is on line 1.",
            "Keep one of them.",
        ),
        (
            "glossary/en.md",
            GLOSSARY + "\n## Dose\nSay: dohss\n",
            ", line 11",
            "“Dose” has no definition.",
            "Say in one sentence what it means.",
        ),
        (
            "glossary/en.md",
            "Words.\n\n" + GLOSSARY,
            ", line 1",
            "There is text before the first ## heading.",
            "Put it under a heading, or remove it.",
        ),
        (
            "glossary/en.md",
            GLOSSARY + "\n## Dose\n\nHow [much](../pages/about-trials).\n",
            ", line 13",
            "The link “../pages/about-trials” leads to another page of this site, "
            "which words shown on many pages cannot do.",
            "Leave the link out, or link to another site with https://",
        ),
        (
            "glossary/fr.md",
            GLOSSARY,
            "",
            "This file belongs to no language of the site.",
            "The names here are: en.md, nl.md.",
        ),
        (
            "pages/about-trials.en.md",
            PAGE.replace("a question", "a [question](../glossary)"),
            ", line 3",
            "The paragraph under the title has a link, and it is shown as plain text.",
            "Move the link into the text below.",
        ),
        (
            "pages/about-trials.en.md",
            PAGE.replace("../glossary", "glossary"),
            ", line 7",
            "The link “glossary” leads to no page of this site.",
            "Did you mean “../glossary”?",
        ),
        (
            "pages/about.md",
            PAGE,
            "",
            "“about.md” is not the name of a page.",
            "Name it in small letters with its language, for example: about-trials.en.md",
        ),
    ],
)
def test_a_mistake_is_told_in_plain_words_with_its_line(content, problem, name, written, where, message, hint):
    write_files(content, {name: written})
    assert problem() == (f"content/{name}{where}", message, hint)


def test_a_page_needs_its_first_language(content, problem):
    write_files(content, {"pages/support.nl.md": PAGE})
    assert problem() == (
        "content/pages/support.en.md",
        "This file is missing.",
        "Make the file support.en.md in this folder.",
    )


def test_a_section_without_a_heading_is_told(content, problem):
    sections = (content / "sections.yaml").read_text()
    write_files(content, {"sections.yaml": sections.replace("visits: {en: Hospital visits}\n", "")})
    assert problem() == (
        "content/sections.yaml, line 1: visits",
        "visits is missing.",
        "Write it like this: visits: {en: The heading of this section}",
    )


def catalogue(content, **files):
    write_files(content, {name.replace("__", "/") + ".yaml": text for name, text in files.items()})
    reading = read_content(content, today=TODAY)
    assert reading.problems == ()
    return reading.catalogue


def test_the_site_is_what_is_written(content):
    site = catalogue(content).site
    assert site.phone == PhoneLine(name="Family line", number="0800 000 0000")
    assert site.languages == {"en": "English", "nl": "Nederlands"}
    assert site.countries == ("GB", "NO")
    assert (site.fresh_days, site.review_months) == (90, 12)
    assert site.engine is EngineName.WHOOSH


def test_an_engine_that_is_not_installed_is_a_problem(content, monkeypatch):
    monkeypatch.setattr("finder.content.site.find_spec", lambda name: None if name == "tantivy" else name)
    write_files(content, {"site.yaml": SITE + "engine: tantivy\n"})
    (problem,) = read_content(content, today=TODAY).problems
    assert (problem.line, problem.field, problem.message, problem.hint) == (
        9,
        "engine",
        "The search engine “tantivy” is not installed.",
        "Install it with: pip install 'trial-finder[large]', or write: engine: whoosh",
    )


def test_terms_keep_their_order_and_all_their_names(content):
    diagnoses = catalogue(
        content, diagnoses=DIAGNOSES + 'x: {name: {en: X}, asked: false, codes: {iccc3: "011"}}\n'
    ).diagnoses
    assert [term.id for term in diagnoses] == ["leukaemia", "all", "b-all", "wilms", "x"]
    assert diagnoses[0].names == {"en": "Leukaemia", "nl": "Leukemie"}
    assert (diagnoses[2].parent, diagnoses[2].also) == ("all", {"en": ["B-ALL", "pre-B ALL"]})
    assert (diagnoses[4].is_asked, diagnoses[4].codes) == (False, {"iccc3": "011"})


def test_the_glossary_is_in_alphabetical_order(content):
    write_files(content, {"glossary/en.md": GLOSSARY + "\n## Ångström\n\nA very small length.\n"})
    assert catalogue(content).glossary["en"] == (
        GlossaryEntry(id="angstrom", term="Ångström", html="<p>A very small length.</p>"),
        GlossaryEntry(
            id="blinatumomab",
            term="Blinatumomab",
            html="<p>An antibody that helps immune cells find leukaemia cells.</p>",
            say="blin-a-TOO-moo-mab",
        ),
        GlossaryEntry(
            id="minimal-residual-disease",
            term="Minimal residual disease",
            html="<p>Leukaemia cells that only very sensitive tests can find.</p>",
            also=("MRD",),
        ),
    )


def test_a_standing_page_is_its_lead_and_what_follows(content):
    page = catalogue(content).pages[0]
    assert (page.name, page.language, page.title) == ("about-trials", "en", "About clinical trials")
    assert page.lead_text == "A trial asks a question that nobody can answer yet."
    assert page.html == '<h2>The phases</h2>\n<p>Words are <a href="../glossary">explained</a>.</p>'

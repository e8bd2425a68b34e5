"""Links that must lead somewhere, and the first use of a term that opens its meaning."""

import pytest

from finder.content.catalogue import GlossaryEntry
from finder.content.reading import read_content
from finder.content.rendering import PageRenderer
from finder.content.term_links import TermFinder
from tests.content.writing import TODAY, words, write_trial

LINE = "content/trials/sunrise/en.md, line 7"
OUTSIDE = "Links begin with https://, mailto: or tel:, or lead to a page of this site."
FROM_HERE = "Write it as seen from this page, for example: ../glossary"


@pytest.mark.parametrize(
    "link",
    [
        *("https://example.org/a?b=c&d#e", "http://example.org", "mailto:a@b.org", "tel:+44-800-123"),
        *("sunrise", "./sunrise", "./", "../", "../glossary", "../glossary#blinatumomab", "../search?q=leukaemia"),
        *("../questions/", "../trials/", "../pages/about-trials", "../diagnoses/b-all"),
    ],
)
def test_a_link_that_leads_somewhere_is_no_problem(content, problems, link):
    write_trial(content, words=words(tested=f"See [this]({link})."))
    assert problems() == []


@pytest.mark.parametrize(
    ("link", "message", "hint"),
    [
        ("sunset", "The link “sunset” leads to no page of this site.", "Did you mean “sunrise”?"),
        ("glossary", "The link “glossary” leads to no page of this site.", "Did you mean “../glossary”?"),
        (
            "about-trials",
            "The link “about-trials” leads to no page of this site.",
            "Did you mean “../pages/about-trials”?",
        ),
        ("../questions", "The link “../questions” leads to no page of this site.", "Did you mean “../questions/”?"),
        (
            "../../../etc/passwd",
            "The link “../../../etc/passwd” leads to no page of this site.",
            "Links to other pages are written like this: ../glossary",
        ),
        (
            "../glossary#dose",
            "The link “../glossary#dose” leads to a term that is not in the glossary.",
            "Check the part after the #.",
        ),
        ("/en/glossary", "The link “/en/glossary” is not one from this page to another.", FROM_HERE),
        ("//example.org", "The link “//example.org” is not one from this page to another.", FROM_HERE),
        ("#join", "The link “#join” leads to the page it stands on.", "Leave the link out."),
        ("https://example", "The link “https://example” is not a web address.", "Copy the whole of it, with https://"),
        (
            "mailto:a",
            "The link “mailto:a” is not written as it should be.",
            "Write it like this: mailto:trials@example.org",
        ),
        ("tel:call", "The link “tel:call” is not written as it should be.", "Write it like this: tel:+441234567890"),
        (
            "javascript:alert(1)",
            "The link “javascript:alert(1)” begins with “javascript:”, which a page cannot link to.",
            OUTSIDE,
        ),
        (
            "&#x6A;avascript:alert(1)",
            "The link “javascript:alert(1)” begins with “javascript:”, which a page cannot link to.",
            OUTSIDE,
        ),
        ("data:text/html,a", "The link “data:text/html,a” begins with “data:”, which a page cannot link to.", OUTSIDE),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_line(content, problem, link, message, hint):
    write_trial(content, words=words(tested=f"See [this]({link})."))
    assert problem() == (LINE, message, hint)


def test_links_are_checked_in_both_lines_of_a_criterion(content, problems):
    write_trial(content, words=words(who_may="- A [b](c1).\n  > D [e](f1)."))
    assert [(where[-7:], message) for where, message, _ in problems()] == [
        ("line 11", "The link “c1” leads to no page of this site."),
        ("line 12", "The link “f1” leads to no page of this site."),
    ]


def entry(id, term, *also):
    return GlossaryEntry(id=id, term=term, html="", also=also)


def button(id, text):
    return f'<button class="term" popovertarget="g-{id}" type="button">{text}</button>'


def whole(id, text, closing):
    return f'<span class="whole">{button(id, text)}{closing}</span>'


FINDER = TermFinder(
    [
        entry("mrd", "Minimal residual disease", "MRD"),
        entry("all", "Acute lymphoblastic leukaemia", "ALL"),
        entry("leukaemia", "Leukaemia"),
        entry("hodgkin", "Hodgkin lymphoma", "Hodgkin's"),
        entry("arm", "Arm"),
        entry("phase", "Phase I"),
    ]
)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("an arm and an arm", f"an {button('arm', 'arm')} and an arm"),
        ("two arms", f"two {button('arm', 'arms')}"),
        ("harm, army", "harm, army"),
        ("ALL of all", f"{button('all', 'ALL')} of all"),
        ("all children", "all children"),
        ("acute lymphoblastic\nleukaemia", button("all", "acute lymphoblastic\nleukaemia")),
        ("Leukaemia: MRD", f"{whole('leukaemia', 'Leukaemia', ':')} {button('mrd', 'MRD')}"),
        ("an “arm”.", f"an “{whole('arm', 'arm', '”.')}"),
        ("phase I", button("phase", "phase I")),
        ("Which phase is it?", "Which phase is it?"),
        ("minimal residual disease (MRD)", f"{button('mrd', 'minimal residual disease')} (MRD)"),
        ("non-Hodgkin lymphoma", "non-Hodgkin lymphoma"),
        ("Hodgkin’s", button("hodgkin", "Hodgkin’s")),
        ("**leukaemia** *arm*", f"<strong>{button('leukaemia', 'leukaemia')}</strong> <em>{button('arm', 'arm')}</em>"),
        ("a *b* arm *c* MRD", f"a <em>b</em> {button('arm', 'arm')} <em>c</em> {button('mrd', 'MRD')}"),
        ("[leukaemia](a) `arm` MRD", f'<a href="a">leukaemia</a> <code>arm</code> {button("mrd", "MRD")}'),
        ("arm & arm <arm", f"{button('arm', 'arm')} &amp; arm &lt;arm"),
    ],
)
def test_the_first_use_of_a_term_opens_its_meaning(written, shown):
    assert PageRenderer(FINDER).inline(written) == shown


def test_headings_are_left_alone():
    assert PageRenderer(FINDER).html("### Leukaemia\n\nLeukaemia") == (
        f"<h3>Leukaemia</h3>\n<p>{button('leukaemia', 'Leukaemia')}</p>"
    )


def test_terms_are_linked_once_on_a_page_in_the_order_of_use_and_only_for_families(content):
    write_trial(
        content,
        words=words(
            tested="MRD and blinatumomab.",
            who_may="- B-ALL, no MRD, no Blinatumomab, under 18.\n  > MRD, blinatumomab.",
            professional="MRD and blinatumomab.",
        ),
    )
    read = read_content(content, today=TODAY).catalogue.trials[0].words["en"]
    assert read.terms == ("blinatumomab", "minimal-residual-disease")
    assert read.lead == f"<p>This trial tests {whole('blinatumomab', 'blinatumomab', '.')}</p>"
    assert read.sections[0].html == f"<p>{button('minimal-residual-disease', 'MRD')} and blinatumomab.</p>"
    assert "button" not in read.professional
    assert read.sections[1].criteria[0].pairs[0].plain == "B-ALL, no MRD, no Blinatumomab, under 18."

"""Markdown on its way to a page: what is shown, what is refused, and that nothing hostile comes through."""

import re
import time

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.content.markup import check_markup
from finder.content.rendering import PageRenderer
from finder.content.report import Report
from tests.content.writing import words, write_trial

FILE = "content/trials/sunrise/en.md"
NO_HTML = "Write it in plain markdown. A “<” in a sentence has a space after it."
NO_LINK = "Write links like this: [words](https://example.org)"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("A *b* **c** `d`.", "<p>A <em>b</em> <strong>c</strong> <code>d</code>.</p>"),
        ("5 < 6 & 7 > 6", "<p>5 &lt; 6 &amp; 7 &gt; 6</p>"),
        ("One  \ntwo", "<p>One<br>\ntwo</p>"),
        ("Some:\n- a\n- b", "<p>Some:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n   - b\n2. c", "<ol>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>"),
        ("### A\n#### B", "<h3>A</h3>\n<h4>B</h4>"),
        ("> Quote", "<blockquote>\n<p>Quote</p>\n</blockquote>"),
        (
            "| a | b |\n|---|--:|\n| 1 | 2 |",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"
            "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>",
        ),
        ('[a](../glossary "b")', '<p><a href="../glossary">a</a></p>'),
        ("[a](https://b.org/c?d=e&f)", '<p><a href="https://b.org/c?d=e&amp;f" rel="noreferrer">a</a></p>'),
        ("[a](mailto:b@c.org)", '<p><a href="mailto:b@c.org">a</a></p>'),
    ],
)
def test_markdown_becomes_plain_html(written, shown):
    assert PageRenderer().html(written) == shown


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("Hello <b>you</b>", "“<b>” looks like HTML, which a page cannot hold.", NO_HTML),
        ("<script>alert(1)</script>", "“<script>” looks like HTML, which a page cannot hold.", NO_HTML),
        ("a <!-- b --> c", "“<!-- b -->” looks like HTML, which a page cannot hold.", NO_HTML),
        ("<https://example.org>", "“<https://example.org>” looks like HTML, which a page cannot hold.", NO_HTML),
        (
            "![a](b.png)",
            "“![a](b.png)” is an image, and pages have none.",
            "Say in words what it shows, so that everyone can read it.",
        ),
        ("[a][b]", "“[a][b]” is a kind of link that pages do not have.", NO_LINK),
        ("[a]: https://b.org", "“[a]: https://b.org” is a kind of link that pages do not have.", NO_LINK),
        (
            "---",
            "“---” is a line without words.",
            "Remove it. Headings begin with # signs, and paragraphs are parted by an empty line.",
        ),
        ("##Costs", "“##Costs” has no space after the # sign.", "Write headings like this: ## Hospital visits"),
        (
            "##### Costs",
            "“##### Costs” is a heading of a level that pages do not have.",
            "Use ## for the sections, and ### or #### below them.",
        ),
        (
            "    - a",
            "“- a” begins too far to the right.",
            "A point within a point begins with two spaces, and nothing is nested more deeply.",
        ),
        (
            "> > > a",
            "“> > > a” is nested more deeply than a page can show.",
            "Write it as a point or a paragraph of its own.",
        ),
        (
            "- " * 1500,
            f"“{'- ' * 30}…” is nested more deeply than a page can show.",
            "Write it as a point or a paragraph of its own.",
        ),
        (
            "a " * 2001,
            "This paragraph has 4,002 characters, more than anyone can read in one go.",
            "Part it with empty lines into paragraphs of fewer than 4,000 characters.",
        ),
        ("[" * 200, "This paragraph has 200 “[” signs.", "Check what was pasted here."),
    ],
)
def test_what_has_no_place_on_a_page_is_told_with_its_line(content, problems, written, message, hint):
    write_trial(content, words=words(tested=f"Text.\n\n{written}"))
    assert (f"{FILE}, line 9", message, hint) in problems()


def test_a_page_of_endless_lines_is_refused(content, problem):
    write_trial(content, words=words() + "\n" * 6000)
    assert problem() == (
        FILE,
        "This file has 6,044 lines, more than the 5,000 that a page can hold.",
        "Check that nothing was pasted in by mistake.",
    )


@pytest.mark.parametrize(
    "sign", ["[", "[a](", "*", "_", "`", "!", "<", "<![", "&", "\\", "> ", "- ", "1. ", "|", "#", "a*b_"]
)
@pytest.mark.parametrize("shape", ["{} one long line", "{} many paragraphs"])
def test_no_text_keeps_the_parser_busy(sign, shape):
    paragraph = sign * (3900 // len(sign)) if "one" in shape else (sign * 140)[:600] + "\n\n"
    text = paragraph if "one" in shape else paragraph * 150
    started = time.perf_counter()
    if check_markup(text, Report(FILE)):
        PageRenderer().html(text)
    assert time.perf_counter() - started < 3


HOSTILE = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext></p><img src=x onerror=alert(1)>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<form action=https://evil.example><input name=a></form>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<link rel=stylesheet href=https://evil.example>",
    "<style>*{background:url(https://evil.example)}</style>",
    "<object data=x></object><embed src=x>",
    "<a href='javascript:alert(1)'>a</a>",
    "<button popovertarget=x onclick=alert(1)>a</button>",
    "<b onmouseover=alert(1)>a</b>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "<<script>script>alert(1)<</script>/script>",
    "<scr\nipt>alert(1)</scr\nipt>",
    "</p><script>alert(1)</script>",
    "<p>\n\n<script>\nalert(1)\n</script>\n\n</p>",
    "<div markdown=1><script>alert(1)</script></div>",
    "<details open ontoggle=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea><script>alert(1)</script></textarea>",
    "<video><source onerror=alert(1)></video>",
    "<x-y onclick=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java\nscript:alert(1))",
    "[a]( javascript:alert(1))",
    "[a](<javascript:alert(1)>)",
    "[a](&#106;avascript:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](&#x1;javascript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:msgbox(1))",
    "[a](file:///etc/passwd)",
    '[a](https://b.org" onclick="alert(1))',
    '[a](https://b.org "t\\" onclick=\\"alert(1)")',
    "[a](https://b.org){: onclick=alert(1)}",
    "# a {: onclick=alert(1) }",
    "![a](javascript:alert(1))",
    "![a](x 'y' onerror=alert(1))",
    '![a"onerror="alert(1)](x)',
    "[a][b]\n\n[b]: javascript:alert(1)",
    "[b]: javascript:alert(1)\n[b]",
    "<javascript:alert(1)>",
    '<https://b.org/"onclick=alert(1)>',
    "`<script>alert(1)</script>`",
    "``` html\n<script>alert(1)</script>\n```",
    "    <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
    "*<script>*alert(1)*</script>*",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "- <script>alert(1)</script>\n  > <img src=x onerror=alert(1)>",
    "> <script>\n> alert(1)\n> </script>",
    "wzxhzdk:0 \x02wzxhzdk:0\x03 <script>alert(1)</script>",
    "\x02amp\x03lt;script>",
    "[[WikiLink]] <script>",
    "*[HTML]: <script>alert(1)</script>\n\nHTML",
    "a[^1]\n\n[^1]: <script>alert(1)</script>",
]
ALLOWED = {
    "a": {"href", "rel"},
    "ol": {"start"},
    **dict.fromkeys("p ul li em strong h1 h2 h3 h4 blockquote br table thead tbody tr th td code".split(), set()),
}


def assert_harmless(rendered):
    for element in html5lib.parseFragment(rendered, namespaceHTMLElements=False).iter():
        if element.tag != "DOCUMENT_FRAGMENT":
            assert element.tag in ALLOWED, rendered
            assert set(element.attrib) <= ALLOWED[element.tag], rendered
            assert scheme_of(element.attrib.get("href", "")) in ("", "http", "https", "mailto", "tel"), rendered


def scheme_of(address):
    """What browsers take for the scheme: they skip controls and spaces before it, and tabs and line ends within it."""
    seen = re.sub(r"[\t\r\n]", "", address.lstrip("".join(map(chr, range(0x21)))))
    found = re.match(r"([a-z][a-z0-9+.-]*):", seen.lower())
    return found[1] if found else ""


@pytest.mark.parametrize("written", HOSTILE)
def test_nothing_hostile_reaches_a_page(written):
    assert_harmless(PageRenderer().html(written))
    assert_harmless(PageRenderer().inline(written))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*HOSTILE, *"[]()<>!*_`#&;:\\|-=\"' \n", "\n\n", "- ", "> ", "1. ", "a"]), max_size=12))
def test_no_mixture_of_hostile_pieces_reaches_a_page(pieces):
    text = "".join(pieces)
    if check_markup(text, Report(FILE)):
        assert_harmless(PageRenderer().html(text))

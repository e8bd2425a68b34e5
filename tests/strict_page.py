"""The strict door: what holds on every page, in every language and view, whatever a test came for."""

import re
from collections import Counter
from urllib.parse import urljoin, urlsplit

import html5lib

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NAMELESS_INPUTS = ("hidden", "submit", "button")


class Page:
    """A page as a person perceives it: headings, links, labels, texts."""

    def __init__(self, address, response):
        self.address = address
        self.response = response
        self.html = response.get_data(as_text=True)
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
        self.root = parser.parse(self.html)
        self.parse_errors = [(where, code) for where, code, _ in parser.errors if code != "unexpected-attribute"]

    def all(self, name, /, **attributes):
        """Return the elements of a name that have these attributes; `class_` looks for one of the classes."""
        wanted_class = attributes.pop("class_", None)
        return [
            element
            for element in self.root.iter(name)
            if all(element.get(key) == value for key, value in attributes.items())
            and (wanted_class is None or wanted_class in (element.get("class") or "").split())
        ]

    def one(self, name, /, **attributes):
        """Return the only such element."""
        found = self.all(name, **attributes)
        assert len(found) == 1, f"{self.address}: {len(found)} × <{name}> {attributes}"
        return found[0]

    @property
    def title(self):
        return text_of(self.one("title"))

    @property
    def heading(self):
        return text_of(self.one("h1"))

    @property
    def main(self):
        """All text between header and footer."""
        return text_of(self.one("main"))

    def headings(self, level):
        return [text_of(element) for element in self.all(f"h{level}")]

    def links(self, element=None):
        """Return each link's text and address."""
        return [(text_of(link), link.get("href")) for link in (element or self.root).iter("a")]

    def link(self, text):
        """Return the address behind a link's text."""
        found = {address for label, address in self.links() if label == text}
        assert len(found) == 1, f"{self.address}: {len(found)} different links “{text}”"
        return found.pop()

    def statuses(self):
        """Return the labels of the recruitment statuses shown, in order."""
        return [text_of(tag) for tag in self.all("strong", class_="tag")]


def text_of(element):
    """Return the text inside an element, with spaces as people see them."""
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def open_page(client, address, *, status=200, **request):
    """Fetch an address and hold the page against everything that must always be so."""
    response = client.open(address, **request)
    assert response.status_code == status, f"{address}: {response.status_code}"
    page = Page(address, response)
    check_structure(page)
    check_naming(page)
    check_forms(page)
    check_safety(page)
    check_trials(page)
    return page


def check_structure(page):
    """One well-formed document with one main part, one first heading and headings in order."""
    assert page.parse_errors == [], f"{page.address}: {page.parse_errors}"
    assert page.html.lower().startswith("<!doctype html>")
    page.one("main")
    # The error summary stands above the first heading, as GOV.UK and NHS pages have it.
    in_summary = {id(element) for summary in page.all("div", role="alert") for element in summary.iter()}
    levels = [int(one.tag[1]) for one in page.root.iter() if one.tag in HEADINGS and id(one) not in in_summary]
    assert levels.count(1) == 1, f"{page.address}: {levels.count(1)} first headings"
    steps = list(zip([0, *levels], levels, strict=False))
    assert all(after - before <= 1 for before, after in steps), f"{page.address}: headings skip a level: {levels}"
    ids = Counter(element.get("id") for element in page.root.iter() if element.get("id"))
    assert [one for one, times in ids.items() if times > 1] == [], f"{page.address}: ids used twice"
    opened = [button.get("popovertarget") for button in page.root.iter("button") if button.get("popovertarget")]
    assert [one for one in opened if one not in ids] == [], f"{page.address}: buttons that open nothing"
    anchors = [address[1:] for _, address in page.links() if address and address.startswith("#")]
    assert [anchor for anchor in anchors if anchor not in ids] == [], f"{page.address}: links within lead nowhere"


def check_naming(page):
    """Title, language, and a way past the header for those who cannot see it."""
    root = page.one("html")
    language, is_professional = place_of(page.address)
    assert root.get("lang") == language, f"{page.address}: lang is {root.get('lang')}"
    assert root.get("dir") in ("ltr", "rtl")
    start = page.title.removeprefix("Error: ")
    assert start.startswith(page.heading), f"{page.address}: title “{page.title}”, heading “{page.heading}”"
    assert ("Professional view" in page.title) == is_professional or language != "en"
    first_link = next(page.root.iter("a"))
    assert (first_link.get("class"), first_link.get("href")) == ("skip", "#main"), f"{page.address}: no skip link"
    for element in page.root.iter("img"):
        assert element.get("alt") is not None, f"{page.address}: a picture without words"


def place_of(address):
    parts = [part for part in urlsplit(address).path.split("/") if part]
    has_place = bool(parts) and re.fullmatch(r"[a-z]{2}", parts[0]) and parts[0] != "xx"
    return (parts[0] if has_place else "en", bool(has_place) and parts[1:2] == ["professional"])


def check_forms(page):
    """Every field has a label, every form an address, every button a kind."""
    labelled = {label.get("for") for label in page.root.iter("label")}
    inside = {id(field) for label in page.root.iter("label") for field in label.iter()}
    for field in [*page.root.iter("input"), *page.root.iter("select"), *page.root.iter("textarea")]:
        is_named = field.get("type") in NAMELESS_INPUTS or field.get("id") in labelled or id(field) in inside
        assert is_named, f"{page.address}: a field without a label: {field.get('name')}"
    assert all(form.get("action") for form in page.root.iter("form")), f"{page.address}: a form without an address"


def check_safety(page):
    """Nothing that runs, nothing inline, nothing from elsewhere, nothing kept that should not be."""
    assert page.all("script") == [] == page.all("style") == page.all("iframe"), f"{page.address}: active parts"
    for element in page.root.iter():
        inline = [name for name in element.attrib if name == "style" or str(name).startswith("on")]
        assert inline == [], f"{page.address}: {inline} on <{element.tag}>"
    for name, attribute in (("link", "href"), ("img", "src"), ("source", "src"), ("form", "action")):
        for element in page.root.iter(name):
            target = urljoin("https://localhost/", element.get(attribute, ""))
            is_ours = urlsplit(target).netloc in ("localhost", "trials.example.org")
            assert is_ours, f"{page.address}: asks {target}"
    policy = page.response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "[[" not in page.html, f"{page.address}: a mark that was never filled in"


def check_trials(page):
    """Every trial shown has its dated status before its summary, and the prompt comes last."""
    cards = page.all("li", class_="result")
    for card in cards:
        parts = [element.get("class") or element.tag for element in card.iter() if element.tag in ("p", "h3", "h4")]
        assert parts[0] == "status", f"{page.address}: a trial without its status first: {parts}"
    for status in page.all("p", class_="status"):
        assert (
            re.search(r"\d{4}|no source gives a date", text_of(status), re.IGNORECASE)
            or page.one("html").get("lang") != "en"
        )
    if cards or page.statuses():
        sections = [element for element in page.one("main").iter("section")]
        assert "prompt" in (sections[-1].get("class") or ""), f"{page.address}: the prompt is not last"
        after = page.html.split('id="prompt"')[1]
        assert 'class="result"' not in after
        assert 'class="status"' not in after

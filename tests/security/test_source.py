"""What is not in the source cannot happen: nothing trusted without review, nothing from elsewhere, nothing unquoted."""

import re

import pytest

from tests.conftest import PROJECT

TEMPLATES = sorted((PROJECT / "finder" / "web" / "templates").rglob("*.*ml"))
MODULES = sorted((PROJECT / "finder").rglob("*.py"))
SHIPPED = [*TEMPLATES, *(path for path in (PROJECT / "static").rglob("*") if path.suffix in (".css", ".svg", ".js"))]
STRANGERS = re.compile(
    r"google|gtag|analytics|facebook|pixel\b|matomo|plausible|hotjar|cdn\b|cloudflare|jsdelivr|unpkg|bootstrapcdn|fonts\.g|"
    r"recaptcha|hcaptcha|sentry|doubleclick|segment\.io|mixpanel|@import|localStorage|sessionStorage|indexedDB|serviceWorker|"
    r"navigator\.sendBeacon|XMLHttpRequest",
    re.IGNORECASE,
)
NEVER = [
    "render_template_string",
    "yaml.load(",
    "import pickle",
    "exec(",
    "__import__",
    "subprocess",
    "os.system",
    "shell=True",
    "verify=False",
]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_attribute_that_holds_a_value_is_in_quotes(path):
    text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    assert re.findall(r"<[a-z][^<>]*\s[a-z-]+=\{\{", text) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_lets_a_text_through_as_it_is(path):
    assert re.findall(r"\|\s*safe\b|autoescape|Markup", path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_nothing_that_counts_or_follows_visitors_is_shipped(path):
    text = path.read_text("utf-8")
    assert STRANGERS.findall(text) == []
    loads = re.findall(r"(?:src|srcset|@import|url\()\s*=?\s*[\"'(]?\s*((?:https?:)?//[^\"')\s]+)", text)
    assert loads == []


@pytest.mark.parametrize("name", NEVER)
def test_the_package_has_no(name):
    assert [path.name for path in MODULES if name in path.read_text("utf-8")] == []


def test_errors_are_not_swallowed_whole():
    found = [
        path.name
        for path in MODULES
        if re.search(r"except( Base)?(Exception)?:|except Exception", path.read_text("utf-8"))
    ]
    assert found == []

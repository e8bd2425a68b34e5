"""The grading of MDN's HTTP Observatory, in our own words: what it adds to 100 and takes from it, for one response.

After its table of modifiers (mdn-http-observatory, src/grader/charts.js). A bonus counts only from a base of 90.
"""

import re

SAFE_REFERRERS = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}


def score(response):
    """Return the score of a response that came over TLS."""
    found = list(modifiers(response))
    base = 100 + sum(each for each in found if each < 0)
    return max(0, base + (sum(each for each in found if each > 0) if base >= 90 else 0))


def modifiers(response):
    """Yield what each of the Observatory's tests adds or takes."""
    headers = response.headers
    policy = directives(headers.get("Content-Security-Policy", ""))
    yield content_security_policy(policy)
    yield cookies(headers.getlist("Set-Cookie"))
    yield -50 if headers.get("Access-Control-Allow-Origin") == "*" else 0
    yield referrer_policy(headers.get("Referrer-Policy"))
    yield strict_transport_security(headers.get("Strict-Transport-Security", ""))
    yield scripts(response)
    yield 0 if headers.get("X-Content-Type-Options") == "nosniff" else -5
    yield framing(policy, headers)
    yield 10 if headers.get("Cross-Origin-Resource-Policy") in ("same-origin", "same-site") else 0


def directives(policy):
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {name.lower(): set(values) for name, *values in parts}


def content_security_policy(policy):
    if not policy:
        return -25
    fallback = policy.get("default-src", {"*"})
    script, style = policy.get("script-src", fallback), policy.get("style-src", fallback)
    if script & {"'unsafe-inline'", "data:", "*", "https:", "http:"} or policy.get("object-src", fallback) - {"'none'"}:
        return -20
    if "'unsafe-eval'" in script:
        return -10
    if style & {"'unsafe-inline'", "data:", "*", "https:", "http:"}:
        return 0
    return 10 if fallback == {"'none'"} and policy.get("base-uri") and policy.get("form-action") else 5


def cookies(lines):
    if not lines:
        return 0
    worst = 5
    for line in lines:
        attributes = {part.strip().lower() for part in line.split(";")[1:]}
        if "secure" not in attributes:
            worst = min(worst, -40)
        elif "httponly" not in attributes:
            worst = min(worst, -30)
        elif not any(each.startswith("samesite=") for each in attributes):
            worst = min(worst, 0)
    return worst


def referrer_policy(value):
    if value is None:
        return 0
    return 5 if value in SAFE_REFERRERS else -5


def strict_transport_security(value):
    age = re.search(r"max-age=(\d+)", value)
    if not age:
        return -20
    return 0 if int(age[1]) >= 15_768_000 else -10


def scripts(response):
    """Our own scripts may carry a digest; strangers' scripts must."""
    if not response.mimetype.startswith("text/html"):
        return 0
    tags = re.findall(r"<script[^>]*\bsrc=[^>]*>", response.get_data(as_text=True))
    foreign = [tag for tag in tags if re.search(r'src="?(https?:)?//', tag)]
    if any("integrity=" not in tag for tag in foreign):
        return -50
    return 5 if tags and all("integrity=" in tag for tag in tags) else 0


def framing(policy, headers):
    if "frame-ancestors" in policy:
        return 5 if policy["frame-ancestors"] <= {"'none'", "'self'"} else 0
    return 0 if headers.get("X-Frame-Options", "").upper() in ("DENY", "SAMEORIGIN") else -20

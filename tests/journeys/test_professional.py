"""A health professional who switches between the two readings."""

from playwright.sync_api import expect


def test_a_professional_switches_views_and_keeps_the_page_and_every_criterion(browse):
    window = browse("/en/trials/mt103-205", viewport={"width": 1280, "height": 900})
    in_plain_words = criteria(window)
    window.get_by_role("navigation", name="Reading view").get_by_role("link", name="For professionals").click()
    assert window.url.endswith("/en/professional/trials/mt103-205")
    expect(window.get_by_role("link", name="NCT01471782")).to_have_attribute(
        "href", "https://clinicaltrials.gov/study/NCT01471782"
    )
    assert criteria(window) == in_plain_words
    window.get_by_role("navigation", name="Reading view").get_by_role("link", name="For families").click()
    assert window.url.endswith("/en/trials/mt103-205")


def criteria(window):
    """How many criteria each of the two sections shows."""
    return [
        window.get_by_role("region", name=heading, exact=True).get_by_role("listitem").count()
        for heading in ("Who may be able to take part", "Who may not be able to take part")
    ]

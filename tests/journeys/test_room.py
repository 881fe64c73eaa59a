"""What the browser says of its room before anybody has written: nothing is there."""

from tests.journeys.conftest import Start

CHECK = "workbooks/will-this-browser-keep-my-work/"
# WebKit's own build for Linux says nothing of its room.
NOTHING = """() => document.querySelector("[data-room]").textContent.startsWith(
    navigator.storage?.estimate ? "Nothing is saved at this site’s address yet"
        : "This browser does not say")"""


def test_nothing_is_called_kept_before_anybody_has_written(start: Start, site_url: str) -> None:
    with start() as browser:
        tab = browser.tab()
        tab.go(f"{site_url}workbooks/self-reflection/")
        tab.go(site_url + CHECK)
        tab.until(NOTHING)

"""One way to drive three engines: Chromium and Firefox through Playwright, WebKit by WebDriver."""

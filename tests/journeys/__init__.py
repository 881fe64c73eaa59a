"""The promises, as journeys that are the same in Chromium, Firefox and WebKit."""

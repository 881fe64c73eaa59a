"""Run the site's scripts on values from here."""

import json
from typing import Any

from playwright.sync_api import Page


def run_with(page: Page, set_up: str, script: str, value: Any = None) -> Any:
    """What `script` returns on the page, after `set_up`, with `value` at hand.

    Both travel as JSON with all but ASCII escaped, so that any text arrives as it is.
    """
    act = f"""async (json) => {{
        const value = JSON.parse(json);
        {set_up}
        const result = await (async () => {{ {script} }})();
        return JSON.stringify(result ?? null);
    }}"""
    return json.loads(page.evaluate(act, json.dumps(value)))

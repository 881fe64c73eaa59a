"""A link that nobody made does nothing but give a refusal."""

from playwright.sync_api import Page

from tests.browser.feedback.scripts import run
from tests.browser.feedback.sealing import (
    base64url,
    checked,
    made,
)


def links() -> dict[str, str]:
    """Links that no page made, and what is said of each."""
    good = made().link
    body = good.partition(".")[2]
    return {
        "": "none",
        "#": "none",
        "#before-you-answer": "none",
        "#ask": "damaged",
        "#ask=": "damaged",
        "#ask=1.": "damaged",
        f"#ask=0.{body}": "damaged",
        f"#ask=2.{body}": "newer",
        f"#ask=999999.{body}": "newer",
        f"#ask=9999999.{body}": "damaged",
        f"#ask=-1.{body}": "damaged",
        f"#ask=1.{body}=": "damaged",
        f"#ask=1.{body}.": "damaged",
        f"#ask=1.{body}&x": "damaged",
        f"#ask=1.{body[:-1]}": "damaged",
        f"#ask=1.{body}A": "damaged",
        f"#ask=1.{body}{body}": "damaged",
        f"#ask=1.{body[:40]}%0a{body[40:]}": "damaged",
        "#ask=1." + "A" * 2_500_000: "damaged",
        "#ask=1.<script>alert(1)</script>": "damaged",
        "#ask=javascript:alert(1)": "damaged",
        "#ask=1." + base64url(checked(b"../../etc/passwd" + bytes(69))): "damaged",
    }


def test_a_link_that_nobody_made_is_refused(blank: Page) -> None:
    wanted = links()
    script = "return Promise.all(value.map((link) => askOf(link)))"
    assert dict(zip(wanted, run(blank, script, list(wanted)), strict=True)) == wanted


def test_a_link_with_any_letter_changed_is_refused(blank: Page) -> None:
    script = """
        const start = "#ask=1.".length;
        const found = new Set();
        for (let at = start; at < value.length; at += 1) {
            const sign = value[at] === "A" ? "B" : "A";
            const ask = await askOf(value.slice(0, at) + sign + value.slice(at + 1));
            found.add(typeof ask === "string" ? ask : "taken");
        }
        return [...found];
    """
    assert run(blank, script, made().link) == ["damaged"]

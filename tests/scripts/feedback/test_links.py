"""A link that nobody made does nothing but give a refusal."""

import re

from tests.browser.feedback.sealing import (
    base64url,
    checked,
    made,
)
from tests.scripts.feedback.scripts import run
from tests.support.scripts import Scripts


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
        f"#ask=1.{body[:-4]}": "damaged",
        f"#ask=1.{body[4:]}": "damaged",
        f"#ask=1.{body[:40]}/{body[40:]}": "damaged",
        "#ask=1." + "A" * 2_500_000: "damaged",
        "#ask=1.<script>alert(1)</script>": "damaged",
        "#ask=javascript:alert(1)": "damaged",
        "#ask=1." + base64url(checked(b"../../etc/passwd" + bytes(69))): "damaged",
    }


def test_a_link_that_nobody_made_is_refused(scripts: Scripts) -> None:
    wanted = links()
    script = "return Promise.all(value.map((link) => askOf(link)))"
    assert dict(zip(wanted, run(scripts, script, list(wanted)), strict=True)) == wanted


def test_a_link_with_any_letter_changed_is_refused(scripts: Scripts) -> None:
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
    assert run(scripts, script, made().link) == ["damaged"]


def changed_on_the_way(link: str) -> list[str]:
    """The link as it arrives: encoded, broken, or with something behind it."""
    body = link.partition(".")[2]
    behind = [".", ",", ")", ">", "”.", "=", "&x", "A", body, "\u200b", "__;Iw!!abc$", "%3E", ")."]
    appended = [
        "&data=05%7C01%7C&reserved=0",
        "&amp;data=05",
        "?utm_source=mail",
        "&c=E,1,x&typo=1",
    ]
    encoded = [
        link.replace("#", "#%23"),
        link.replace("=", "%3D"),
        link.replace("=", "%253D"),
        link.replace("=", "&#61;"),
        link.replace("=", "=3D"),
        link.replace("#ask", "#&amp;ask"),
        "?x=1" + link.replace("#", "%23"),
        "?" + link.replace("#", "%2523").replace("=", "%253D"),
        "#ASK=1." + body,
    ]
    broken = [f"#ask=1.{body[:40]}{at}{body[40:]}" for at in ("%0a", "%0D%0A", "%20", "=\r\n")]
    return [link, *(link + end for end in (*behind, *appended)), *encoded, *broken]


def test_a_link_that_is_whole_is_taken_whatever_was_done_to_it(scripts: Scripts) -> None:
    links = changed_on_the_way(made().link)
    script = """
        return Promise.all(value.map(async (link) => typeof await askOf(link)));
    """
    assert dict(zip(links, run(scripts, script, links), strict=True)) == dict.fromkeys(
        links, "object"
    )


def test_no_link_ends_in_a_sign_that_mail_programs_leave_out(scripts: Scripts) -> None:
    script = """
        const { linkOf } = await siteModule("feedback/request.js");
        const ends = new Set();
        for (let at = 0; at < 2000; at += 1) {
            ends.add(linkOf(String(at).padStart(16, "a"), value).at(-1));
        }
        return [...ends].join("");
    """
    assert re.fullmatch("[A-Za-z0-9]+", run(scripts, script, made().record()))

"""The page for addresses that lead nowhere leads on where a program has changed the address."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.feedback.sealing import made

pytestmark = pytest.mark.page_fault("Failed to load resource.*404")

GIVE = "workbooks/give-feedback/"
VALUES = "framework/values/"
MEANT = {
    f"{VALUES}%23own-risk": f"{VALUES}#own-risk",
    f"{VALUES}%23own-risk.": f"{VALUES}#own-risk",
    f"{VALUES}%2523own-risk": f"{VALUES}#own-risk",
    f"{VALUES}index.html%23own-risk": f"{VALUES}index.html#own-risk",
    f"{VALUES}%23own-risk&amp;data=05?x=1": f"{VALUES}#own-risk&data=05",
    f"{VALUES}.": VALUES,
    f"{VALUES}%3E": VALUES,
    f"{VALUES}),": VALUES,
    f"{VALUES}%E2%80%9D.": VALUES,
    "Framework/Values/": VALUES,
    "framework/values;jsessionid=A1/": VALUES,
    "framework/values/;jsessionid=A1": VALUES,
    "framework/values./": VALUES,
}


@pytest.mark.parametrize(("address", "meant"), MEANT.items(), ids=MEANT)
def test_an_address_that_was_changed_on_its_way_leads_to_the_page_that_was_meant(
    page: Page, site_url: str, address: str, meant: str
) -> None:
    page.goto(address)
    expect(page).to_have_url(site_url + meant)
    expect(page.get_by_role("heading", level=1)).to_contain_text("driven by values")


@pytest.mark.parametrize(
    "change",
    [
        lambda link: link.replace("#", "%23"),
        lambda link: link.replace("#", "%23") + ".",
        lambda link: link.replace("#", "%23").replace("=", "%3D") + "&data=05%7C01&reserved=0",
        lambda link: link.replace("#", "%2523").replace("=", "%253D"),
        lambda link: "index.html" + link.replace("#", "%23"),
        lambda link: "?p=1" + link.replace("#", "%23"),
    ],
)
def test_a_request_for_feedback_opens_through_programs_that_rewrite_links(
    page: Page, change: object
) -> None:
    page.goto(GIVE + change(made().link))  # type: ignore[operator]
    expect(page.get_by_role("button", name="Make my reply code")).to_be_visible()
    expect(page.get_by_text("incomplete")).to_be_hidden()


def test_an_address_that_cannot_be_put_right_stays_on_the_page(page: Page, site_url: str) -> None:
    for address in ("nothing-here/", "nothing%2Fhere/", "nothing-here/%23a"):
        page.goto(address)
        expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    expect(page).to_have_url(re.compile("nothing-here/#a$"))


def test_it_never_leads_to_another_address(page: Page) -> None:
    script = """async () => {
        const { repaired } = await siteModule("reading/address-repair.js");
        return ["//evil.example/%23x", "/guide//evil.example/%23//x", "/guide/%5Cevil.example/."]
            .map((path) => new URL(repaired(location.origin + path, "/guide/")).origin);
    }"""
    page.goto(GIVE)
    page.goto("nothing-here/")
    found = page.evaluate(script.replace("../assets", "/guide/assets"))
    assert set(found) == {page.evaluate("location.origin")}


def test_an_encoded_slash_is_a_slash_that_no_folder_is_named_after(page: Page) -> None:
    script = """async (paths) => {
        const { repaired } = await siteModule("reading/address-repair.js");
        return paths.map((path) => repaired(`https://a.example/guide/${path}`, "/guide/"));
    }"""
    page.goto(GIVE)
    paths = ["framework%2Fvalues/", "x/..%2fframework/values/#a", "framework/%2F/values//?b=c"]
    assert page.evaluate(script, paths) == [
        f"https://a.example/guide/{VALUES}",
        f"https://a.example/guide/{VALUES}#a",
        f"https://a.example/guide/{VALUES}?b=c",
    ]


def test_without_script_the_page_says_what_to_put_right(page: Page) -> None:
    page.goto("nothing-here/")
    expect(page.get_by_text("an email program has changed the link")).to_be_visible()

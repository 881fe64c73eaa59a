"""Give a page a style sheet of a person's own, which a strict policy lets through."""

from playwright.sync_api import Page

ADD = """(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
}"""
# Questions that are far away are not laid out: their parts lie where nobody meets them.
NEAR = ".workbook-question { content-visibility: visible !important; }"


def add_sheet(page: Page, css: str) -> None:
    """Have the page follow `css` as well, until it is left."""
    page.evaluate(ADD, css)


def lay_out(page: Page) -> None:
    """Lay out every question of the page, as it is when one has come to it."""
    add_sheet(page, NEAR)

"""The tree that the browser itself gives to assistive technology.

axe-core and Playwright compute names and what is hidden by rules of their own, from the DOM. A
screen reader gets what Chromium makes of the page, which differs: a link around an `<article>`
has no name there, and what is `hidden` where `content-visibility` skips the layout is exposed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

# What a person works with. What can be tabbed to and has another role is a fault of its own,
# unless it is one of these, which scroll and say what they are.
OPERABLE = frozenset(
    {
        *("button", "checkbox", "ColorWell", "combobox", "DisclosureTriangle", "link", "listbox"),
        *(
            "menuitem",
            "option",
            "radio",
            "searchbox",
            "slider",
            "spinbutton",
            "switch",
            "tab",
            "textbox",
        ),
    }
)
SCROLLED = frozenset({"region", "group", "log", "Table", "table", "dialog", "alertdialog"})
CONTENTS = frozenset({"StaticText", "InlineTextBox", "LineBreak", "ListMarker"})

# Marks what nobody can see, so that the nodes of the tree can be compared with it.
MARK = """() => {
    for (const element of document.body.querySelectorAll("*")) {
        const { display, visibility } = getComputedStyle(element);
        const closed = element.parentElement.matches("details:not([open])");
        const gone = display === "none" || visibility !== "visible" || element.hidden;
        if (gone || (closed && element.localName !== "summary"))
            element.setAttribute("data-not-shown", "");
    }
}"""
UNMARK = """() => {
    for (const element of document.querySelectorAll("[data-not-shown]"))
        element.removeAttribute("data-not-shown");
}"""


SETTLED = """() => new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50))))"""
LOOKS = 5


@dataclass(frozen=True)
class Node:
    """One thing that a screen reader is given."""

    role: str
    name: str
    description: str
    focusable: bool
    live: str
    tag: str
    attributes: dict[str, str]
    shown: bool

    def __str__(self) -> str:
        marks = " ".join(
            f"{key}={value!r}" for key, value in self.attributes.items() if key in ("id", "class")
        )
        return f"{self.role} {self.name[:60]!r} <{self.tag} {marks}>"


def tree(page: Page) -> list[Node]:
    """What is exposed of the page as it stands, in the order in which it is read."""
    session = page.context.new_cdp_session(page)
    try:
        session.send("Accessibility.enable")
        found = session.send("Accessibility.getFullAXTree")["nodes"]
        page.evaluate(MARK)
        root = session.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]
        page.evaluate(UNMARK)
    finally:
        session.detach()
    elements = {element["backendNodeId"]: element for element in _elements(root)}
    by_id = {node["nodeId"]: node for node in found}
    exposed = [node for node in _in_order(found[0], by_id) if not node["ignored"]]
    return [_node(node, elements.get(node.get("backendDOMNodeId"), {})) for node in exposed]


def faults(page: Page) -> list[str]:
    """What a screen reader would be given that has no name, no role, or cannot be seen.

    What is on its way while one looks is looked at again.
    """
    for _ in range(LOOKS):
        page.evaluate(SETTLED)
        found = [fault for node in tree(page) for fault in _faults_of(node)]
        if not found:
            break
    return found


def _faults_of(node: Node) -> Iterator[str]:
    if node.role in CONTENTS or node.role == "RootWebArea":
        return
    if not node.shown:
        yield f"not to be seen, and exposed: {node}"
    if node.role in OPERABLE and not node.name.strip():
        yield f"without a name: {node}"
    if node.focusable and node.attributes.get("tabindex") != "-1" and node.role not in OPERABLE:
        if node.role not in SCROLLED:
            yield f"can be tabbed to, without a role: {node}"
        elif not node.name.strip():
            yield f"can be tabbed to, without a name: {node}"


def _elements(element: dict[str, Any], shown: bool = True) -> Iterator[dict[str, Any]]:
    pairs = element.get("attributes", [])
    attributes = dict(zip(pairs[::2], pairs[1::2], strict=True))
    shown = shown and "data-not-shown" not in attributes
    yield {**element, "attributes": attributes, "shown": shown}
    inside = (element.get("children", []), element.get("shadowRoots", []))
    for child in (child for children in inside for child in children):
        yield from _elements(child, shown)


def _in_order(node: dict[str, Any], by_id: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("childIds", []):
        if child in by_id:
            yield from _in_order(by_id[child], by_id)


def _node(node: dict[str, Any], element: dict[str, Any]) -> Node:
    properties = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
    return Node(
        role=node.get("role", {}).get("value", ""),
        name=node.get("name", {}).get("value", ""),
        description=node.get("description", {}).get("value", ""),
        focusable=bool(properties.get("focusable")),
        live=properties.get("live", ""),
        tag=element.get("nodeName", "").lower(),
        attributes=element.get("attributes", {}),
        shown=element.get("shown", True),
    )

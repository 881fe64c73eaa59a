"""What a Word document has to be so that Word opens it without a repair (ECMA-376).

Each function yields the faults of a document as sentences; none of them knows
our writer.
"""

import posixpath
from collections import Counter
from collections.abc import Iterator
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from .ooxml_order import MAY_REPEAT, ORDERS

Parts = dict[str, bytes]

RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def trees(parts: Parts) -> dict[str, Any]:
    """The root of each part but pictures; raises lxml's XMLSyntaxError where one is ill-formed."""
    return {name: parse_xml(data) for name, data in parts.items() if not name.endswith(".png")}


def untyped_parts(parts: Parts) -> Iterator[str]:
    """Parts that [Content_Types].xml gives no type of their own, and types of no part.

    A picture has the type of its ending."""
    types = parse_xml(parts["[Content_Types].xml"])
    endings = {one.get("Extension") for one in types.iter(f"{TYPES}Default")} - {"rels", "xml"}
    named = [one.get("PartName").lstrip("/") for one in types.iter(f"{TYPES}Override")]
    yield from (f"{name} is typed but not there" for name in named if name not in parts)
    for name in parts:
        typed = name in named or name.rpartition(".")[2] in endings
        if name != "[Content_Types].xml" and not name.endswith(".rels") and not typed:
            yield f"{name} has no type"


def broken_relationships(parts: Parts) -> Iterator[str]:
    """Relationships without a target, ids used twice and ids that no relationship has."""
    for name, root in trees(parts).items():
        if not name.endswith(".rels"):
            continue
        folder, file = name.rsplit("_rels/", 1)
        all_of = list(root.iter(RELATIONSHIPS))
        ids = Counter(one.get("Id") for one in all_of)
        yield from (f"{name}: {one} stands twice" for one, times in ids.items() if times > 1)
        for target in (posixpath.normpath(folder + one.get("Target")) for one in all_of):
            if target not in parts:
                yield f"{name}: {target} is not there"
        if source := parts.get(folder + file.removesuffix(".rels")):
            ids_in = (qn("r:id"), qn("r:embed"))
            used = {one.get(name) for one in parse_xml(source).iter() for name in ids_in} - {None}
            yield from (f"{name} lacks {one}" for one in used - set(ids))


def undefined_styles(parts: Parts) -> Iterator[str]:
    """Styles that are used and not defined, of the right kind; and those defined twice."""
    styles = list(parse_xml(parts["word/styles.xml"]).iter(qn("w:style")))
    defined = Counter((one.get(qn("w:type")), one.get(qn("w:styleId"))) for one in styles)
    yield from (f"{style} is defined twice" for style, times in defined.items() if times > 1)
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    for name, root in trees(parts).items():
        for tag, kind in kinds.items():
            for one in root.iter(qn(f"w:{tag}")):
                if (kind, one.get(qn("w:val"))) not in defined:
                    yield f"{name}: no {kind} style {one.get(qn('w:val'))}"
    for style in styles:
        for one in style.iter(qn("w:basedOn"), qn("w:next")):
            if (style.get(qn("w:type")), one.get(qn("w:val"))) not in defined:
                yield f"style {style.get(qn('w:styleId'))}: no {one.get(qn('w:val'))}"


def misplaced_elements(parts: Parts) -> Iterator[str]:
    """Properties that the schema does not have there, or not in this order, or not twice."""
    for name, root in trees(parts).items():
        for tag, names in ORDERS.items():
            order = names.split()
            for element in root.iter(qn(f"w:{tag}")):
                found = [child.tag.rpartition("}")[2] for child in element]
                places = [order.index(child) if child in order else -1 for child in found]
                twice = [
                    one for one, n in Counter(found).items() if n > 1 and one not in MAY_REPEAT
                ]
                if -1 in places or places != sorted(places) or twice:
                    yield f"{name}: {tag} has {' '.join(found)}"


def misused_blocks(parts: Parts) -> Iterator[str]:
    """Cells without a last paragraph, rows that do not fit their grid, a body that ends wrongly."""
    body = parse_xml(parts["word/document.xml"])[0]
    tail = [child.tag for child in body][-2:]
    if tail != [qn("w:p"), qn("w:sectPr")]:
        yield f"the body ends in {tail}"
    for table in body.iter(qn("w:tbl")):
        columns = len(list(table.iter(qn("w:gridCol"))))
        for row in table.iter(qn("w:tr")):
            if len(list(row.iter(qn("w:tc")))) != columns:
                yield f"a row does not have {columns} cells"
    for cell in body.iter(qn("w:tc")):
        if cell[-1].tag != qn("w:p"):
            yield "a cell does not end in a paragraph"


def repeated_ids(parts: Parts) -> Iterator[str]:
    """Values of `w:id` (bookmarks, comments, changes) that stand twice."""
    for name, root in trees(parts).items():
        ids = Counter(one.get(qn("w:id")) for one in root.iter() if one.get(qn("w:id")))
        yield from (f"{name}: id {one} stands twice" for one, times in ids.items() if times > 1)


def unkept_spaces(parts: Parts) -> Iterator[str]:
    """Texts whose outer spaces Word would drop."""
    space = "{http://www.w3.org/XML/1998/namespace}space"
    for name, root in trees(parts).items():
        for one in root.iter(qn("w:t")):
            text = one.text or ""
            if text != text.strip() and one.get(space) != "preserve":
                yield f"{name}: {text!r} would lose its spaces"


RULES = (
    untyped_parts,
    broken_relationships,
    undefined_styles,
    misplaced_elements,
    misused_blocks,
    repeated_ids,
    unkept_spaces,
)


def faults(parts: Parts) -> list[str]:
    """All faults of a document, by all rules."""
    return [fault for rule in RULES for fault in rule(parts)]

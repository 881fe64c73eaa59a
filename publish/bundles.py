"""Join the scripts that a page loads at once into few files, as a host serves them.

Each module becomes a function of its own in its bundle, which gives what the module exports; a
module that imports from it reads from there. The code within is as it was written. Modules that are
loaded later stay files of their own. What runs, runs in the order in which it did."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Node

from publish.script_parser import parsed

_PLAIN = ("identifier", "shorthand_property_identifier_pattern")

FOLDER = "bundles"
MAIN = "main.js"
# What each bundle begins with, in the order in which bundles are made: each takes what these
# modules import, too, unless it is in one before it.
BUNDLES: Mapping[str, tuple[str, ...]] = {
    "page": (
        "page/*.js",
        "reading/copy-text.js",
        "reading/print-page.js",
        "storage/records.js",
        "storage/page-ledger.js",
    ),
    "answers": (
        "answers/workbook-question.js",
        "answers/save-status.js",
        "answers/earlier-questions.js",
        "answers/stored-summary.js",
        "answers/count-answered.js",
        "backup/rescue-file.js",
        "export/take-away.js",
    ),
    "workbook": ("answers/workbook-parts.js", "answers/workbook-progress.js"),
    "profile": ("profile/look-again.js", "profile/profile-history.js", "profile/profile-view.js"),
    "device": (
        "device/erase-everything.js",
        "device/my-workbooks.js",
        "device/shared-computer.js",
        "backup/restore-backup.js",
    ),
    "feedback": ("feedback/request.js", "feedback/reply.js"),
    "search": ("search/search-box.js", "search/search-page.js"),
}
# Elements that are loaded only where there is something for them to do (`main.js`).
WHEN_WANTED = (
    *("newest-round", "opened-workbook", "planned-actions", "profile-round", "resume-link"),
    *("backup-dialog", "workbook-file"),
)


class NotBundledError(Exception):
    """A module has something that cannot be put into a bundle; the message says what."""


@dataclass(frozen=True)
class _Edit:
    start: int
    end: int
    text: str


class Modules:
    """The modules of a folder: their texts, what each imports, and the bundle that it is in."""

    def __init__(self, folder: Path) -> None:
        """Read every script of the folder and decide on the bundles."""
        self.folder = folder
        self.texts = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*.js"))
        }
        self.roots = {name: parsed(text) for name, text in self.texts.items()}
        self.bundle_of: dict[str, str] = {}
        self.bundles: dict[str, list[str]] = {}
        for bundle, starts in BUNDLES.items():
            members: list[str] = []
            for start in starts:
                for path in sorted(folder.glob(start)):
                    self._take(path.relative_to(folder).as_posix(), members)
            if members:
                self.bundles[bundle] = members
                self.bundle_of.update(dict.fromkeys(members, bundle))

    def _take(self, name: str, members: list[str]) -> None:
        """Put the module after all that it imports."""
        if name in members or name in self.bundle_of:
            return
        for imported in self.imports(name):
            self._take(imported, members)
        members.append(name)

    def files(self, name: str) -> list[str]:
        """Return the files that a module needs, its own first."""
        found: list[str] = []
        left = [name]
        while left:
            one = left.pop(0)
            bundle = self.bundle_of.get(one)
            file = f"{FOLDER}/{bundle}.js" if bundle else one
            if file not in found:
                found.append(file)
                for member in self.bundles[bundle] if bundle else [one]:
                    left.extend(self.imports(member))
        return found

    def later(self, name: str) -> Iterator[str]:
        """Yield the modules that a module loads by `import()`."""
        for call in _calls(self.roots[name]) if name in self.roots else ():
            argument = _argument(call)
            if argument is not None and argument.type == "string":
                yield _resolved(name, _inside(argument))

    def imports(self, name: str) -> Iterator[str]:
        """Yield the modules that a module imports or re-exports from, in order."""
        for node in self.roots[name].children:
            if source := node.child_by_field_name("source"):
                yield _resolved(name, _inside(source))


def bundle(folder: Path) -> dict[str, list[str]]:
    """Replace the modules in the folder by bundles; return the files that each element needs.

    Where a module was, what is left exports the same from its bundle."""
    modules = Modules(folder)
    written = {
        name: _edited(text, _in_module(name, modules.roots[name], modules))
        for name, text in modules.texts.items()
        if name not in modules.bundle_of
    }
    for name, members in modules.bundles.items():
        written[f"{FOLDER}/{name}.js"] = _bundled(name, members, modules)
        for member in members:
            written[member] = _left(member, modules)
    for name, text in written.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    elements = {posixpath.basename(name).removesuffix(".js"): name for name in modules.later(MAIN)}
    return {
        element: modules.files(name)
        for element, name in elements.items()
        if "-" in element and element not in WHEN_WANTED
    }


def _resolved(name: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), address))


def _relative(name: str, there: str) -> str:
    path = posixpath.relpath(there, posixpath.dirname(name) or ".")
    return path if path.startswith(".") else f"./{path}"


def _inside(text: Node) -> str:
    return (text.text or b"").decode()[1:-1]


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _variable(name: str) -> str:
    """Return the name of what a module exports, within bundles: `answers_save_status`."""
    return re.sub(r"\W", "_", name.removesuffix(".js"))


def _edited(text: str, edits: Iterable[_Edit]) -> str:
    raw, parts, end = text.encode(), [], 0
    for edit in sorted(edits, key=lambda one: one.start):
        parts.append(raw[end : edit.start].decode() + edit.text)
        end = edit.end
    return "".join(parts) + raw[end:].decode()


def _names(clause: Node | None) -> list[tuple[str, str]]:
    """Return each name in `{ a, b as c }` as it is outside and inside: (a, a), (b, c)."""
    found = []
    for one in clause.named_children if clause else ():
        outside, inside = one.child_by_field_name("name"), one.child_by_field_name("alias")
        if outside is None:
            raise NotBundledError(f"only names in braces can be imported: {_text(one)}")
        found.append((_text(outside), _text(inside or outside)))
    return found


def _imported(node: Node) -> list[tuple[str, str]]:
    clause = next((one for one in node.named_children if one.type == "import_clause"), None)
    if clause is None:
        return []
    (names,) = clause.named_children
    if names.type != "named_imports":
        raise NotBundledError(f"only names in braces can be imported: {_text(node)}")
    return _names(names)


def _taken(names: list[tuple[str, str]], of: str) -> str:
    """Return the statement that takes names from what a module exports."""
    if not names:
        return ""
    said = ", ".join(one if one == own else f"{one}: {own}" for one, own in names)
    return f"const {{ {said} }} = {of};"


def _in_module(name: str, root: Node, modules: Modules) -> Iterator[_Edit]:
    """Yield the changes to a module that stays a file of its own: where imports lead."""
    brought: set[str] = set()
    for node in root.children:
        source = node.child_by_field_name("source")
        there = _resolved(name, _inside(source)) if source else None
        if there not in modules.bundle_of:
            continue
        variable = _variable(there)
        address = _relative(name, f"{FOLDER}/{modules.bundle_of[there]}.js")
        text = "" if there in brought else f"import {{ {variable} }} from '{address}';"
        brought.add(there)
        if node.type == "import_statement":
            text += _taken(_imported(node), variable)
        else:
            clause = next(one for one in node.named_children if one.type == "export_clause")
            text += f"export {_taken(_names(clause), variable)}"
        yield _Edit(node.start_byte, node.end_byte, text)
    yield from _later(name, name, root, modules)


def _later(name: str, written_in: str, root: Node, modules: Modules) -> Iterator[_Edit]:
    """Yield the changes to `import()`: of a bundle, it gives what the module exports."""
    for call in _calls(root):
        argument = _argument(call)
        if argument is None or argument.type != "string":
            if name != written_in:
                raise NotBundledError(f"{name}: import() needs an address that is written out")
            continue
        there = _resolved(name, _inside(argument))
        if bundle := modules.bundle_of.get(there):
            address = _relative(written_in, f"{FOLDER}/{bundle}.js")
            variable = _variable(there)
            text = f"import('{address}').then((all) => all.{variable})"
            yield _Edit(call.start_byte, call.end_byte, text)
        elif name != written_in:
            address = _relative(written_in, there)
            yield _Edit(argument.start_byte, argument.end_byte, f"'{address}'")


def _argument(call: Node) -> Node | None:
    arguments = call.child_by_field_name("arguments")
    return arguments.named_children[0] if arguments else None


def _calls(root: Node) -> Iterator[Node]:
    left = [root]
    while left:
        node = left.pop()
        called = node.child_by_field_name("function") if node.type == "call_expression" else None
        if called is not None and called.type == "import":
            yield node
        left.extend(node.children)


def _bundled(bundle: str, members: list[str], modules: Modules) -> str:
    file = f"{FOLDER}/{bundle}.js"
    needed: dict[str, list[str]] = {}
    for member in members:
        for there in modules.imports(member):
            other, variable = modules.bundle_of[there], _variable(there)
            if other != bundle and variable not in needed.setdefault(other, []):
                needed[other].append(variable)
    lines = [
        f"import {{ {', '.join(names)} }} from './{other}.js';" for other, names in needed.items()
    ]
    lines.extend(_function(member, file, modules) for member in members)
    lines.append(f"export {{ {', '.join(_variable(member) for member in members)} }};")
    return "\n".join(lines) + "\n"


def _function(name: str, file: str, modules: Modules) -> str:
    """Return a module as a function that is called at once, and gives what the module exports."""
    root, text = modules.roots[name], modules.texts[name]
    edits = list(_later(name, file, root, modules))
    given: list[tuple[str, str]] = []
    for node in root.children:
        if node.type == "import_statement":
            source = node.child_by_field_name("source")
            there = _resolved(name, _inside(source)) if source else ""
            edits.append(
                _Edit(node.start_byte, node.end_byte, _taken(_imported(node), _variable(there)))
            )
        elif node.type == "export_statement":
            edit, names = _unexported(name, node)
            edits.append(edit)
            given.extend(names)
    said = ", ".join(one if one == own else f"{one}: {own}" for one, own in given)
    return (
        f"const {_variable(name)} = (() => {{\n{_edited(text, edits)}\nreturn {{ {said} }};\n}})();"
    )


def _unexported(name: str, node: Node) -> tuple[_Edit, list[tuple[str, str]]]:
    """Return the change that leaves an `export` out, and its names, outside and inside."""
    declared = node.child_by_field_name("declaration")
    clause = next((one for one in node.named_children if one.type == "export_clause"), None)
    if clause is not None and node.child_by_field_name("source") is None:
        names = [(own, one) for one, own in _names(clause)]
        return _Edit(node.start_byte, node.end_byte, ""), names
    if declared is None or _text(node).startswith(("export default", "export let", "export var")):
        raise NotBundledError(f"{name}: cannot be bundled: {_text(node)[:60]}")
    kept = _Edit(node.start_byte, declared.start_byte, "")
    return kept, [(one, one) for one in _declared(declared)]


def _declared(node: Node) -> Iterator[str]:
    own = node.child_by_field_name("name")
    if own is not None:
        yield _text(own)
        return
    targets = [one.child_by_field_name("name") for one in node.named_children]
    for target in targets:
        names = target.named_children if target and target.type == "object_pattern" else [target]
        for one in names:
            if one is None or one.type not in _PLAIN:
                raise NotBundledError(f"only plain names can be exported: {_text(node)[:60]}")
            yield _text(one)


def _exported(root: Node) -> list[str]:
    return [
        one
        for node in root.children
        if node.type == "export_statement"
        for one, _ in _unexported("", node)[1]
    ]


def _left(name: str, modules: Modules) -> str:
    """Return what is left where a bundled module was."""
    names = [(one, one) for one in _exported(modules.roots[name])]
    address = _relative(name, f"{FOLDER}/{modules.bundle_of[name]}.js")
    variable = _variable(name)
    if not names:
        return f"import '{address}';\n"
    return f"import {{ {variable} }} from '{address}';\nexport {_taken(names, variable)}\n"

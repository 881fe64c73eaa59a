"""How modules become bundles, what is left where they were, and which pages load them early."""

from pathlib import Path

import pytest

from publish.bundles import NotBundledError, bundle
from publish.preload import preloaded

FILES = {
    "main.js": "const load = () => import('./answers/save-status.js').then(({ a }) => a);\n",
    "page/say.js": "export const say = 1;\nexport function hear() {}\n",
    "answers/save-status.js": (
        "import { say, hear as ear } from '../page/say.js';\n"
        "import { record } from '../storage/records.js';\n"
        "export const a = [say, ear, record], b = import('./later.js');\n"
    ),
    "answers/later.js": (
        "import { a as first } from './save-status.js';\n"
        "import { record } from '../storage/records.js';\n"
        "import { limit } from '../storage/records.js';\n"
        "export { hear } from '../page/say.js';\n"
        "export const c = [first, record, limit];\n"
    ),
    "storage/records.js": "export const record = 1;\nexport const limit = 2;\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A few modules: of two bundles, and one that is loaded later."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def words(path: Path) -> str:
    """The file's text with its white space folded."""
    return " ".join(path.read_text(encoding="utf-8").split())


def test_a_bundle_has_its_modules_in_the_order_in_which_they_import(folder: Path) -> None:
    needed = ["bundles/answers.js", "bundles/page.js"]
    assert bundle(folder) == {"save-status": needed}
    assert words(folder / "bundles/page.js") == (
        "const page_say = (() => { const say = 1; function hear() {} return { say, hear }; })();"
        " const storage_records = (() => {"
        " const record = 1; const limit = 2; return { record, limit }; })();"
        " export { page_say, storage_records };"
    )
    assert words(folder / "bundles/answers.js") == (
        "import { page_say, storage_records } from './page.js';"
        " const answers_save_status = (() => {"
        " const { say, hear: ear } = page_say; const { record } = storage_records;"
        " const a = [say, ear, record], b = import('../answers/later.js');"
        " return { a, b }; })();"
        " export { answers_save_status };"
    )


def test_what_stays_a_file_of_its_own_imports_from_the_bundle(folder: Path) -> None:
    bundle(folder)
    assert words(folder / "answers/later.js") == (
        "import { answers_save_status } from '../bundles/answers.js';"
        "const { a: first } = answers_save_status;"
        " import { storage_records } from '../bundles/page.js';const { record } = storage_records;"
        " const { limit } = storage_records;"
        " import { page_say } from '../bundles/page.js';export const { hear } = page_say;"
        " export const c = [first, record, limit];"
    )
    assert words(folder / "main.js") == (
        "const load = () => import('./bundles/answers.js')"
        ".then((all) => all.answers_save_status).then(({ a }) => a);"
    )


def test_a_module_s_own_address_leads_to_what_is_in_the_bundle(folder: Path) -> None:
    bundle(folder)
    assert words(folder / "page/say.js") == (
        "import { page_say } from '../bundles/page.js'; export const { say, hear } = page_say;"
    )


@pytest.mark.parametrize(
    "text",
    [
        "export default 1;",
        "export let changing = 1;",
        "import * as all from './say.js';",
        "import say from './say.js';",
        "import(`./${name}.js`);",
        "export * from './say.js';",
    ],
)
def test_what_would_mean_something_else_in_a_bundle_is_refused(folder: Path, text: str) -> None:
    (folder / "page/odd.js").write_text(text, encoding="utf-8")
    with pytest.raises(NotBundledError):
        bundle(folder)


PAGE = """<html><head><meta charset="utf-8"><!--links--><script src="../assets/js/base.js"></script>
</head><body>{inside}<script async src="../assets/js/guard.js"></script>
<script src="../assets/js/frame.js"></script>
<script src="../assets/js/main.js" type="module"></script></body></html>"""
NEEDED = {
    "copy-text": ["bundles/page.js"],
    "my-workbooks": ["bundles/device.js", "bundles/page.js"],
}


@pytest.mark.parametrize(
    ("inside", "modules"),
    [
        ("<title>x</title>", []),
        ("<copy-text></copy-text>", ["bundles/page.js"]),
        (
            "<copy-text></copy-text><my-workbooks></my-workbooks>",
            ["bundles/page.js", "bundles/device.js"],
        ),
        (
            "<details class='a' data-later><details><p></p></details><my-workbooks></my-workbooks>"
            "</details><copy-text></copy-text>",
            ["bundles/page.js"],
        ),
    ],
)
def test_a_page_loads_at_once_its_scripts_and_what_its_elements_need(
    inside: str, modules: list[str]
) -> None:
    built = PAGE.format(inside=inside)
    links = [
        f'<link rel="preload" as="script" href="../assets/js/{one}">'
        for one in ("base.js", "frame.js")
    ]
    links += [
        f'<link rel="modulepreload" href="../assets/js/{one}">' for one in (*modules, "main.js")
    ]
    expected = built.replace("<!--links-->", f"<!--links-->{''.join(links)}")
    assert preloaded(built, NEEDED) == expected

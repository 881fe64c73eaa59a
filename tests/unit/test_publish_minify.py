"""Scripts get shorter and go on meaning what they say."""

from pathlib import Path

import pytest

from publish.minify import NotAScriptError, minified
from publish.problem import UnfitSiteError
from publish.release import release
from tests.unit.built import built

SHORTER = {
    "/** Why. */\nexport const a = 1; // so\n": "export const a=1;",
    'a("// no", /[/*]+/g, `/* ${b} // */`);': 'a("// no",/[/*]+/g,`/* ${b} // */`);',
    'a = `<p points="${b.map((c) => `${c} // ${ d }`)}"/> ${ e }  ${f}\n`': (
        'a=`<p points="${b.map((c)=>`${c} // ${d}`)}"/> ${e}  ${f}\n`'
    ),
    "class A {\n  #a = 1;\n  static { b(); }\n  get #b() {\n    return #a in this;\n  }\n}": (
        "class A{#a=1;static{b();}\nget #b(){return #a in this;}}"
    ),
    "a = b\n(c)": "a=b\n(c)",
    "return /* don’t */ a": "return a",
    "return /* one\n two */ a": "return\na",
    "a = b // no\r\n/* c */ d": "a=b\nd",
    "a = b\u2028d": "a=b\nd",
    "a - -b; a + ++b; a++ + b; a / /b/.c; a-- > b; a < !--b": (
        "a- -b;a+ ++b;a++ +b;a/ /b/.c;a-- >b;a< !--b"
    ),
    "/a/ in b; /a/g instanceof b; 1 .c; 1. + .5": "/a/ in b;/a/g instanceof b;1 .c;1. + .5",
    "é = ü in 𝒳": "é=ü in 𝒳",
    'import { a as b } from "./c.js";\nexport * as d from "./e.js";': (
        'import{a as b}from"./c.js";export*as d from"./e.js";'
    ),
    'await import(`./${a}.js`); new URL("..", import.meta.url)': (
        'await import(`./${a}.js`);new URL("..",import.meta.url)'
    ),
    "": "",
    "// nothing but a comment": "",
}
BROKEN = {
    "const a = `<p ${`b}`;\n": 1,
    "const a = 1;\nconst b = ;\n": 2,
    "a();\n\nif (a) {\n": 3,
    '\na = "b\nc"\n': 2,
    "/* no end": 1,
}


@pytest.mark.parametrize("script", SHORTER)
def test_a_script_loses_comments_and_space_and_nothing_else(script: str) -> None:
    assert minified(script) == SHORTER[script]
    assert minified(SHORTER[script]) == SHORTER[script]


def test_a_long_chain_is_written_as_it_is() -> None:
    chain = "+".join(f'"{number}"' for number in range(5000))
    assert minified(f"a = {chain};") == f"a={chain};"


@pytest.mark.parametrize("script", BROKEN)
def test_what_is_no_script_is_refused_with_the_line(script: str) -> None:
    with pytest.raises(NotAScriptError) as told:
        minified(script)
    assert told.value.line == BROKEN[script]


def test_a_site_with_scripts_that_no_browser_runs_is_not_published(tmp_path: Path) -> None:
    site = built(tmp_path)
    (site / "assets/js/main.js").write_text("a();\nconst b = `${`c}`;\n", encoding="utf-8")
    (site / "assets/js/base.js").write_text("if (\n", encoding="utf-8")
    with pytest.raises(UnfitSiteError) as told:
        release(site, tmp_path / "release")
    first, second = str(told.value).splitlines()
    assert first.startswith("assets/js/base.js:1: the script cannot be read: correct this line")
    assert second.startswith("assets/js/main.js:2: the script cannot be read: correct this line")
    assert not (tmp_path / "release").exists()

"""Run the scripts of feedback on values from here."""

from typing import Any

from tests.support.scripts import Scripts

SET_UP = """
    const at = (name) => siteModule(`feedback/${name}.js`);
    const { fromBase64, toBase64 } = await at("bytes");
    const { askOf, linkOf, madeRequest, parseRequest } = await at("request");
    const { parseReply, readReply, replyOf, textOf } = await at("reply");
    const { addressee, open, seal } = await at("encrypt-reply");
    const { codeOf, codesIn } = await at("code");
    const { received } = await at("inbox");
    const { resultsOf } = await at("results");
    const mapOf = (records) => new Map(Object.entries(records));
    const bring = (texts, kept) => received(texts.map((text) => ({ from: "", text })), mapOf(kept));
"""


def run(scripts: Scripts, script: str, value: Any = None) -> Any:
    """What `script` returns, with `value` and the modules' names at hand."""
    return scripts.run(script, value, after=SET_UP)


def brought(
    scripts: Scripts, texts: list[str], kept: Any
) -> tuple[dict[str, Any], list[str | None]]:
    """What replies brought as these texts put, and the reason of each that is not taken."""
    script = """
        const { puts, outcomes } = await bring(...value);
        return [Object.fromEntries(puts), outcomes.map(({ reason }) => reason)];
    """
    puts, reasons = run(scripts, script, [texts, kept])
    return puts, reasons

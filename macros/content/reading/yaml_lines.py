"""Mistakes that show in a single line of YAML: a missing space, an invisible character."""

import re

LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
Words = tuple[str, str]  # what is wrong, and how to fix it

# A field's name at the beginning of a line, after the dashes of list items.
FIELD = re.compile(r"[ ]*(?:-[ ]+)*([\w-]+)[ ]*:(?=[ \t]|$)")
_NO_SPACE = re.compile(r"[ ]*(?:-[ ]+)*((?!(?:https?|mailto|tel):)[^\W\d][\w-]*:)(?!//)([^ \t].*)")
_NO_SPACE_AFTER_DASH = re.compile(r"[ ]*-(?=[^\W\d_]|['\"“‘\[\u00a0])(.*)")
_ODD_BLANK = re.compile(r"[ \t]*([\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff])")
_TAB = re.compile(r"[ ]*\t\s*\S")


def lines_of(text: str) -> list[str]:
    """Split a text into lines as YAML counts them."""
    return LINE_END.split(text)


def badly_indented(line: str) -> Words | None:
    """Say what is wrong with the white space that begins a line; None if nothing is."""
    if _TAB.match(line):
        return "the line is indented with a tab", "indent with spaces"
    odd = _ODD_BLANK.match(line)
    if odd:
        sign = f"U+{ord(odd[1]):04X}"
        return (
            f"the line begins with an invisible character that is not a space ({sign})",
            "indent with spaces",
        )
    return None


def without_space(line: str) -> Words | None:
    """Say what is wrong with a line that lacks the space after 'name:' or '-', or None."""
    field = _NO_SPACE.match(line)
    if field:
        name, words = field[1], _short(field[2])
        return f"there is no space after '{name}'", f"write '{name} {words}'"
    item = _NO_SPACE_AFTER_DASH.match(line)
    if item:
        return "there is no space after the '-'", f"write '- {_short(item[1])}'"
    return None


def _short(words: str, most: int = 40) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"

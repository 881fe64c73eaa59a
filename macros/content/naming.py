"""The words for a kind of record in messages: `KeyQuestion` is "a key question"."""

import re

from macros.content.model.base import Part


def noun(model: type[Part]) -> str:
    """Return the model's name as words: `KeyQuestion` becomes "key question"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()


def with_article(model: type[Part]) -> str:
    """Return the noun with its article: "a quote", "an attribute"."""
    word = noun(model)
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"

"""The time of a build, which can be set from outside to make builds reproducible."""

import os
from datetime import UTC, datetime

from common.problems import Problem, ProblemsError, shown

_VARIABLE = "SOURCE_DATE_EPOCH"
_LATEST = 2**32 - 1  # that gzip can write (RFC 1952, 2.3.1): in 2106


def build_time() -> datetime:
    """Return the time that SOURCE_DATE_EPOCH sets (reproducible-builds.org), or now.

    Raises ProblemsError where the variable is not a time from 1970 to 2106."""
    seconds = os.environ.get(_VARIABLE, "")
    if not seconds:
        return datetime.now(UTC)
    try:
        number = int(seconds)
    except ValueError:
        number = -1
    if not 0 <= number <= _LATEST:
        what = f"the variable is {shown(seconds)}, which is not a time"
        hint = f"write the seconds since 1970 in digits, at most {_LATEST}, or unset it"
        raise ProblemsError([Problem(_VARIABLE, 1, what, hint)])
    return datetime.fromtimestamp(number, UTC)

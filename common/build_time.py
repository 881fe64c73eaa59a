"""The time of a build, which SOURCE_DATE_EPOCH fixes so that a build can be reproduced."""

import os
from datetime import UTC, datetime

from common.problems import Problem, ProblemsError, shown

_VARIABLE = "SOURCE_DATE_EPOCH"
_LATEST = 2**32 - 1  # the latest time a gzip header can hold, in 2106 (RFC 1952, 2.3.1)


def build_time() -> datetime:
    """Return the time in SOURCE_DATE_EPOCH (reproducible-builds.org), or now if it is not set.

    Raises ProblemsError if the variable does not hold a time from 1970 to 2106."""
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

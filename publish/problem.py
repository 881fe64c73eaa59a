"""What is wrong with a built site, as `file:line: what: how to fix it`, all of it at once."""

from dataclasses import dataclass, field

from common.problems import Problem, ProblemsError


@dataclass(frozen=True, order=True)
class SiteProblem(Problem):
    """One thing wrong in a file of the site; `said` is how it may be written in the page's source,
    likeliest first."""

    said: tuple[str, ...] = field(default=(), compare=False)


class UnfitSiteError(ProblemsError):
    """The site cannot be published as it is; the message lists every problem."""

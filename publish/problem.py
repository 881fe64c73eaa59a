"""Problems in a built site, printed like those of the content, all at once."""

from dataclasses import dataclass, field

from common.problems import Problem, ProblemsError


@dataclass(frozen=True, order=True)
class SiteProblem(Problem):
    """A problem in a file of the site.

    `said` are texts by which it may be found in the page's source, likeliest first."""

    said: tuple[str, ...] = field(default=(), compare=False)


class UnfitSiteError(ProblemsError):
    """The site cannot be published as it is; the message lists every problem."""

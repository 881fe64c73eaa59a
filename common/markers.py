"""Names of the files by which one step of a build knows what another has done."""

INCOMPLETE_BUILD = ".unfinished"  # in a site until its build has ended well: it is not published
RELEASE = ".five-attributes-release"  # in a folder that `publish` made, and may make again

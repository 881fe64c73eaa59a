"""Names of the marker files through which one step of a build learns what another has done."""

INCOMPLETE_BUILD = ".unfinished"  # in a site until its build succeeds; publish refuses such a site
RELEASE = ".five-attributes-release"  # in a folder that `publish` wrote and may overwrite

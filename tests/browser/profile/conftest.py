"""What the tests of the leadership profile share: a page on which to run its scripts."""

from tests.browser.backup.conftest import blank  # noqa: F401  a page without any script

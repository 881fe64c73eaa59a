"""What all tests share: the built site, its address and a browser."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir
from playwright.sync_api import expect

from publish.release import Release
from tests.releases.frozen import RELEASES
from tests.releases.frozen import Release as FrozenRelease
from tests.support.brand import EXAMPLE, build_copy, spare_folder
from tests.support.build import build, built
from tests.support.released import released_once
from tests.support.server import serving
from tools.browser import BrowserNotFoundError, find, launch_args, quickest

# Long enough for a machine that is busy with other things: what is there sooner is not waited for.
MILLISECONDS_TO_WAIT = 30_000


# What only `make test-release` runs: what needs servers or other generators, a browser, or many
# builds. The journeys carry through three engines what the promises hold in one.
OF_RELEASE = (
    "tests/generators/",
    "tests/hosting/",
    "tests/browser/",
    "tests/tools/test_get_servers.py::test_all_that_hosting_is_tested_with_is_here",
    "tests/journeys/",
    "tests/site/test_frozen_folder.py",
    "tests/unit/test_console.py",
    "tests/unit/test_publish_unfinished.py::test_a_copy_with_a_dead_link",
)
# But in `make test` too is every promise, and of each area one way through it: of a test that tries
# several cases, the first.
IN_SHORT = (
    "tests/browser/promises/",
    "tests/browser/releases/",
    "tests/browser/feedback/test_round_trip.py::test_three_people_answer",
    "tests/browser/profile/test_profile.py::test_ratings_and_targets_show",
    "tests/browser/readers/test_tree.py::test_answers_and_what_is_said_of_them",
    "tests/browser/standing/test_round_trip.py",
    "tests/browser/takeaway/test_from_the_page.py::test_markdown_and_text_are_readable_files",
    "tests/browser/takeaway/test_from_the_page.py::test_the_menu_stays_as_the_profile",
    "tests/browser/test_access.py::test_axe_finds_nothing_on_the_components",
    "tests/browser/test_page_guard.py",
    "tests/browser/test_quote_filter.py::test_quotes_are_filtered_by_attribute",
    "tests/browser/test_search.py::test_a_result_is_one_link",
    "tests/browser/test_shell.py::test_the_skip_link",
    "tests/browser/test_shell.py::test_the_menu_opens",
    "tests/browser/test_site_element.py",
    "tests/browser/workbook/test_saving.py",
    "tests/browser/workbook/test_shelf.py::test_a_new_named_workbook_is_empty",
    "tests/browser/workbook/test_store.py",
    "tests/browser/workbook/test_workbook.py",
    "tests/site/test_frozen_folder.py",
    "tests/unit/test_console.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of what a release stands on."""
    for item in items:
        short = item.nodeid.startswith(IN_SHORT) and is_first_case(item)
        if item.nodeid.startswith(OF_RELEASE) and not short:
            item.add_marker(pytest.mark.release)


def is_first_case(item: pytest.Item) -> bool:
    """Whether a test tries the first of its cases, or has one only: whatever else is collected."""
    cases = getattr(item, "callspec", None)
    return cases is None or not any(cases.indices.values())


def pytest_configure(config: pytest.Config) -> None:
    """Wait as long for what a page shows as for the page, and time no examples."""
    expect.set_options(timeout=MILLISECONDS_TO_WAIT)
    set_hypothesis_home_dir(config.rootpath / ".cache" / "hypothesis")
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built strictly, once for all test processes of the run."""
    return built(tmp_path_factory, "site", build)


@pytest.fixture(scope="session")
def brand_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the example council's copy, built in the same way."""
    return built(tmp_path_factory, "brand", partial(build_copy, brand=EXAMPLE))


@pytest.fixture(scope="session")
def spare_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a copy with as little as there can be, for shared computers."""

    def make(folder: Path) -> Path:
        folder.mkdir()
        return build_copy(folder, spare_folder(folder))

    return built(tmp_path_factory, "spare", make)


@pytest.fixture(scope="session", params=RELEASES, ids=lambda release: release.version)
def release(request: pytest.FixtureRequest) -> FrozenRelease:
    """Each release that has been frozen."""
    frozen: FrozenRelease = request.param
    return frozen


@pytest.fixture(scope="session")
def frozen_site(tmp_path_factory: pytest.TempPathFactory, release: FrozenRelease) -> Path:
    """The copy that this version builds of the release's folder."""
    make = partial(build_copy, brand=release.brand)
    return built(tmp_path_factory, f"frozen-{release.version}", make)


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Release:
    """What a host serves of the site, made once for all test processes of the run."""
    return released_once(tmp_path_factory, "site", site)


@pytest.fixture(scope="session")
def brand_released(tmp_path_factory: pytest.TempPathFactory, brand_site: Path) -> Release:
    """What a host serves of the example council's copy."""
    return released_once(tmp_path_factory, "brand", brand_site)


@pytest.fixture(scope="session")
def site_url(released: Release) -> Iterator[str]:
    """The address of what is published, served on this machine under a path and its headers."""
    with serving(released.site) as address:
        yield address


@pytest.fixture(scope="session")
def browser_path() -> Path:
    """The program of the browser to test with; without one, tests fail and say so."""
    try:
        return find()
    except BrowserNotFoundError as fault:
        pytest.fail(f"no browser to test with: {fault}", pytrace=False)


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], browser_path: Path
) -> dict[str, Any]:
    """How pytest-playwright starts the browser."""
    program = quickest(browser_path)
    return {**browser_type_launch_args, "executable_path": program, "args": launch_args()}

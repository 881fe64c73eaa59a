"""A build that was interrupted leaves nothing that can be published."""

import logging
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.utils import CountHandler

from macros import plugin
from macros.build.generator import BuildStopped
from macros.build.incomplete_marker import begin, end
from publish.release import NotASiteError, release
from tests.support.brand import build_copy
from tests.support.build import BuildFailedError, run_python
from tests.unit.brands import folder_of
from tests.unit.built import built

LOCAL = "---\ntitle: Us\n---\n# Us\n\n[Nowhere](index.md#nope)\n"


def env_of(generator: str, folder: Path, **extra: Any) -> Any:
    """What a generator calls our macros with."""
    kind = type("Env", (SimpleNamespace,), {"__module__": f"{generator}.plugin"})
    conf = {"site_dir": "site", "docs_dir": "docs", "extra": extra}
    return kind(project_dir=str(folder), conf=conf)


def refused(site: Path) -> bool:
    """Whether a site is refused because its build was interrupted."""
    try:
        release(site, site.with_name("release"))
    except NotASiteError as problem:
        return "interrupted" in str(problem)
    return False


def test_a_site_is_marked_from_the_beginning_of_its_build_to_its_end(tmp_path: Path) -> None:
    site, env = built(tmp_path), env_of("mkdocs_macros", tmp_path)
    begin(env)
    assert refused(site)
    end(env)
    assert not refused(site)


def test_what_builds_nothing_leaves_the_mark_as_it_is(tmp_path: Path) -> None:
    site, other = built(tmp_path), env_of("types", tmp_path)
    begin(other)
    assert not refused(site)
    begin(env_of("mkdocs_macros", tmp_path))
    end(other)
    assert refused(site)


@pytest.mark.parametrize("generator", ["mkdocs_macros", "zensical"])
def test_a_site_whose_content_has_problems_is_refused_until_it_has_none(
    generator: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, env = built(tmp_path), env_of(generator, tmp_path)

    def stop(_: Any) -> None:
        raise BuildStopped("the content has problems")

    monkeypatch.setattr(plugin, "_define", stop)
    with pytest.raises(BuildStopped):
        plugin.define_env(env)
    assert refused(site)
    monkeypatch.setattr(plugin, "_define", lambda _: None)
    plugin.define_env(env)
    if generator == "mkdocs_macros":  # the other one does not tell when all pages are written
        assert refused(site)
        plugin.on_post_build(env)
    assert not refused(site)


@pytest.mark.parametrize("name", ["mkdocs", "properdocs"])
def test_a_warning_leaves_the_mark(name: str, tmp_path: Path) -> None:
    site, env = built(tmp_path), env_of("mkdocs_macros", tmp_path)
    counter, logger = CountHandler(), logging.getLogger(name)
    counter.setLevel(logging.WARNING)
    logger.addHandler(counter)
    try:
        begin(env)
        logger.warning("A link leads nowhere")
        plugin.on_post_build(env)
    finally:
        logger.removeHandler(counter)
    assert refused(site)
    plugin.on_post_build(env)
    assert not refused(site)


def test_a_copy_with_a_dead_link_is_not_published_and_its_file_is_named(tmp_path: Path) -> None:
    brand = folder_of(tmp_path, {"local.md": LOCAL})
    with pytest.raises(BuildFailedError) as told:
        build_copy(tmp_path, brand)
    assert f"Warnings about our-council.md refer to {brand / 'local.md'}" in str(told.value)
    assert (tmp_path / "copy" / "index.html").is_file()
    assert refused(tmp_path / "copy")
    project, site = tmp_path / "project", tmp_path / "other"
    properdocs = ["-m", "properdocs", "build", "-f", str(project / "mkdocs.brand.yml")]
    with pytest.raises(BuildFailedError):
        run_python([*properdocs, "-d", str(site)])
    assert refused(site)
    (brand / "local.md").write_text(LOCAL.replace("#nope", ""), encoding="utf-8")
    shutil.rmtree(tmp_path / "copy")
    run_python([*properdocs, "-d", str(site)])
    assert not refused(site)

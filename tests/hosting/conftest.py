"""What tests of hosting share: the release, on nginx and on Apache, below a path and at the top."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from publish.release import Release
from tests.support.apache import apache
from tests.support.asking import Answer, ask
from tests.support.build import built
from tests.support.hosts import Hosted, nginx
from tests.support.released import opened, released_once
from tests.support.server import BASE
from tests.support.shared_hosts import (
    OWN_HTTPS_ONLY,
    apache_around,
    apache_with_a_site,
    nginx_with_a_site,
)

HERE = f"http://127.0.0.1{BASE}"
AT_THE_TOP = "http://127.0.0.1/"


def at_the_top(site: Path, folder: Path) -> Path:
    """The site as it is built for the top of a server, in `folder`."""
    shutil.copytree(site, folder)
    for path in (*folder.rglob("*.html"), *folder.rglob("*.xml"), *folder.rglob("*.json")):
        text = path.read_text(encoding="utf-8").replace(HERE, AT_THE_TOP)
        if path.name == "404.html":
            text = text.replace(f'"{BASE}', '"/')
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def open_folder() -> Iterator[Path]:
    """A folder that a server's own user may read, as pytest's is not."""
    folder = Path(tempfile.mkdtemp(prefix="five-attributes-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def released(released: Release, open_folder: Path) -> Release:
    """The release of the site, which stands below a path, as it is on the machine of a host."""
    return opened(shutil.copytree(released.folder, open_folder / "below"))


@pytest.fixture(scope="session")
def released_top(
    tmp_path_factory: pytest.TempPathFactory, site: Path, open_folder: Path
) -> Release:
    """The release of the same site for the top of a server."""
    top = built(tmp_path_factory, "site-top", partial(at_the_top, site))
    made = released_once(tmp_path_factory, "site-top", top)
    return opened(shutil.copytree(made.folder, open_folder / "top"))


@pytest.fixture(scope="session")
def on_nginx(released: Release, open_folder: Path) -> Iterator[Hosted]:
    """The release on nginx, with the Brotli module."""
    with nginx(released, open_folder / "nginx") as hosted:
        yield hosted


@pytest.fixture(scope="session")
def on_nginx_top(released_top: Release, open_folder: Path) -> Iterator[Hosted]:
    """The release at the top of an nginx."""
    with nginx(released_top, open_folder / "nginx-top") as hosted:
        yield hosted


@pytest.fixture(scope="session")
def on_apache(released: Release, open_folder: Path) -> Iterator[Hosted]:
    """The release on Apache: over http by its .htaccess, over https by apache.conf."""
    with apache(released, open_folder / "apache") as hosted:
        yield hosted


@pytest.fixture(scope="session")
def on_apache_top(released_top: Release, open_folder: Path) -> Iterator[Hosted]:
    """The release at the top of an Apache."""
    with apache(released_top, open_folder / "apache-top") as hosted:
        yield hosted


@pytest.fixture(scope="session")
def on_shared_nginx(released: Release, open_folder: Path) -> Iterator[Hosted]:
    """The release below a path of an nginx that has a site."""
    with nginx_with_a_site(released, open_folder / "shared-nginx") as hosted:
        yield hosted


@pytest.fixture(scope="session")
def on_shared_apache(released: Release, open_folder: Path) -> Iterator[Hosted]:
    """The release below a path of an Apache that has a site."""
    with apache_with_a_site(released, open_folder / "shared-apache") as hosted:
        yield hosted


@pytest.fixture(scope="session")
def inside_apache(released: Release, open_folder: Path) -> Iterator[Hosted]:
    """The release in a folder of an Apache's site."""
    with apache_around(released, open_folder / "inside-apache") as hosted:
        yield hosted


@dataclass(frozen=True)
class Way:
    """One way to a hosted site: which server, and whether over https."""

    hosted: Hosted
    secure: bool
    server: str

    @property
    def own_name(self) -> bool:
        """Whether the server's name has nothing but the site."""
        return self.secure or self.hosted.base == "/"

    @property
    def host_s_https_only(self) -> str:
        """What the host says of https for the whole name; nginx leaves it out below a path."""
        shared = self.hosted.secure == 0 and self.server == "Apache"
        return OWN_HTTPS_ONLY if shared else ""

    @property
    def site(self) -> Path:
        """The folder that is served."""
        return self.hosted.site

    def ask(
        self,
        path: str = "",
        headers: Mapping[str, str] | None = None,
        method: str = "GET",
        body: bytes | None = None,
    ) -> Answer:
        """Ask for a path below the site's own; one that begins with a slash is taken whole."""
        port = self.hosted.secure if self.secure else self.hosted.plain
        whole = path if path.startswith("/") else f"{self.hosted.base}{path}"
        return ask(port, whole, headers, method, self.secure, body)


WAYS = {
    "nginx": ("on_nginx", False, "nginx"),
    "nginx over https": ("on_nginx", True, "nginx"),
    "nginx at the top": ("on_nginx_top", False, "nginx"),
    "Apache by .htaccess": ("on_apache", False, "Apache"),
    "Apache by apache.conf": ("on_apache", True, "Apache"),
    "Apache at the top": ("on_apache_top", False, "Apache"),
    "nginx with a site": ("on_shared_nginx", False, "nginx"),
    "Apache with a site": ("on_shared_apache", False, "Apache"),
    "Apache inside a site": ("inside_apache", False, "Apache"),
}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> Way:
    """Each way to the site in turn."""
    fixture, secure, server = WAYS[request.param]
    return Way(request.getfixturevalue(fixture), secure, server)


def fingerprinted(way: Way) -> str:
    """The folder of the site whose files may be kept for ever."""
    return fingerprinted_in(way.site)


def fingerprinted_in(site: Path) -> str:
    """That folder's name in a site's folder."""
    return next(path.name for path in site.glob("assets-*"))

"""Start Apache on the loopback address with the settings that a release brings."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from publish.release import Release
from tests.support.hosts import NOBODY, Hosted, certify, free_ports, placed, running
from tools.servers import HEADERS, module, program

APACHE_MODULES = (
    *(
        "mpm_event",
        "authz_core",
        "unixd",
        "alias",
        "allowmethods",
        "dir",
        "env",
        "headers",
        "http2",
    ),
    *("mime", "rewrite", "setenvif", "socache_shmcb", "ssl"),
)


def apache_settings(release: Release, folder: Path, ports: list[int]) -> Path:
    """Write what Apache reads into the folder: the release's settings for a server of one's own
    over https, and its .htaccess over http; gives the file."""
    plain, secure, sending_on = ports
    text = (release.folder / "hosts" / "apache.conf").read_text(encoding="utf-8")
    text = placed(text, folder, release.site, {80: sending_on, 443: secure})
    (folder / "apache.conf").write_text(text, encoding="utf-8")
    shared = folder / "shared"
    shared.symlink_to(release.site)
    at_base = f"DocumentRoot {shared}"
    if release.at.base != "/":
        at_base = f"Alias {release.at.base} {shared}/"
    served = f"""
Include {folder}/apache.conf
<VirtualHost 127.0.0.1:{plain}>
    TraceEnable Off
    {at_base}
    <Directory {shared}>
        Require all granted
        AllowOverride FileInfo Indexes Options
    </Directory>
</VirtualHost>
"""
    return apache_frame(folder, served, ports)


def apache_frame(folder: Path, served: str, ports: list[int], more: tuple[str, ...] = ()) -> Path:
    """Write the settings that Apache starts with, `served` among them, with the modules that a
    release asks for and `more`: it writes nothing outside the folder; gives the file."""
    modules = module(HEADERS).parent
    loaded = [name for name in (*APACHE_MODULES, *more) if (modules / f"mod_{name}.so").is_file()]
    frame = folder / "frame.conf"
    frame.write_text(
        f"""ServerRoot {folder}
{"".join(f"LoadModule {name}_module {modules}/mod_{name}.so{chr(10)}" for name in loaded)}
{f"User #{NOBODY}{chr(10)}Group #{NOBODY}" if os.geteuid() == 0 else ""}
ServerName 127.0.0.1
PidFile {folder}/apache.pid
DefaultRuntimeDir {folder}
Mutex file:{folder} default
ErrorLog {folder}/errors.txt
TypesConfig /dev/null
{"".join(f"Listen 127.0.0.1:{port}{chr(10)}" for port in ports)}
<Directory />
    Require all denied
</Directory>
{served}
""",
        encoding="utf-8",
    )
    return frame


@contextmanager
def running_apache(folder: Path, frame: Path, port: int) -> Iterator[int]:
    """Run Apache with these settings for as long as the block runs; yields its process."""
    arguments = ["-D", "FOREGROUND", "-f", str(frame)]
    with running(program("Apache"), arguments, port, folder / "said.txt") as process:
        yield process


@contextmanager
def apache(release: Release, folder: Path) -> Iterator[Hosted]:
    """Serve the release with Apache for as long as the block runs."""
    folder.mkdir(parents=True)
    certify(folder)
    ports = free_ports(3)
    frame = apache_settings(release, folder, ports)
    with running_apache(folder, frame, ports[0]):
        yield Hosted(ports[0], ports[1], ports[2], release.site, release.at.base)

"""The container's steps, run outside a container: they build, and nginx serves as nobody."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hosting.containerfile import command, stages
from tests.support.asking import ask
from tests.support.build import ROOT
from tests.support.hosts import NOBODY, free_ports, running
from tools.get_servers import DEBIAN
from tools.servers import BROTLI, Program, module, program

ADDRESS = "https://guide.example.gov.uk/"
GUIDE, BUILD, SERVE = stages((ROOT / "Dockerfile").read_text(encoding="utf-8"))
# Pip asks no index here: what the lock names is installed where the tests run.
OFFLINE = ["--dry-run", "--no-index", "--no-input"]


def ignored(_: str, names: list[str]) -> set[str]:
    """What the build is not handed."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    return {name for name in names if name in lines}


def test_the_build_fails_where_an_id_is_not_in_the_list_of_released_ones() -> None:
    steps = BUILD.all("RUN")
    (check,) = (step for step in steps if "release-ids" in step)
    assert '[ -n "$BRAND" ]' in check
    assert check.endswith('python -m macros.brand release-ids "$BRAND" --check; fi')
    assert steps.index(check) < next(n for n, step in enumerate(steps) if "guide release" in step)


def run_step(step: str, folder: Path) -> None:
    """Run a RUN step in the folder that stands for the image's own."""
    step = step.replace("python -m", f'"{sys.executable}" -m')
    if " pip install " in step:
        step = f"{step} {' '.join(OFFLINE)}"
    environ = {"SITE_URL": ADDRESS, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        ["sh", "-c", step],
        cwd=folder,
        env={**os.environ, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{step}\n{done.stdout}"


@pytest.fixture(scope="module")
def image(open_folder: Path) -> Path:
    """The folder that stands for the image, after every step of both stages."""
    source = open_folder / "src"
    shutil.copytree(ROOT, source, ignore=ignored, symlinks=True)
    for step in (*GUIDE.all("RUN"), *BUILD.all("RUN")):
        run_step(step, source)
    root = open_folder / "image"
    for copy in SERVE.all("COPY"):
        place, target = copy.removeprefix("--from=build /src/").split()
        goal = root / target.lstrip("/")
        goal.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (source / place).is_dir() else shutil.copyfile)(source / place, goal)
    return root


def test_the_build_hands_over_only_what_is_served() -> None:
    assert (GUIDE.name, BUILD.name, BUILD.image) == ("guide", "build", "guide")
    assert [copy.split()[0] for copy in SERVE.all("COPY")] == ["--from=build"] * 2
    assert SERVE.image != BUILD.image


def test_what_is_installed_is_what_the_tests_run() -> None:
    installed = re.findall(r"--no-install-recommends ([^&]+)", SERVE.all("RUN")[0])[0].split()
    assert installed == ["nginx", "libnginx-mod-http-brotli-static"]
    assert set(installed) <= set(DEBIAN)


def test_the_lock_is_what_the_build_installs() -> None:
    install = next(step for step in GUIDE.all("RUN") if "pip install" in step)
    assert "--require-hashes --requirement requirements.txt" in install
    assert GUIDE.steps.index(("COPY", "requirements.txt .")) < GUIDE.steps.index(("RUN", install))


def test_the_container_that_builds_makes_a_release_of_the_folder_it_is_given(
    tmp_path: Path,
) -> None:
    """Run as its entry point says, with the source where it is copied to and a folder at /work."""
    source, work = tmp_path / "src", tmp_path / "work"
    shutil.copytree(ROOT, source, ignore=ignored, symlinks=True)
    work.mkdir()
    assert GUIDE.all("WORKDIR") == ["/src", "/work"]
    assert "PYTHONPATH=/src" in GUIDE.all("ENV")[0]
    start = json.loads(GUIDE.all("ENTRYPOINT")[0])
    env = {**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"}
    for words in (["new", "northshire"], ["release", "northshire"]):
        command_line = [sys.executable, *start[1:], *words]
        done = subprocess.run(command_line, cwd=work, env=env, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
    assert (work / "northshire-release" / "site" / "index.html").is_file()
    assert sorted(one.name for one in work.iterdir()) == ["northshire", "northshire-release"]


def test_the_container_runs_as_an_ordinary_user_on_a_high_port() -> None:
    assert SERVE.all("USER") == ["www-data"]
    assert [int(port) for port in SERVE.all("EXPOSE")] == [8080]
    assert command(SERVE)[0] == "nginx"


def test_its_nginx_serves_the_site_as_nobody_and_writes_to_tmp_alone(
    image: Path, open_folder: Path
) -> None:
    scratch = open_folder / "scratch"
    scratch.mkdir()
    scratch.chmod(0o777)
    (port,) = free_ports(1)
    settings = image / "etc/nginx/nginx.conf"
    text = settings.read_text(encoding="utf-8")
    text = text.replace("listen 8080", f"listen 127.0.0.1:{port}")
    text = text.replace("/tmp/", f"{scratch}/")  # noqa: S108
    text = text.replace("/srv/", f"{image}/srv/")
    text = text.replace(
        "include /etc/nginx/modules-enabled/*.conf;", f"load_module {module(BROTLI)};"
    )
    settings.write_text(text, encoding="utf-8")
    before = sorted(image.rglob("*"))
    read_only(image)
    arguments = [*command(SERVE)[1:], "-p", str(scratch), "-c", str(settings)]
    with running(as_nobody(program("nginx")), arguments, port, open_folder / "said.txt") as process:
        answer = ask(port, "/quotes/", {"Accept-Encoding": "br"})
        owners = {line.split()[1] for line in status(process) if line.startswith("Uid:")}
        missing = ask(port, "/nothing", {"X-Forwarded-Proto": "https"})
    assert (answer.status, answer["Content-Encoding"]) == (200, "br")
    assert answer["Server"] == "nginx"
    assert missing.status == 404
    assert missing["Strict-Transport-Security"]
    assert sorted(image.rglob("*")) == before
    assert os.geteuid() != 0 or owners <= {str(NOBODY)}


def read_only(folder: Path) -> None:
    """Take every right to write away."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


def status(process: int) -> list[str]:
    """What Linux says of a process; nothing elsewhere."""
    file = Path(f"/proc/{process}/status")
    return file.read_text(encoding="utf-8").splitlines() if file.is_file() else []


def as_nobody(server: Program) -> Program:
    """The server, started as nobody where these tests run as root."""
    if os.geteuid() != 0:
        return server
    return Program(server.path, server.environ, NOBODY)

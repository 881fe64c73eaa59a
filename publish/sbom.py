"""The bill of materials, CycloneDX 1.6: what a release contains and was made with."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

NAME = "five-attributes"
LOCK = Path(__file__).parents[1] / "requirements.txt"
_PIN = re.compile(r"^(?P<name>[a-z0-9._-]+)==(?P<version>[^\s;\\]+)(?P<rest>.*)$", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
# Packages whose own scripts and stylesheets are served; of the others only their output is.
SERVED = ("mkdocs-material",)


def bill(folder: Path, version: str, moment: datetime, lock: Path = LOCK) -> str:
    """Return the bill of materials of the release in `folder`, as JSON text.

    It lists the packages of `lock`, with the licence of those that are installed, and the SHA-256
    of every file that is served."""
    files = sorted(path for path in (folder / "site").rglob("*") if path.is_file())
    served = [_file(path, folder) for path in files]
    whole = hashlib.sha256(json.dumps(served, sort_keys=True).encode()).hexdigest()
    packages = list(_packages(lock.read_text(encoding="utf-8")))
    reference = f"{NAME}@{version}"
    written = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{reference} {whole}')}",
        "version": 1,
        "metadata": {
            "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": reference,
                "name": NAME,
                "version": version,
                "licenses": [{"license": {"id": "MIT"}}],
                "components": served,
            },
        },
        "components": packages,
        "dependencies": [
            {"ref": reference, "dependsOn": [package["bom-ref"] for package in packages]}
        ],
    }
    return json.dumps(written, indent=2, ensure_ascii=False) + "\n"


def _file(path: Path, folder: Path) -> dict[str, Any]:
    name = path.relative_to(folder).as_posix()
    return {
        "type": "file",
        "bom-ref": f"file:{name}",
        "name": name,
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}],
    }


def _packages(lock: str) -> Iterator[dict[str, Any]]:
    for pin in _PIN.finditer(lock.replace("\\\n", " ")):
        name, version = pin["name"], pin["version"]
        address = f"pkg:pypi/{name}@{version}"
        yield {
            "type": "library",
            "bom-ref": address,
            "name": name,
            "version": version,
            "scope": "required" if name in SERVED else "excluded",
            "purl": address,
            **_licence(name),
            "externalReferences": [
                {
                    "type": "distribution",
                    "url": f"https://pypi.org/project/{name}/{version}/",
                    "hashes": [
                        {"alg": "SHA-256", "content": found} for found in _HASH.findall(pin["rest"])
                    ],
                }
            ],
        }


def _licence(name: str) -> Mapping[str, Any]:
    try:
        said = metadata(name)
    except PackageNotFoundError:  # one for another system
        return {}
    if "License-Expression" in said:
        return {"licenses": [{"expression": said["License-Expression"]}]}
    named = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or () if _is(line)]
    return {"licenses": [{"license": {"name": licence}} for licence in named]} if named else {}


def _is(classifier: str) -> bool:
    return classifier.startswith("License :: ") and not classifier.endswith("OSI Approved")

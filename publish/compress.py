"""Write .gz and .br copies beside text files, for hosts that serve precompressed files."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli  # type: ignore[import-untyped]

# Not .xml: generators write sitemap.xml.gz themselves, and it is requested by that name.
ENDINGS = ("css", "csv", "html", "js", "json", "md", "mjs", "svg", "txt", "webmanifest")
SMALLEST = 256  # bytes; a copy of a smaller file saves no packet
BROTLI_QUALITY = 11  # the smallest there is; it takes the longest


def compress(folder: Path) -> None:
    """Write `.gz` and `.br` beside each text file of the folder that gets smaller by it."""
    texts = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.removeprefix(".") in ENDINGS and path.is_file()
    ]
    with ThreadPoolExecutor() as threads:  # both compressors leave the other threads their turn
        list(threads.map(_compress, texts))


def _compress(path: Path) -> None:
    content = path.read_bytes()
    if len(content) < SMALLEST:
        return
    for ending, smaller in (
        (".gz", gzip.compress(content, 9, mtime=0)),
        (".br", brotli.compress(content, quality=BROTLI_QUALITY)),
    ):
        if len(smaller) < len(content):
            path.with_name(path.name + ending).write_bytes(smaller)

"""The headers of every answer and the caching of files, for all hosts in one place."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's icons are data: addresses in its stylesheet
    "media-src": "'self'",  # a council's own videos
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
# What pages have in themselves, by directive, each named by its hash.
Hashes = Mapping[str, Iterable[str]]
NONE: Hashes = MappingProxyType({})
NOT_IN_PAGES = ("frame-ancestors",)  # works only in a header (CSP Level 3, 6.4.2.1)
UNUSED = (
    *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media"),
    *("geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment"),
    *("picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial"),
    *("usb", "xr-spatial-tracking"),
)
REFERRER = "no-referrer"

FOR_EVER = "public, max-age=31536000, immutable"
REVALIDATED = "no-cache"
# Pages that work in the browser's database are not kept by the browser when they are left: WebKit
# (Safari, and every browser on an iPhone) would freeze one in the middle of that work, and the
# database would wait for it and let no other page in.
NOT_KEPT = "no-store"
NOT_KEPT_FOLDERS = ("framework", "workbooks")
# Only for this host name, not for its subdomains, which belong to others.
HTTPS_ONLY = "max-age=31536000"

UTF_8 = "; charset=utf-8"
TYPES = {
    "css": f"text/css{UTF_8}",
    "csv": f"text/csv{UTF_8}",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "gif": "image/gif",
    "gz": "application/gzip",
    "html": f"text/html{UTF_8}",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": f"text/javascript{UTF_8}",
    "json": "application/json",
    "m4a": "audio/mp4",
    "map": "application/json",
    "md": f"text/markdown{UTF_8}",
    "mjs": f"text/javascript{UTF_8}",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "ogg": "audio/ogg",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": f"text/plain{UTF_8}",
    "vtt": f"text/vtt{UTF_8}",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml",
}
OTHER_TYPE = "application/octet-stream"


def policy(hashes: Hashes = NONE, in_page: bool = False) -> str:
    """Return the Content-Security-Policy; `in_page` leaves out what only a header may say."""
    said = (name for name in POLICY if not (in_page and name in NOT_IN_PAGES))
    return "; ".join(" ".join((name, POLICY[name], *hashes.get(name, ()))) for name in said)


def headers(hashes: Hashes = NONE) -> dict[str, str]:
    """Return the headers of every answer; HSTS and caching are separate."""
    return {
        "Content-Security-Policy": policy(hashes),
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
        "Referrer-Policy": REFERRER,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }

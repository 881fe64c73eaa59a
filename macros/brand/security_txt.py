"""Write security.txt, which says where to report a vulnerability of a copy (RFC 9116)."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlsplit, urlunsplit

from macros.brand.settings import Brand
from macros.build.generated_files import SECURITY_TXT

_KEPT = "%/?:@!$&'()*+,;=~"
_DAYS = 360  # "less than a year into the future" (RFC 9116, 2.5.5)


def security_txt(brand: Brand, built: datetime) -> str:
    """Return the text of the file; "" if the settings have no contact for it.

    `built` is the time of the build. `Canonical` is the address at the top of the host, as RFC 9116
    (3) requires, also for a copy in a folder."""
    if not brand.security:
        return ""
    ends = datetime(built.year, built.month, built.day, tzinfo=UTC) + timedelta(days=_DAYS)
    fields = {
        "Contact": _uri(brand.security.contact),
        "Expires": ends.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Preferred-Languages": "en",
        "Canonical": _canonical(brand.site_address),
        "Policy": _uri(brand.security.policy),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def _canonical(site_address: str | None) -> str | None:
    if not site_address:
        return None
    host = urlsplit(site_address)
    return _uri(f"{host.scheme}://{host.netloc}/{SECURITY_TXT}")


def _uri(address: str | None) -> str | None:
    """Return the address in ASCII as RFC 3986 requires: hosts as "xn--…", the rest as "%…"."""
    if not address or address.isascii():
        return address
    scheme, host, *rest = urlsplit(address)
    if host:
        with suppress(UnicodeError):  # not a valid host name: leave it as it is
            name, colon, port = host.partition(":")
            host = f"{name.encode('idna').decode('ascii')}{colon}{port}"
    path, query, fragment = (quote(part, safe=_KEPT) for part in rest)
    return urlunsplit((scheme, host, path, query, fragment))

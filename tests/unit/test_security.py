"""security.txt, as RFC 9116 wants it."""

from datetime import UTC, datetime

import pytest

from common.build_time import build_time
from common.problems import ProblemsError
from macros.brand.security_txt import security_txt
from macros.brand.settings import Brand, Organisation, Security

BUILT = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
ADDRESS = "https://example.org/policy"
ORGANISATION = Organisation(id="northshire", name="Northshire Council")


def told(site_address: str | None, **security: str) -> str:
    brand = Brand(
        organisation=ORGANISATION,
        site_name="Leading",
        site_address=site_address,
        security=Security(**security) if security else None,
    )
    return security_txt(brand, BUILT)


def test_it_says_whom_to_tell_until_when_and_where_it_lies() -> None:
    address = "https://leadership.example.org/"
    assert told(address, contact="mailto:s@example.org").splitlines() == [
        "Contact: mailto:s@example.org",
        "Expires: 2027-11-18T00:00:00Z",
        "Preferred-Languages: en",
        "Canonical: https://leadership.example.org/.well-known/security.txt",
    ]


def test_it_is_valid_for_less_than_a_year() -> None:
    ends = told(None, contact="https://example.org/report").splitlines()[1]
    left = datetime.fromisoformat(ends.removeprefix("Expires: ")) - BUILT
    assert 300 < left.days < 365


def test_of_a_copy_in_a_folder_it_belongs_to_the_top_of_the_host() -> None:
    text = told("https://example.org/guide/", contact="https://example.org/r", policy=ADDRESS)
    assert "Canonical: https://example.org/.well-known/security.txt\n" in text
    assert text.endswith(f"Policy: {ADDRESS}\n")


def test_a_copy_that_does_not_say_whom_to_tell_has_none() -> None:
    assert told("https://leadership.example.org/") == ""


@pytest.mark.parametrize("seconds", ["today", "-1", "4294967296", "9" * 30])
def test_a_time_of_the_build_that_is_none_is_told(
    seconds: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(ProblemsError, match=r"SOURCE_DATE_EPOCH:1: the variable is .*: write the"):
        build_time()

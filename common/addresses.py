"""Addresses that people wrote, which may be none."""

from urllib.parse import SplitResult, urlsplit


def split_address(address: str) -> SplitResult | None:
    """Split an address into its parts; None for one that has none, such as `https://[`."""
    try:
        return urlsplit(address)
    except ValueError:
        return None

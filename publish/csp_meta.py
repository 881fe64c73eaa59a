"""Write the policy into each page, for hosts that send no header of ours (GitHub, GitLab Pages)."""

from html import escape

from publish.html_tags import Tag, tags
from publish.inline import hashes
from publish.policy import REFERRER, policy

POLICY_TAG = "content-security-policy"


def with_policy(page: str) -> str:
    """Insert the policy and the referrer policy before everything that the page loads.

    Returned unchanged if it has a policy of its own, or no head."""
    if not takes_policy(page):
        return page
    head = _in_head(page)
    # After the encoding, which browsers look for in the first 1,024 bytes.
    before = next((tag for tag in head if "charset" in tag.attributes), head[0])
    end = before.start + len(before.text)
    said = escape(policy(hashes(page), in_page=True), quote=False)
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{said}">'
        f'<meta name="referrer" content="{REFERRER}">'
    )
    return f"{page[:end]}{metas}{page[end:]}"


def takes_policy(page: str) -> bool:
    """Whether the page has a head, and no policy of its own."""
    head = _in_head(page)
    return bool(head) and not any(_is(tag, "http-equiv", POLICY_TAG) for tag in head)


def _in_head(page: str) -> list[Tag]:
    return [tag for tag in tags(page) if tag.name in ("head", "meta")]


def _is(tag: Tag, name: str, value: str) -> bool:
    return tag.attributes.get(name, "").lower() == value

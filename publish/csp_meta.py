"""Write the policy into each page, for hosts that send no header of ours (GitHub, GitLab Pages)."""

from html import escape

from publish.html_tags import Tag, tags
from publish.inline import hashes
from publish.policy import REFERRER, policy

POLICY_TAG = "content-security-policy"


def with_policy(page: str) -> str:
    """Insert the policy and the referrer policy before everything that the page loads.

    Returned unchanged if it has a policy of its own, or no head."""
    head = [tag for tag in tags(page) if tag.name in ("head", "meta")]
    if not head or any(_is(tag, "http-equiv", POLICY_TAG) for tag in head):
        return page
    # After the encoding, which browsers look for in the first 1,024 bytes.
    before = next((tag for tag in head if "charset" in tag.attributes), head[0])
    end = before.start + len(before.text)
    said = escape(policy(hashes(page), in_page=True), quote=False)
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{said}">'
        f'<meta name="referrer" content="{REFERRER}">'
    )
    return f"{page[:end]}{metas}{page[end:]}"


def _is(tag: Tag, name: str, value: str) -> bool:
    return tag.attributes.get(name, "").lower() == value

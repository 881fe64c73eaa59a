"""Rules for references: what a record names or links to exists and is of the right kind."""

from collections.abc import Iterator

from common.problems import Problem, nearest, shown
from macros.content.index import ContentIndex
from macros.content.located import LocatedRecord
from macros.content.naming import noun, with_article
from macros.content.references import LINKS, Mention, mentions, odd_links


def known_references(index: ContentIndex) -> Iterator[Problem]:
    """Check that each id that a record names exists and is of the kind that the field asks for."""
    for located in index.all_located:
        for mention in mentions(located.part):
            there = index.by_id.get(mention.id)
            wanted = with_article(mention.wanted)
            if there and not isinstance(there.part, mention.wanted):
                what = f"{located.name} names {there.name} where {wanted} belongs"
                alike = _such_as(index, mention, located)
                yield located.problem(mention.field, what, f"write the id of {wanted}{alike}")
            elif not there and mention.id not in index.unread:
                unknown = f"{noun(mention.wanted)} {shown(mention.id)}"
                what = f"{located.name} names {unknown}, which does not exist"
                yield located.problem(mention.field, what, _meant(index, mention, located))


def _meant(index: ContentIndex, mention: Mention, located: LocatedRecord) -> str:
    renamed = index.formerly.get(mention.id)
    if renamed:
        return f"it is {renamed.name} now: write that id"
    ids = [record.id for record, _ in index.records if isinstance(record, mention.wanted)]
    meant = nearest(mention.id, ids)
    wanted = f"write the id of {with_article(mention.wanted)}{_such_as(index, mention, located)}"
    return f"did you mean '{meant}'?" if meant else wanted


def _such_as(index: ContentIndex, mention: Mention, located: LocatedRecord) -> str:
    """Name, to a council, an id of the wanted kind: one with the given word, or the first."""
    if not type((*located.around, located.part)[0]).links_to_places:
        return ""
    ids = [record.id for record, _ in index.records if isinstance(record, mention.wanted)]
    alike = next((own for own in ids if mention.id in own), next(iter(ids), None))
    return f", such as '{alike}'" if alike else ""


def known_links(index: ContentIndex) -> Iterator[Problem]:
    """Check that each link leads to a record or to an https: or mailto: address."""
    kinds = ", ".join(f"{kind}:ID" for kind in LINKS)
    for located in index.all_located:
        own = type((*located.around, located.part)[0]).links_to_places
        for field, to in odd_links(located.part, own):
            what = f"{located.name} links to {shown(to)}, which is not a link of the guide"
            yield located.problem((field,), what, f"write {kinds} or an https:// address")

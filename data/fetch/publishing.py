"""What stands at an address, put in place for all readers; nothing moves until it loads whole."""

from dataclasses import dataclass, replace

from data import store
from data.fetch.addresses import NOTHING, Permitted
from data.fetch.copies import Copy, digest, path_of
from data.fetch.download import fetch
from data.importer import Loaded, Matching, Refused
from data.published import is_matched_by, publish, published


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The address still holds what came before; `sent_again` where its bytes came nevertheless."""

    copy: Copy
    sent_again: bool


def publish_address(
    address: str, permitted: Permitted = NOTHING, mapping: Matching | None = None
) -> Loaded | Refused | Unchanged:
    """Fetch, read, check and build the file at an address, and put it in the last one's place.

    Unchanged or refused, everything stays as it was. Raises NotFetched where none came.
    """
    folder = store.cache_folder()
    copy, path = Copy.of(address, folder), path_of(address, folder)
    if not is_matched_by(path, mapping, folder):
        copy = None  # the same bytes may mean something else now
    fetched = fetch(address, permitted, copy.validators if copy else None)
    if copy and (fetched is None or digest(fetched.content) == copy.sha256):
        if fetched:  # a server may give the same file another mark
            copy = Copy.kept(replace(fetched, name=copy.name), path)
        standing = published(path, folder, copy.name)
        return standing if isinstance(standing, Refused) else Unchanged(copy, fetched is not None)
    assert fetched is not None  # only what is known can be unchanged
    outcome = publish(path, folder, name=fetched.name, content=fetched.content, mapping=mapping)
    if isinstance(outcome, Loaded):
        Copy.kept(fetched, path)
    return outcome

"""How much of this server's memory readers' files take: those that arrived, and those in use."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from data.importer.readers.limits import MEGABYTE
from settings import settings
from ui.shell.upload_session import DESKS


def held() -> Counter[str]:
    """Bytes that each session holds. What is still arriving is not among them."""
    counts: Counter[str] = Counter()
    for session, files in arrived().items():
        counts[session] += sum(files)
    for desk in list(DESKS):
        counts[desk.session] += desk.size()
    return counts


def arrived() -> dict[str, list[int]]:
    """The sizes of files that arrived whole and were not read yet, by session."""
    manager = runtime.get_instance().uploaded_file_mgr if runtime.exists() else None
    if not isinstance(manager, MemoryUploadedFileManager):
        return {}
    kept = list(manager.file_storage.items())
    return {session: [len(one.data) for one in list(files.values())] for session, files in kept}


def has_room(session: str, more: int, coming: Mapping[str, int] = MappingProxyType({})) -> bool:
    """Whether a session may hold so many bytes more, beside what is `coming` to each."""
    now = held() + Counter(coming)
    one, all_of_them = settings().uploads_session_mb, settings().uploads_mb
    return now[session] + more <= one * MEGABYTE and now.total() + more <= all_of_them * MEGABYTE

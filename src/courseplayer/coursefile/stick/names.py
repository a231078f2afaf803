"""Names that hide what a file is: looked at only, never opened."""

import re
import unicodedata
from collections.abc import Set

PROGRAMS = frozenset({
    "exe", "scr", "pif", "com", "bat", "cmd", "vbs", "vbe", "js", "jse", "wsf", "wsh", "hta", "ps1",
    "msi", "cpl", "jar",
})  # fmt: skip
_SCRIPTS = PROGRAMS - {"exe", "msi", "jar", "cpl"}
_NOBODY_NEEDS = frozenset({"pif", "vbe", "jse", "wsf", "wsh"})
_DOCUMENTS = frozenset({
    "pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "jpg",
    "jpeg", "png", "gif", "bmp", "tif", "tiff", "heic", "mp3", "m4a", "wav", "mp4", "avi", "mov", "mkv",
    "wmv", "3gp", "zip", "rar", "7z", "epub", "course",
})  # fmt: skip
# Titles that people click without a thought, in the languages of the clinics we know of.
_BAIT = frozenset({
    "documents", "document", "my documents", "photos", "photo", "pictures", "my pictures", "images",
    "music", "video", "videos", "new folder", "folder", "private", "secret", "backup", "data", "course",
    "courses", "usb", "usb drive", "removable disk", "open", "password", "passwords", "mes documents",
    "nouveau dossier", "dossier", "cours", "musique", "mes images", "documentos", "fotos", "nova pasta",
    "nueva carpeta", "carpeta", "مجلد جديد", "صور", "مستندات", "ሰነዶች", "ፎቶዎች",
})  # fmt: skip
_LOOK_ALIKES = str.maketrans("ıіоаеасрхԁ", "iioaeacpxd")
_TURNING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_BLANKS = frozenset("\u2800\u3164\u115f\u1160\uffa0\u00ad")
_RUN_OF_BLANKS = 3
_CLASS_ID = re.compile(r"\.\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$", re.IGNORECASE)


def suffix_of(name: str) -> str:
    """Return what Windows takes for the kind of a file, in small letters: it passes over dots at the end."""
    return name.rstrip(". ").rpartition(".")[2].strip().lower() if "." in name.rstrip(". ") else ""


def stem_of(name: str) -> str:
    """Return a name without that kind."""
    return name.rstrip(". ").rpartition(".")[0]


def skeleton(name: str) -> str:
    """Return a name as the eye takes it: letters that look alike are one, what cannot be seen is nothing."""
    seen = "".join(c for c in unicodedata.normalize("NFKC", name) if not _is_blank(c))
    return seen.casefold().translate(_LOOK_ALIKES)


def is_unseen(name: str) -> bool:
    """Tell whether a folder's name cannot be seen, or makes Windows show the folder as something else."""
    return not skeleton(name) or _CLASS_ID.search(name) is not None


def is_autorun(name: str) -> bool:
    """Tell whether a name is, or looks like, the one that Windows obeys on its own."""
    return skeleton(name) == "autorun.inf"


def is_disguised(name: str, folders: Set[str], hidden: Set[str], *, is_root: bool) -> bool:
    """Tell whether a program pretends to be a folder or a document.

    ``folders`` are the skeletons of the folders beside it, ``hidden`` those of the hidden files without their
    kind.
    """
    suffix = suffix_of(name)
    if suffix not in PROGRAMS:
        return False
    stem = stem_of(name)
    seen = skeleton(stem)
    return (
        _hides_its_kind(name)
        or _ends_like_a_document(stem, suffix)
        or seen in folders
        or seen in hidden
        or suffix in _NOBODY_NEEDS
        or (is_root and seen in _SEEN_BAIT)
        or (is_root and suffix in _SCRIPTS and seen == "autorun")
    )


def _hides_its_kind(name: str) -> bool:
    if any(c in _TURNING for c in name):
        return True
    blanks = "".join(" " if _is_blank(c) else "x" for c in name)
    return " " * _RUN_OF_BLANKS in blanks


def _ends_like_a_document(stem: str, suffix: str) -> bool:
    inner = suffix_of(stem)
    # Parts of web pages are named after what they show: data.csv.js.
    return inner in _DOCUMENTS and not (suffix == "js" and inner in {"csv", "txt"})


def _is_blank(character: str) -> bool:
    return character in _BLANKS or unicodedata.category(character) in {"Zs", "Zl", "Zp", "Cf", "Cc"}


_SEEN_BAIT = frozenset(skeleton(bait) for bait in _BAIT)

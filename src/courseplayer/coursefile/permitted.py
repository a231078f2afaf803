"""What a value may be to stand in a course file; asked when one is written and again when it is read."""

import re

from courseplayer.coursefile.article import is_web_address

_STEP_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_MIME = re.compile(r"[a-z]+/[A-Za-z0-9.+-]{1,80}")
_NO_FILE_NAME = re.compile(r"[/\\:*?\"<>|\x00-\x1f\x7f]")
_LONGEST_ID = 200
_LONGEST_FILE_NAME = 200


def is_course_id(text: str) -> bool:
    """A course id is short and printable."""
    return 0 < len(text) <= _LONGEST_ID and text.isprintable()


def is_step_id(text: str) -> bool:
    """A step id can stand in a link without quoting."""
    return _STEP_ID.fullmatch(text) is not None


def is_mime(text: str) -> bool:
    """A mime type has no parameters."""
    return _MIME.fullmatch(text) is not None


def is_file_name(text: str) -> bool:
    """A file name names no folder and means nothing special on any system."""
    return (
        0 < len(text) <= _LONGEST_FILE_NAME
        and _NO_FILE_NAME.search(text) is None
        and not text.startswith(".")
        and not text.endswith((".", " "))
    )


def is_address(text: str | None) -> bool:
    """An address is missing, or one that a browser or mail program opens."""
    return text is None or is_web_address(text)

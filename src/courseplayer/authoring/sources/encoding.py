"""Text files in whatever encoding a trainer's editor wrote them."""

import codecs
import re
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import category

from charset_normalizer import from_bytes

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError
from courseplayer.course.problems import Problem, Severity

_NOT_TEXT = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not a text file, so nothing was read from it; nothing was changed. "
    "Choose a subtitle or text file.",
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_STARTS = re.compile(
    rb"PK\x03\x04|\x89PNG|\xff\xd8\xff|GIF8|%PDF-|RIFF|OggS|ID3|\x1aE\xdf\xa3|\x1f\x8b|SQLite format 3"
    rb"|\xd0\xcf\x11\xe0|.{4}ftyp",
    re.DOTALL,
)
# What people's programs really write; the other hundred code pages only produce false guesses.
_CANDIDATES = [
    "cp1252", "mac_roman", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp1258", "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "cp874",
]  # fmt: skip
_WESTERN = frozenset(
    "àâäáãåæçéèêëíìîïñóòôöõøœúùûüÿßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜ’‘‚“”„–—…«»‹›¿¡°ºª€£§©®™•·\u00a0×½"
)
_WESTERN_SHARE = 0.4
_CYRILLIC_PAGES = ("cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5")
_CYRILLIC_LETTERS = frozenset(map(chr, range(0x400, 0x492)))
_CYRILLIC_USUAL = frozenset("оеаиінтсрвл")
_CYRILLIC_USUAL_SHARE = 0.5
_CONTROL_SHARE = 0.05
_SAMPLE_BYTES = 20_000
_ZERO_IN_BYTES = 30
_NO_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text without byte order mark, the encoding it was in, and what had to be assumed."""

    text: str
    encoding: str
    problems: tuple[Problem, ...]


def decode(data: bytes, file: str) -> Decoded:
    """Turn a file's bytes into text; ``file`` is the name used in messages.

    UTF-8 is taken at its word; anything else without a byte order mark is a guess and reported.
    Raises BadInputError for bytes that are no text. Single NULs stay in the text: WebVTT has a rule
    for them.
    """
    if _BINARY_STARTS.match(data):
        raise BadInputError(_NOT_TEXT, file=file)
    text, encoding, is_certain = _decoded(data)
    if len(_CONTROLS.findall(text)) > _CONTROL_SHARE * len(text):
        raise BadInputError(_NOT_TEXT, file=file)
    if is_certain:
        return Decoded(text, encoding, ())
    message = f"The text is not UTF-8; it was read as {encoding}. Look whether its accents are right."
    return Decoded(text, encoding, (Problem(file, None, Severity.INFO, message),))


def _decoded(data: bytes) -> tuple[str, str, bool]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), encoding, True
    utf16 = _utf16_without_mark(data)
    # Russian in UTF-16 is also valid UTF-8; so many zeros are not.
    if utf16 is not None and data.count(0) * _ZERO_IN_BYTES > len(data):
        return data.decode(utf16, errors="replace"), utf16, False
    try:
        return data.decode("utf-8"), "utf-8", True
    except UnicodeDecodeError:
        if utf16 is not None:
            return data.decode(utf16, errors="replace"), utf16, False
        return *_guessed(data), False


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 shows itself by spaces and line ends in two bytes and nothing that no text contains."""
    if 0 not in data or len(data) % 2:
        return None
    spaces: dict[str, int] = {}
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = data[:_SAMPLE_BYTES].decode(encoding, errors="replace")
        if not any(category(character) in _NO_TEXT for character in set(sample) - set("\t\n\r\f\v")):
            spaces[encoding] = sum(map(sample.count, " \n"))
    best = max(spaces, key=lambda encoding: spaces[encoding], default=None)
    return best if best is not None and spaces[best] else None


def _guessed(data: bytes) -> tuple[str, str]:
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = None
    if western is not None and _reads_western(western):
        return western, "cp1252"
    cyrillic = _cyrillic(data)
    if cyrillic is not None:
        return data.decode(cyrillic), cyrillic
    guess = from_bytes(data, cp_isolation=_CANDIDATES).best()
    if guess is not None and guess.encoding == "mac_roman" and not _reads_western(str(guess)):
        # Few words of Arabic or Hebrew look like the signs of a Macintosh.
        others = [encoding for encoding in _CANDIDATES if encoding != "mac_roman"]
        guess = from_bytes(data, cp_isolation=others).best() or guess
    if guess is not None:
        return str(guess), guess.encoding
    return data.decode("latin-1"), "latin-1"


def _cyrillic(data: bytes) -> str | None:
    """Name the Cyrillic code page in which the text has the letters that such languages use most.

    Another one has as many Cyrillic letters, but the rare ones or capitals in the midst of words.
    """
    found: list[tuple[float, int, str]] = []
    for encoding in _CYRILLIC_PAGES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        letters = sum(map(str.isalpha, text))
        cyrillic = sum(map(_CYRILLIC_LETTERS.__contains__, text))
        usual = sum(map(_CYRILLIC_USUAL.__contains__, text))
        if cyrillic > letters / 2 and usual > _CYRILLIC_USUAL_SHARE * cyrillic:
            found.append((usual / sum(sign > "\x7f" for sign in text), cyrillic, encoding))
    # Two may differ in a few letters of a neighbouring language only: then the one that reads more of them.
    return max(found, default=(0.0, 0, None))[2]


def _reads_western(text: str) -> bool:
    """Few letters have accents, all are common ones, and no accented capital follows a small letter.

    The last is what Mac Roman looks like when it is taken for Windows-1252 (``itÕs``).
    """
    letters = sum(character.isalpha() for character in text)
    foreign = [character for character in text if character > "\x7f"]
    if not _WESTERN.issuperset(foreign) or sum(map(str.isalpha, foreign)) > max(1, _WESTERN_SHARE * letters):
        return False
    pairs = pairwise(text)
    return not any(second > "\x7f" and second.isupper() and first.islower() for first, second in pairs)

"""The recovery key: groups of letters and digits that open a learner's work when the PIN is forgotten."""

import hashlib
import os
import re

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError
from courseplayer.learner.sealing import KEY_BYTES

# Crockford's alphabet: nothing in it is mistaken for another when it is written by hand.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011")
_SYMBOLS, _CHECKS, _GROUP = 26, 2, 4
"""26 symbols of 5 bits: 130 bits of chance, far beyond guessing."""

_MISTYPED = QT_TRANSLATE_NOOP(
    "errors",
    "This is not a whole recovery key, so nothing was opened; everything written is safe. "
    "It has {groups} groups of 4 letters or digits: compare it with the paper, letter by letter.",
)


class BadRecoveryKeyError(BadInputError):
    """What was typed is no recovery key, or not this learner's."""


def new_recovery_key() -> str:
    """Return a key that nobody has, in groups, the last two symbols a check against slips."""
    number = int.from_bytes(os.urandom(17), "big")
    symbols = "".join(_ALPHABET[(number >> (5 * place)) & 31] for place in range(_SYMBOLS))
    whole = symbols + _check(symbols)
    return "-".join(whole[start : start + _GROUP] for start in range(0, len(whole), _GROUP))


def wrapping_key(recovery_key: str) -> bytes:
    """Return the key that a typed recovery key stands for; raises BadRecoveryKeyError for a slip."""
    symbols = re.sub(r"[\s\-–—‐‑]", "", recovery_key).upper().translate(_READ_AS)
    is_whole = len(symbols) == _SYMBOLS + _CHECKS and all(symbol in _ALPHABET for symbol in symbols)
    if not is_whole or _check(symbols[:_SYMBOLS]) != symbols[_SYMBOLS:]:
        raise BadRecoveryKeyError(_MISTYPED, groups=(_SYMBOLS + _CHECKS) // _GROUP)
    # No slow function: nobody can try 130 bits.
    digest = hashlib.blake2b(
        symbols[:_SYMBOLS].encode("ascii"), digest_size=KEY_BYTES, person=b"cpl recovery"
    )
    return digest.digest()


def _check(symbols: str) -> str:
    number = int.from_bytes(hashlib.sha256(symbols.encode("ascii")).digest()[:2], "big")
    return _ALPHABET[number & 31] + _ALPHABET[(number >> 5) & 31]

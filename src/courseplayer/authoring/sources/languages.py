"""Language tags as subtitle files carry them in their names and headers."""

import re
from pathlib import PurePath

_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?", re.IGNORECASE)
# ISO 639-1; a name such as "what_is_it.srt" can still look like Italian, which is why it is reported.
_TWO_LETTERS = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id
    ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu
    lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu
    rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr
    ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_CODES = frozenset(_TWO_LETTERS.split())
_LONG_CODES = {
    "amh": "am", "ara": "ar", "ben": "bn", "chi": "zh", "zho": "zh", "cze": "cs", "ces": "cs", "deu": "de",
    "ger": "de", "dut": "nl", "nld": "nl", "eng": "en", "fas": "fa", "per": "fa", "fil": "fil", "fra": "fr",
    "fre": "fr", "hau": "ha", "hin": "hi", "ind": "id", "ita": "it", "jpn": "ja", "khm": "km", "kin": "rw",
    "kor": "ko", "mya": "my", "bur": "my", "nep": "ne", "orm": "om", "pol": "pl", "por": "pt", "rus": "ru",
    "som": "so", "spa": "es", "swa": "sw", "tam": "ta", "tha": "th", "tir": "ti", "tur": "tr", "ukr": "uk",
    "urd": "ur", "vie": "vi", "yor": "yo", "zul": "zu",
}  # fmt: skip
_REMARKS = frozenset({"sdh", "cc", "forced", "auto", "default", "captions", "subtitles"})


def language_tag(text: str) -> str | None:
    """Write ``PT_br`` or ``eng`` as a BCP 47 tag (``pt-BR``, ``en``); None for no known language."""
    match = _TAG.fullmatch(text.strip())
    if match is None:
        return None
    code, script, region = match.groups()
    language = _LONG_CODES.get(code.lower(), code.lower())
    if language not in _CODES and language not in _LONG_CODES.values():
        return None
    parts = (language, script and script.title(), region and region.upper())
    return "-".join(part for part in parts if part)


def language_in_name(file_name: str) -> str | None:
    """Find the language in ``welcome.en.vtt``, ``welcome_pt-BR.srt`` or ``welcome.fr.sdh.srt``.

    After an underscore only codes of two letters count, since ordinary words stand there more often.
    """
    stem = PurePath(file_name).stem
    before, _, last = stem.rpartition(".")
    if before and last.lower() in _REMARKS:
        stem = before
    before, dot, last = stem.rpartition(".")
    if dot and before and (tag := language_tag(last)) is not None:
        return tag
    match = re.fullmatch(r".*?[^_]_([A-Za-z]{2}(?:[-_](?:[A-Z]{2}|[A-Z][a-z]{3}|\d{3}))*)", last)
    return language_tag(match[1]) if match else None

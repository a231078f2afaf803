"""The names of speakers at the beginning of spoken words: ``ADA LOVELACE: …``, ``[Ada Lovelace] …``."""

import re

_COLON = re.compile(r"(?:>+[ \t]*)?([^\W\d_][^:\n\[\]<>]{0,59}):[ \t\n]*(?=\S)")
_BRACKET = re.compile(r"(?:>+[ \t]*)?\[([^\W\d_][^:\[\]<>]{2,59})\](:?)[ \t\n]*(?=\S)")
_OPENING = "\"'“‘«([¿¡"
_ROLES = frozenset(
    re.findall(
        r"\w+", "Speaker Presenter Student Learner Participant Interviewer Person Man Woman Nurse Patient"
    )
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+|(?:Dr|Prof|Mr|Mrs|Ms|St)\.?")
_PARTICLES = frozenset(
    re.findall(r"\w+", "de da do dos del della di du la le van von der den bin ibn al el y of")
)
# Words that begin a sentence or a sound and never a name; compared in lower case.
_ORDINARY = """
    a about activity advice after aim aims all also although always and another answer applause article
    as at audience audio aware background because before beginning but by can caption case caution
    chapter clapping conclusion copyright course crowd definition discussion do each end english example
    exercise fact faq figure finally first five following for foreign four french from further goal
    hello here hint how however i if important in inaudible information is it key language lastly
    laughing laughs laughter learning lesson link list look male module music my name nb never next no
    noise not note now objective on one only or our outcome outcomes overview part phone playing please
    point ps question questions quote reading references remember result reward ringing rule second
    secondly section see silence singing so some sometimes song sound sounds source speaking spanish
    step subtitle subtitles subtitled summary task that the then there therefore these they thing third
    this three tip title to today topic transcript translation two unit url video voice voices warning
    we website week welcome well what when where which why will yes you your
"""
_NOT_NAMES = frozenset(_ORDINARY.split())


def split_speaker(text: str) -> tuple[str | None, str]:
    """Split spoken words into the speaker's name, if they begin with one, and the rest.

    The rules, found on FutureLearn step pages of 2015 to 2024 and careful rather than complete, because
    a wrong name is worse than a name left in the text:

    - ``IAN KIRKPATRICK:`` up to five words in capitals, also ``SPEAKER 2:`` and ``DR. OKORO:``;
    - ``Jason:`` or ``Jane van Dyk:`` or ``Speaker 2:`` one to four words with a capital each, when the
      words after the colon begin with a capital too and no word is one that ordinarily begins a sentence
      (``Remember: …``);
    - a page may have lost the space behind the colon after a name in capitals: ``ADA OKORO:The gate``;
    - ``[First Last]`` two to four such words in brackets, or any name in brackets before a colon, as
      transcription programs write it (``[SPEAKER_01]:``); ``[Music]`` and ``[MUSIC PLAYING]`` stay text;
    - ``>>`` before a name goes with it, without a name it stays text.
    """
    bracket = _BRACKET.match(text)
    if bracket is not None and _is_bracket_name(bracket[1].split(), has_colon=bool(bracket[2])):
        return " ".join(bracket[1].split()), text[bracket.end() :]
    colon = _COLON.match(text)
    if colon is None:
        return None, text
    words, rest = colon[1].split(), text[colon.end() :]
    begins_sentence = rest[0].isupper() or rest[0] in _OPENING
    is_glued = colon.end() == colon.end(1) + 1
    if _is_capital_name(words) and (begins_sentence or not is_glued):
        return " ".join(words), rest
    if (_is_title_name(words) or _is_numbered_role(words)) and begins_sentence and not is_glued:
        return " ".join(words), rest
    return None, text


def is_capital_fragment(text: str) -> bool:
    """The text could be part of a name in capitals, as when a page splits ``IAN KIRK`` from ``PATRICK:``."""
    return _is_capital_name(text.split())


def _is_capital_name(words: list[str]) -> bool:
    return (
        1 <= len(words) <= 5
        and all(word.isupper() or word.isdigit() for word in words)
        and any(sum(map(str.isalpha, word)) > 1 for word in words)
        and not _has_ordinary_word(words)
    )


def _is_bracket_name(words: list[str], *, has_colon: bool) -> bool:
    if has_colon and (_is_capital_name(words) or _is_title_name(words)):
        return True
    # "First" begins many sentences, but in brackets it is somebody's name.
    return len(words) > 1 and _is_title_name(words[1:] if words[0] == "First" else words)


def _is_numbered_role(words: list[str]) -> bool:
    return len(words) == 2 and words[0] in _ROLES and words[1].isdecimal()


def _is_title_name(words: list[str]) -> bool:
    return (
        1 <= len(words) <= 4
        and _is_title_word(words[0])
        and _is_title_word(words[-1])
        and all(_is_title_word(word) or word in _PARTICLES for word in words)
        and not _has_ordinary_word([word for word in words if word not in _PARTICLES])
    )


def _is_title_word(word: str) -> bool:
    letters = word.replace("-", "").replace("’", "").replace("'", "")
    if _INITIALS.fullmatch(word):
        return True
    return len(letters) > 1 and letters.isalpha() and letters[0].isupper() and not letters.isupper()


def _has_ordinary_word(words: list[str]) -> bool:
    return any(word.strip(".,'’").lower() in _NOT_NAMES for word in words)

"""Everything a person reads is translated: marked so that lupdate finds it, in French, and compiled."""

import ast
import re
from collections import Counter

import pytest
from PySide6.QtCore import QLocale

from courseplayer.app_entrance import LANGUAGES
from making.sources import python_files
from making.translations import (
    FOLDER,
    MARKER,
    Message,
    compiled,
    marked_in_the_program,
    messages_of,
)

MARKED = marked_in_the_program()
LITERAL = tuple(one for one in MARKED if one.text is not None)
FRENCH = messages_of("fr")
SHOWING = (
    *("setText", "setPlainText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setTitle"),
    *("setWindowTitle", "setPlaceholderText", "addItem", "addAction", "addTab", "addMenu", "show_message"),
    *("setTabText", "show_words", "label", "button", "icon_button"),
)
# What tries the program out types like a person, and a command's output is not in the window.
NOT_SHOWN = {f"src/courseplayer/ui/{name}.py" for name in ("tour", "kit_tour", "self_test")}
HOW = "run `make translations`, then translate: docs/translating.md"
_GAP = re.compile(r"\{\w*\}|%n|%\d|<[^>]+>|&(?=\w)|https?://|mailto:|\*\.\w+")
_NO_BREAK = "\u00a0"


def _named(messages: list[Message]) -> list[str]:
    return [f"{one.context}: {one.source} -> {' | '.join(one.forms)}" for one in messages]


def test_the_program_marks_its_sentences() -> None:
    contexts = Counter(one.context for one in MARKED)
    assert contexts["errors"] > 50
    assert contexts["StepPage"] > 3
    assert len(LITERAL) > 400


def test_what_is_looked_up_is_literal_or_marked_elsewhere() -> None:
    """Lupdate reads the source and does not run it: of ``tr(words)`` it learns nothing."""
    marked_elsewhere = {one.context for one in LITERAL if not one.is_looked_up}
    offenders = [one.place for one in MARKED if one.text is None and one.context not in marked_elsewhere]
    assert offenders == []


def test_tr_is_asked_of_self_inside_a_class() -> None:
    """Its context is the class of the object that is asked, and lupdate takes the class it stands in."""
    assert [one.place for one in MARKED if one.context.startswith("(")] == []


def test_no_sentence_is_marked_inside_another_string() -> None:
    """Lupdate reads an f-string as a string: the ``tr()`` in its braces is no call to it."""
    offenders = [
        f"{file.name}:{outer.lineno}"
        for file in python_files("src")
        for outer in file.nodes
        if isinstance(outer, ast.JoinedStr)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.Call) and ast.unparse(inner.func).rpartition(".")[2] in {"tr", "translate"}
    ]
    assert offenders == []


def test_every_marked_sentence_is_in_the_french_file() -> None:
    known = {(one.context, one.source, one.is_plural) for one in FRENCH}
    missing = [f"{one.place}: {one.text}" for one in LITERAL if one.key not in known]
    assert missing == [], HOW


def test_the_french_file_holds_nothing_that_the_program_no_longer_says() -> None:
    said = {one.key for one in LITERAL}
    left_over = [one for one in FRENCH if (one.context, one.source, one.is_plural) not in said]
    assert _named(left_over) == [], HOW


def test_nothing_is_counted_where_the_count_would_be_lost() -> None:
    """Lupdate finds no plural in ``translate()``; ``tr()`` of a count stops at the subclass's own context."""
    by_translate = [
        f"{file.name}:{call.lineno}"
        for file in python_files("src")
        for call in file.calls()
        if ast.unparse(call.func) in {"QCoreApplication.translate", "translate"}
        and (len(call.args) > 2 or call.keywords)
    ]
    assert by_translate == []
    counting = {one.context for one in LITERAL if one.is_plural}
    subclassed = {ast.unparse(base) for _name, bases in _classes() for base in bases} & counting
    assert subclassed == set()


def test_every_sentence_of_an_error_is_marked() -> None:
    errors = {"PlainError"}
    while (
        more := {name for name, bases in _classes() if errors & {ast.unparse(base) for base in bases}}
        - errors
    ):
        errors |= more
    unmarked = [
        f"{file.name}:{call.lineno}"
        for file in python_files("src")
        for call in file.calls()
        if ast.unparse(call.func) in errors
        and call.args
        and isinstance(call.args[0], ast.Constant | ast.JoinedStr)
        # An error of its own kind makes its sentence itself, of a name that it is given.
        and (" " in ast.unparse(call.args[0]))
    ]
    assert unmarked == []
    assert len(errors) > 5


def test_nothing_is_shown_that_is_not_marked() -> None:
    """A literal with a word in it that goes straight into a widget never meets a translator."""
    shown = [
        f"{file.name}:{call.lineno}: {ast.unparse(call)}"
        for file in python_files("src/courseplayer/ui")
        if file.name not in NOT_SHOWN
        for call in file.calls()
        if ast.unparse(call.func).rpartition(".")[2] in SHOWING
        if any(re.search(r"[A-Za-z]{2}(?!\w*://)", _unmarked_words(text)) for text in call.args[:1])
    ]
    assert shown == []


def test_french_is_complete() -> None:
    unfinished = [one for one in FRENCH if not one.is_finished or not all(one.forms)]
    assert _named(unfinished) == [], HOW
    wrong_count = [one for one in FRENCH if len(one.forms) != (2 if one.is_plural else 1)]
    assert _named(wrong_count) == [], HOW


def test_french_keeps_gaps_marks_and_endings() -> None:
    offenders = [
        one
        for one in FRENCH
        for form in one.forms
        if Counter(_GAP.findall(form)) != Counter(_GAP.findall(one.source))
        or _ending(form) != _ending(one.source)
    ]
    assert _named(offenders) == []


def test_french_is_set_as_french() -> None:
    """No-break spaces before two-part marks and in guillemets; typographic apostrophes; no doubled space."""
    loose = re.compile(rf"(?<![{_NO_BREAK}])[;?!»%]|«(?!{_NO_BREAK})|(?<![{_NO_BREAK}\w]):(?!//)|[\"'“”]|  ")
    offenders = [
        one
        for one in FRENCH
        for form in one.forms
        if loose.search(form.replace("%n", "n")) or re.search(r"\w:(?!//)", form.replace("mailto:", ""))
    ]
    assert _named(offenders) == []


def test_english_counts_in_proper_english() -> None:
    counted = {(one.context, one.text) for one in LITERAL if one.is_plural}
    english = messages_of("en")
    assert {(one.context, one.source) for one in english} == counted, HOW
    assert [
        one.source for one in english if not one.is_finished or len(one.forms) != 2 or not all(one.forms)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_is_what_its_source_says(language: str) -> None:
    translator = compiled(FOLDER / f"courseplayer_{language}.qm")
    differing = []
    for message in messages_of(language):
        # 1 and 2 take the first and the second form, in English as in French.
        for count, form in zip((1, 2) if message.is_plural else (-1,), message.forms, strict=True):
            said = translator.translate(message.context, message.source, None, count)
            if said != form:
                differing.append(f"{message.context}: {message.source}: {said!r} instead of {form!r}")
    assert differing == [], HOW


def test_every_language_of_the_preferences_has_its_files_and_no_other_is_there() -> None:
    for suffix in (".ts", ".qm"):
        there = {file.stem.removeprefix("courseplayer_") for file in FOLDER.glob(f"*{suffix}")}
        assert there == set(LANGUAGES)
    assert all(QLocale(language).language() != QLocale.Language.C for language in LANGUAGES)


def test_the_marker_has_the_name_that_lupdate_looks_for() -> None:
    defined = [
        node.name
        for file in python_files("src")
        for node in file.nodes
        if isinstance(node, ast.FunctionDef) and node.name == MARKER
    ]
    assert defined == [MARKER]


def _ending(text: str) -> str:
    return re.sub(r"[^…:.?!]", "", text[-1:])


def _classes() -> list[tuple[str, list[ast.expr]]]:
    return [
        (node.name, node.bases)
        for file in python_files("src")
        for node in file.nodes
        if isinstance(node, ast.ClassDef)
    ]


def _unmarked_words(argument: ast.expr) -> str:
    if isinstance(argument, ast.JoinedStr):
        return " ".join(_unmarked_words(part) for part in argument.values)
    if isinstance(argument, ast.BinOp):
        return f"{_unmarked_words(argument.left)} {_unmarked_words(argument.right)}"
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else ""

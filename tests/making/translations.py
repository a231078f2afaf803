"""Reads what the program marks for translation, and what the translation files make of it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QTranslator

from making.sources import ROOT, PythonFile, python_files

FOLDER = ROOT / "resources" / "translations"
MARKER = "QT_TRANSLATE_NOOP"


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence that the source marks for translation; ``text`` is None where it is no literal."""

    place: str
    context: str
    text: str | None
    is_plural: bool
    is_looked_up: bool = True

    @property
    def key(self) -> tuple[str, str | None, bool]:
        """What the translation file knows it by."""
        return self.context, self.text, self.is_plural


@dataclass(frozen=True, slots=True)
class Message:
    """A message of a translation file; ``forms`` has one entry, or one for each plural form."""

    context: str
    source: str
    is_plural: bool
    is_finished: bool
    forms: tuple[str, ...]


def marked_in_the_program() -> tuple[Marked, ...]:
    """Return everything in the program's source that is to be translated."""
    return tuple(marked for file in python_files("src") for marked in _Marks(file).all())


def messages_of(language: str) -> tuple[Message, ...]:
    """Read a committed translation file."""
    root = ElementTree.fromstring((FOLDER / f"courseplayer_{language}.ts").read_bytes())
    return tuple(_messages(root))


def compiled(file: Path) -> QTranslator:
    """Load what lrelease made."""
    translator = QTranslator()
    if not translator.load(str(file)):
        raise AssertionError(f"{file} cannot be loaded")
    return translator


def _messages(root: ElementTree.Element) -> Iterator[Message]:
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            yield Message(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.get("numerus") == "yes",
                translation.get("type") is None,
                forms or (translation.text or "",),
            )


class _Marks(ast.NodeVisitor):
    """Walks one file, knowing the class it is in: the context of ``self.tr``."""

    def __init__(self, file: PythonFile) -> None:
        self._file = file
        self._classes: list[str] = []
        self._found: list[Marked] = []

    def all(self) -> list[Marked]:
        self.visit(self._file.nodes[0])
        return self._found

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        called = ast.unparse(node.func)
        texts = [_literal(argument) for argument in node.args]
        if called.endswith(".tr"):
            context = self._classes[-1] if called == "self.tr" and self._classes else f"({called})"
            self._add(node, context, texts[0], is_plural=len(texts) > 2)
        elif called in {"QCoreApplication.translate", "translate"}:
            self._add(node, texts[0] or "", texts[1], is_plural=len(texts) > 2 or bool(node.keywords))
        elif called == MARKER:
            self._add(node, texts[0] or "", texts[1], is_looked_up=False)
        self.generic_visit(node)

    def _add(
        self,
        node: ast.Call,
        context: str,
        text: str | None,
        *,
        is_plural: bool = False,
        is_looked_up: bool = True,
    ) -> None:
        place = f"{self._file.name}:{node.lineno}"
        self._found.append(Marked(place, context, text, is_plural, is_looked_up))


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None

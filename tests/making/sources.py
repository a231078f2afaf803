"""The project's own Python files as syntax trees, for tests of the rules that hold everywhere."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class PythonFile:
    """A parsed file; ``name`` is its path below the repository, with forward slashes."""

    name: str
    text: str
    nodes: tuple[ast.AST, ...]

    def calls(self) -> Iterator[ast.Call]:
        """Yield every call."""
        return (node for node in self.nodes if isinstance(node, ast.Call))

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Yield every function and method."""
        return (node for node in self.nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))

    def imported(self) -> Iterator[tuple[int, str]]:
        """Yield the line and the full name of everything imported, ``package.module.name``."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)

    def names(self) -> Iterator[tuple[int, str]]:
        """Yield the line and the text of every plain or dotted name's last part."""
        for node in self.nodes:
            if isinstance(node, ast.Name):
                yield node.lineno, node.id
            elif isinstance(node, ast.Attribute):
                yield node.lineno, node.attr


@cache
def python_files(*folders: str) -> tuple[PythonFile, ...]:
    """Parse every Python file below these folders of the repository."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    files = []
    for path in paths:
        text = path.read_text(encoding="utf-8")
        files.append(PythonFile(path.relative_to(ROOT).as_posix(), text, tuple(ast.walk(ast.parse(text)))))
    return tuple(files)

"""Reads the questions of a quiz step: each ``## `` heading asks, a task list answers, quotes explain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.sources.markdown import Article, MarkdownReader
from courseplayer.course.content import QuizChoice, QuizQuestion

_CHOICE = re.compile(r"\[\s*([xX]?)\s*\]\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Quiz:
    """The words before the first question, and the questions."""

    article: Article
    questions: tuple[QuizQuestion, ...]


def read_quiz(text: str, reader: MarkdownReader, findings: FileFindings) -> Quiz:
    """Read a quiz; questions that cannot be answered are reported as errors and left out."""
    tokens = reader.tokens(text)
    starts = [i for i, t in enumerate(tokens) if t.type == "heading_open" and t.tag == "h2" and t.level == 0]
    article = reader.article_of(tokens[: starts[0] if starts else len(tokens)])
    sections = [tokens[a:b] for a, b in pairwise([*starts, len(tokens)])]
    found = (_Question(reader, findings).read(section) for section in sections)
    questions = tuple(question for question in found if question is not None)
    if not starts:
        findings.warning(
            None, "The quiz has no question; each question begins with a line such as ## What …?"
        )
    return Quiz(article, questions)


@dataclass(slots=True)
class _Question:
    """One question while it is being read."""

    reader: MarkdownReader
    findings: FileFindings
    words: list[str] = field(default_factory=list)
    choices: list[QuizChoice] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> QuizQuestion | None:
        heading, *parts = SyntaxTreeNode(tokens).children
        line = _line(heading)
        self.words.append(self._plain(heading))
        for part in parts:
            self._read_part(part)
        if not self.choices:
            self.findings.error(
                line, "The question has no answers; write each as - [ ] wrong or - [x] right."
            )
            return None
        if not any(choice.is_right for choice in self.choices):
            self.findings.error(line, "The question has no right answer; mark at least one with - [x].")
            return None
        return QuizQuestion("\n".join(self.words), tuple(self.choices), "\n".join(self.quotes) or None)

    def _read_part(self, part: SyntaxTreeNode) -> None:
        if part.type in {"bullet_list", "ordered_list"}:
            if self.quotes and self.choices:
                # The quote stood between two answers without an indent: it explains the one above.
                self.choices[-1] = replace(self.choices[-1], why="\n".join(self.quotes))
                self.quotes = []
            for item in part.children:
                self._read_choice(item)
        elif part.type == "blockquote" and self.choices:
            self.quotes.append(self._plain(part))
        elif part.type in {"paragraph", "blockquote"} and not self.choices:
            self.words.append(self._plain(part))
        else:
            message = "Only words, a list of answers and quotes are read in a question; this is left out."
            self.findings.warning(_line(part), message)

    def _read_choice(self, item: SyntaxTreeNode) -> None:
        quotes = [self._plain(part) for part in item.children if part.type == "blockquote"]
        words = "\n".join(self._plain(part) for part in item.children if part.type != "blockquote")
        match = _CHOICE.fullmatch(words)
        if match is None or not match[2].strip():
            message = "An answer must begin with [ ] or [x] and have words; this one is left out."
            self.findings.warning(_line(item), message)
            return
        self.choices.append(QuizChoice(match[2].strip(), bool(match[1]), "\n".join(quotes) or None))

    def _plain(self, node: SyntaxTreeNode) -> str:
        tokens = node.to_tokens()
        for token in tokens:
            words = [child for child in token.children or [] if child.type != "image"]
            if len(words) < len(token.children or []):
                message = "Pictures cannot stand in a question; put them before the first one."
                self.findings.warning(_line(node), message)
                token.children = words
        return self.reader.article_of(tokens).text


def _line(node: SyntaxTreeNode) -> int | None:
    return node.map[0] + 1 if node.map else None

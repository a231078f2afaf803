"""Keeps a text being typed as the course's Document, converting only the lines that changed."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from courseplayer.course.writing import Block, Document
from courseplayer.ui.writing.text_document import as_document, read_block


class DocumentMirror(QObject):
    """Follows a QTextDocument; a key press only forgets the line it was made in."""

    def __init__(self, source: QTextDocument) -> None:
        super().__init__(source)
        self._source = source
        self._lines: list[tuple[Block, int] | None] = [None] * source.blockCount()
        source.contentsChange.connect(self._on_contents_change)

    def document(self) -> Document:
        """Return the present text."""
        return as_document(tuple(block for block, _words in self._up_to_date()))

    def word_count(self) -> int:
        """Return the number of words as :meth:`Document.word_count` counts them."""
        return sum(words for _block, words in self._up_to_date())

    def _up_to_date(self) -> list[tuple[Block, int]]:
        lines = self._lines
        for index, line in enumerate(lines):
            if line is None:
                block = read_block(self._source.findBlockByNumber(index))
                lines[index] = (block, Document((block,)).word_count())
        return [line for line in lines if line is not None]

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        count = self._source.blockCount()
        first = max(self._source.findBlock(position).blockNumber(), 0)
        # Behind the last line there is no block: then the change reached the end.
        last = self._source.findBlock(position + added).blockNumber()
        last = count - 1 if last < 0 else last
        replaced = last - first + 1 - (count - len(self._lines))
        self._lines[first : first + max(replaced, 0)] = [None] * (last - first + 1)
        if len(self._lines) != count:
            self._lines = [None] * count

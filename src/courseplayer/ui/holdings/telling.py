"""What is kept about a learner, in words."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from courseplayer.learner.values import DraftKind, Holdings
from courseplayer.ui.moments import full_moment_words
from courseplayer.ui.words import left_to_right, size_words

if TYPE_CHECKING:
    from courseplayer.learner.keeper import KeptAbout


class HoldingsWords(QObject):
    """Says what is kept, where it lies, and what a deletion can and cannot reach."""

    def kept(self, about: "KeptAbout") -> tuple[str, ...]:
        """Return lines that say what is kept about a learner."""
        held = about.holdings
        return (
            self.tr("Since {when}:").format(when=full_moment_words(held.since)),
            *self._counted(held),
            "",
            self.tr("It lies on this computer, in:"),
            *_listed((about.store,)),
            *self._copies(about),
            *self._beyond(about.beyond_reach),
            "",
            self.tr("The log holds neither names nor texts. Nothing was ever sent anywhere."),
        )

    def what_goes(self, about: "KeptAbout") -> tuple[str, ...]:
        """Return lines that say what a deletion takes away, and what it cannot reach."""
        return (
            self.tr("This will be deleted:"),
            *self._counted(about.holdings),
            *self._copies(about),
            *self._beyond(about.beyond_reach),
            "",
            self.tr(
                "Not reached: files that were exported or copied elsewhere, and what was handed in already."
            ),
        )

    def beyond(self, paths: Sequence[Path]) -> str:
        """Return one sentence about files that may still hold something, empty where there are none."""
        return " ".join(line.strip() for line in self._beyond(paths))

    def _counted(self, held: Holdings) -> tuple[str, ...]:
        kinds = {
            DraftKind.ASSIGNMENT: self.tr("%n assignment(s)", "", held.texts.get(DraftKind.ASSIGNMENT, 0)),
            DraftKind.ANSWER: self.tr("%n answer(s)", "", held.texts.get(DraftKind.ANSWER, 0)),
            DraftKind.NOTE: self.tr("%n note(s)", "", held.texts.get(DraftKind.NOTE, 0)),
            DraftKind.REVIEW: self.tr("%n review(s)", "", held.texts.get(DraftKind.REVIEW, 0)),
        }
        lines = [words for kind, words in kinds.items() if held.texts.get(kind, 0)]
        if held.versions:
            words = self.tr("%n word(s) in all", "", held.words)
            versions = self.tr("%n version(s)", "", held.versions)
            lines.append(f"{words}, {versions}")
        if held.files:
            files = self.tr("%n attached file(s)", "", held.files)
            lines.append(f"{files} ({size_words(held.file_bytes)})")
        for number, told in (
            (held.exports, self.tr("%n exported file(s) in the list of exports", "", held.exports)),
            (held.courses, self.tr("the last place in %n course(s)", "", held.courses)),
            (held.steps_done, self.tr("%n step(s) marked complete", "", held.steps_done)),
            (held.positions, self.tr("how far %n video(s) or recording(s) were watched", "", held.positions)),
        ):
            if number:
                lines.append(told)
        return tuple(f"•  {line}" for line in (self.tr("the name"), *lines))

    def _copies(self, about: "KeptAbout") -> tuple[str, ...]:
        if not about.copies:
            return ()
        words = self.tr("and as it was earlier in %n backup(s), the newest:", "", len(about.copies))
        return (words, *_listed(about.copies[:1]))

    def _beyond(self, paths: Sequence[Path]) -> tuple[str, ...]:
        if not paths:
            return ()
        words = self.tr("These may hold something too, and are for the person who helps you:")
        return (words, *_listed(paths))


def _listed(paths: Sequence[Path]) -> tuple[str, ...]:
    return tuple(f"•  {left_to_right(str(path))}" for path in paths)

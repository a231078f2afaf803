"""What every part of reading a course folder shares: its files, its findings and its list of assets."""

from dataclasses import dataclass, field
from pathlib import Path

from courseplayer.authoring.assets import AssetList
from courseplayer.authoring.drawings import Rasterise
from courseplayer.authoring.findings import FileFindings, Findings
from courseplayer.authoring.pictures import UnusablePictureError, drawn_picture, is_drawing, picture_mime
from courseplayer.authoring.sources.fields import Fields
from courseplayer.authoring.sources.folder_files import FolderFiles, UnusableReferenceError
from courseplayer.course.errors import storage_error
from courseplayer.course.outline import AssetId, Licence
from courseplayer.coursefile.article import is_web_address
from courseplayer.coursefile.plan import PlannedAsset

LICENCE_KEYS = ("name", "url", "attribution")


@dataclass(slots=True)
class Workshop:
    """One course folder while it is being read."""

    files: FolderFiles
    findings: Findings
    assets: AssetList = field(default_factory=AssetList)
    rasterise: Rasterise | None = None

    def about(self, path: Path) -> FileFindings:
        """Return a collector for one file of the folder."""
        return self.findings.about(self.files.name(path))

    def picture(self, reference: str, folder: Path, found: FileFindings, line: int | None) -> AssetId | None:
        """Check and list a picture; None when it cannot be used, which is reported."""
        try:
            path = self.files.find(reference, folder)
        except UnusableReferenceError as wrong:
            found.warning(line, f"The picture was left out: {wrong}")
            return None
        try:
            asset = self._listed_picture(path, found, line)
        except UnusablePictureError as wrong:
            found.error(line, f"{self.files.name(path)}: {wrong}")
            return None
        except OSError as refusal:
            raise storage_error(refusal, path) from refusal
        self.files.use(path)
        return asset.id

    def _listed_picture(self, path: Path, found: FileFindings, line: int | None) -> PlannedAsset:
        name = self.files.name(path)
        if self.rasterise is None or not is_drawing(path):
            return self.assets.add_file(path, name, picture_mime(path))
        data, left_out = drawn_picture(path, self.rasterise)
        if left_out:
            found.warning(
                line,
                f"{name}: parts of the drawing were left out ({left_out}): only shapes, words and colours "
                "are drawn. Look at it in the course, or export the drawing as PNG.",
            )
        return self.assets.add_bytes(data, name, "image/png")


def report_unused(workshop: Workshop) -> None:
    """Tell which files of the folder are not in the course."""
    for path in workshop.files.unused():
        workshop.about(path).info(None, "No step uses this file, so it is not in the course.")


def read_licence(fields: Fields, found: FileFindings) -> Licence | None:
    """Read ``licence``, which is a name or a group of name, url and attribution."""
    if "licence" not in fields:
        return None
    group = fields.section_or_name("licence")
    if group is None:
        return None
    group.report_unknown(LICENCE_KEYS)
    name = group.text("name")
    if name is None:
        found.warning(group.line, "The licence has no name and is left out.")
        return None
    return Licence(name, read_address(group, "url", found), group.text("attribution"))


def read_address(fields: Fields, key: str, found: FileFindings) -> str | None:
    """Read a web address; anything else is reported and left out."""
    address = fields.text(key)
    if address is None or is_web_address(address):
        return address
    found.warning(fields.line_of(key), f'"{address}" is not a web address such as https://… and is left out.')
    return None

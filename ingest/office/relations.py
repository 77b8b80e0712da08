"""Which part of a DOCX is what: relations between its parts. Addresses outside the file are passed over."""

import posixpath
from dataclasses import dataclass

from beleidszoeker.ingest.office.package import Package

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation: its id, the last word of its type, and the part that it leads to."""

    id: str
    kind: str
    part: str


def relations(package: Package, part: str) -> list[Relation]:
    """Return the relations of a part to others in the same file; ``""`` is the package itself."""
    folder, name = posixpath.split(part)
    root = package.optional_xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    return [
        Relation(
            element.get("Id", ""),
            element.get("Type", "").rsplit("/", 1)[-1],
            posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/"),
        )
        for element in (root.iter(_RELATION) if root is not None else ())
        if element.get("TargetMode") != "External"
    ]


def main_part(package: Package) -> str:
    """Return the name of the part that holds the text."""
    found = [relation.part for relation in relations(package, "") if relation.kind == "officeDocument"]
    return found[0] if found else "word/document.xml"

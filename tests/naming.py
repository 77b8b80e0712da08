"""Documents with names in them, made by hand: each place where a name is written is a mention."""

import re
from collections.abc import Mapping
from dataclasses import replace

from beleidszoeker.ingest.document import Block, BlockKind
from beleidszoeker.ingest.knowledge.model import Definition, Knowledge, Mention, NameKind
from beleidszoeker.ingest.prepared import PreparedDocument

NAMES: Mapping[str, tuple[NameKind, str]] = {
    "MIEK": (NameKind.PROGRAMME, "miek"),
    "NOVEX": (NameKind.PROGRAMME, "novex"),
    "Chemelot": (NameKind.CLUSTER, "chemelot"),
    "Limburg": (NameKind.PLACE, "provincie-limburg"),
    "TNO": (NameKind.ORGANISATION, "tno"),
    "XYZ": (NameKind.PROGRAMME, ""),
}
"""How a name is written → its kind and id; without an id only documents know it."""
_WRITTEN = re.compile("|".join(NAMES))


def naming(prepared: PreparedDocument, *definitions: Definition) -> PreparedDocument:
    """Return a document with its mentions."""
    mentions = tuple(
        Mention(found.start(), found.end(), *NAMES[found.group()], found.group())
        for found in _WRITTEN.finditer(prepared.document.text)
    )
    return replace(prepared, knowledge=Knowledge(mentions=mentions, definitions=definitions))


def headed(prepared: PreparedDocument) -> PreparedDocument:
    """Return a document of which paragraphs like ``# Kop`` are headings: of what follows, and no passages."""
    text, blocks, passages = prepared.document.text, [], []
    section: tuple[str, ...] = ()
    for block, passage in zip(prepared.document.blocks, prepared.passages, strict=True):
        written = text[block.start : block.end]
        if written.startswith("#"):
            depth = len(written) - len(written.lstrip("#"))
            section = (*section[: depth - 1], written)
            blocks.append(Block(BlockKind.HEADING, block.start, block.end, section[:-1], depth))
        else:
            blocks.append(replace(block, section=section))
            passages.append(replace(passage, section=section))
    document = replace(prepared.document, blocks=tuple(blocks))
    return replace(prepared, document=document, passages=tuple(passages))

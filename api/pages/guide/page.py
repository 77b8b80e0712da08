"""``/handleiding`` and its pictures, from within the package: nothing else of ``docs/`` is shown."""

from functools import cache
from importlib.resources import files

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from beleidszoeker.api.pages.guide.markdown import Guide, read
from beleidszoeker.api.pages.guide.pictures import Picture, pictures
from beleidszoeker.api.pages.rendering import page

router = APIRouter()
_FOLDER = files("beleidszoeker").joinpath("docs")
_KEPT = {"cache-control": "public, max-age=31536000, immutable"}


@router.get("/handleiding")
def guide(request: Request) -> HTMLResponse:
    """Show the guide."""
    return page(request, "guide/page.html", guide=_guide())


@router.get("/handleiding/{version}/{name}")
def picture(version: str, name: str) -> Response:
    """Return a picture of the guide; its address changes with its content."""
    found = _pictures().get(name)
    if found is None or found.version != version:
        raise HTTPException(404)
    return Response(found.data, media_type="image/png", headers=_KEPT)


@cache
def _guide() -> Guide:
    return read(_FOLDER.joinpath("handleiding.md").read_text(encoding="utf-8"), _pictures())


@cache
def _pictures() -> dict[str, Picture]:
    return pictures(_FOLDER.joinpath("images"))

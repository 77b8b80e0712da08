"""Coming in with the key, and leaving."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from beleidszoeker.api.managing import ManagingDependency
from beleidszoeker.api.managing.access import forget, is_right, remember
from beleidszoeker.api.pages.rendering import page

router = APIRouter()
_SEE_OTHER = 303


@router.post("/beheer/sleutel")
async def enter(
    request: Request, managing: ManagingDependency, key: Annotated[str, Form(alias="sleutel")] = ""
) -> Response:
    """Compare the key and begin a session."""
    if not await is_right(managing, request, key.strip()):
        return page(request, "manage/key.html", status=403, problem="Deze sleutel klopt niet.")
    response = RedirectResponse("/beheer", _SEE_OTHER)
    remember(request, response, managing)
    return response


@router.post("/beheer/afmelden")
def leave(request: Request, managing: ManagingDependency) -> Response:
    """End the session."""
    response = RedirectResponse("/beheer", _SEE_OTHER)
    forget(request, response, managing)
    return response

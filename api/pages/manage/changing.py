"""Uploading, trying again and removing; each leads back to the page."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from beleidszoeker.api.managing import ManagingDependency
from beleidszoeker.api.managing.access import WITH_SESSION

router = APIRouter(dependencies=[WITH_SESSION])
_SEE_OTHER = 303


@router.post("/beheer/bestanden")
async def upload(request: Request, managing: ManagingDependency) -> Response:
    """Keep the files of the form and begin to take them in."""
    kept = await managing.receive(request)
    return RedirectResponse(f"/beheer#upload-{kept.id}", _SEE_OTHER)


@router.post("/beheer/uploads/{upload_id}/opnieuw")
def retry_upload(managing: ManagingDependency, upload_id: str) -> Response:
    """Take an upload in again that stopped."""
    managing.manager.runs.take_in(managing.manager.uploads.get(upload_id))
    return RedirectResponse(f"/beheer#upload-{upload_id}", _SEE_OTHER)


@router.post("/beheer/uploads/{upload_id}/{file_id}/opnieuw")
def retry_file(managing: ManagingDependency, upload_id: str, file_id: str) -> Response:
    """Read a file again."""
    wanted = managing.manager.uploads.get(upload_id)
    managing.manager.retry(wanted, wanted.file(file_id))
    return RedirectResponse(f"/beheer#upload-{upload_id}", _SEE_OTHER)


@router.post("/beheer/uploads/{upload_id}/{file_id}/verwijderen")
def remove_file(managing: ManagingDependency, upload_id: str, file_id: str) -> Response:
    """Remove a file, or the note that it was refused."""
    wanted = managing.manager.uploads.get(upload_id)
    if not managing.manager.dismiss(wanted, file_id):
        managing.manager.remove(wanted, wanted.file(file_id))
    return RedirectResponse("/beheer#uploads", _SEE_OTHER)

"""``/healthz`` and ``/readyz``: for whoever keeps the service running."""

from fastapi import APIRouter

from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.forms.search import StatusForm
from beleidszoeker.api.v1.reading.responses import PROBLEMS

router = APIRouter()


@router.get("/healthz")
async def healthz() -> StatusForm:
    """Say that the process lives."""
    return StatusForm(status="ok")


@router.get("/readyz", responses={503: PROBLEMS[503]})
def readyz(service: ServiceDependency) -> StatusForm:
    """Say that snapshot and model are open; a problem with status 503 until then."""
    manifest = service.engine().snapshot().manifest
    return StatusForm(
        status="ready", snapshot=manifest.number, passages=manifest.passages, model=manifest.model
    )

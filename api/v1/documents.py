"""``/api/v1/documents`` and ``/api/v1/documents/{id}``."""

from typing import Any

from fastapi import APIRouter

from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.question_forms import QuestionsForm
from beleidszoeker.api.v1.responses import PROBLEMS
from beleidszoeker.api.v1.schemas import DocumentForm
from beleidszoeker.search import document_questions, document_summary

router = APIRouter(responses=PROBLEMS)


@router.get("/documents", response_model=list[DocumentForm])
def documents(service: ServiceDependency) -> Any:
    """Return all documents, newest first."""
    return [document_summary(record) for record in service.reader.documents()]


@router.get("/documents/{document_id}", response_model=DocumentForm)
def document(service: ServiceDependency, document_id: str) -> Any:
    """Return one document."""
    return document_summary(service.reader.document(document_id))


@router.get("/documents/{document_id}/questions", response_model=QuestionsForm)
def questions(service: ServiceDependency, document_id: str) -> Any:
    """Return the Kamervragen of a document, each with its answer; none where it holds none."""
    return document_questions(service.reader, document_id)

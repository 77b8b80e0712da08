"""Headings of a document's text as the reading page shows them."""

import re
from pathlib import Path

from fastapi.testclient import TestClient

from beleidszoeker.api.app import create_app

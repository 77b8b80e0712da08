"""The day on which something is exported, or stands as told."""

from datetime import UTC, datetime


def today() -> str:
    """Return this day where the service runs, ISO 8601."""
    return datetime.now(tz=UTC).astimezone().date().isoformat()

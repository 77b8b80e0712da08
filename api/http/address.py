"""The address of this service: the one that was set, else the one that a request names.

The header ``Host`` is whatever the one who asks makes of it. A permalink made of it may end up in a letter, a
feed or a cache; so whoever runs the service can say what its address is (``BELEIDSZOEKER_ADDRESS``).
"""

from urllib.parse import urlsplit

from fastapi import Request

from beleidszoeker.api.service import service_of


def site_of(request: Request) -> str:
    """Return the address of this service, without a slash at its end."""
    return (service_of(request).options.address or str(request.base_url)).rstrip("/")


def is_secure(request: Request) -> bool:
    """Tell whether browsers reach this service over HTTPS, so that cookies can be kept to it."""
    return urlsplit(site_of(request)).scheme == "https"

"""What every answer tells browsers not to do.

Document text is hostile: even where it would slip through the templates' escaping, no script in it may run
(Content Security Policy Level 3, W3C). Pages ask nothing of any other machine.

A dedicated worker has the policy of its own script's response, not that of the page that starts it: so
the worker that draws PDFs may compile WebAssembly, which unpacks scans, and no page may.
"""

_NAME = "content-security-policy"

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_WORKER_POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "connect-src": "'self'",
}


def _written(policy: dict[str, str]) -> str:
    return "; ".join(f"{what} {where}" for what, where in policy.items())


HEADERS = {
    _NAME: _written(_POLICY),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
WORKER_HEADERS = {_NAME: _written(_WORKER_POLICY)}
"""What the response with the worker's script says instead."""

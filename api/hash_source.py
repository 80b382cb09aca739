"""What a policy or a page says of a file that it lets in: the hash of its bytes."""

from __future__ import annotations

import hashlib
from base64 import b64encode


def hash_source(body: bytes, algorithm: str = "sha256") -> str:
    """Return the hash in the form that Content-Security-Policy (https://www.w3.org/TR/CSP3/#hash-source) and
    Subresource Integrity (https://www.w3.org/TR/SRI/) have in common; `algorithm` is ``sha256``, ``sha384`` or ``sha512``.
    """
    return f"{algorithm}-{b64encode(hashlib.new(algorithm, body).digest()).decode()}"

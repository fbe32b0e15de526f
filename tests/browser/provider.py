"""A small OpenID Connect provider of the tests' own: everybody who asks is Ana."""

import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

ANA = {"sub": "ana", "name": "Ana *Popescu*", "email": "ana@example.org"}
CLIENT = "eap-monitor"
KEY = RSAKey.generate_key(2048, {"kid": "tests"}, private=True)


class Provider(BaseHTTPRequestHandler):
    """Discovery, sign-in without a question, the token, and the key that signs it."""

    nonces: ClassVar[dict[str, str]] = {}

    def log_message(self, format: str, *args: object) -> None:
        """What it is asked is nobody's news."""

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == "/.well-known/openid-configuration":
            self._say(self._discovery())
        elif parts.path == "/keys":
            self._say({"keys": [KEY.as_dict(private=False)]})
        else:
            self._sign_in(dict(parse_qsl(parts.query)))

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        parameters = dict(parse_qsl(self.rfile.read(length).decode()))
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 600, **ANA}
        claims["nonce"] = self.nonces.pop(parameters["code"])
        token = jwt.encode({"alg": "RS256", "kid": "tests"}, claims, KEY)
        self._say({"access_token": "a", "token_type": "Bearer", "id_token": token})

    def _discovery(self) -> dict[str, object]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/sign-in",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def _sign_in(self, parameters: dict[str, str]) -> None:
        code = secrets.token_hex(8)
        self.nonces[code] = parameters["nonce"]
        back = urlencode({"code": code, "state": parameters["state"]})
        self.send_response(302)
        self.send_header("Location", f"{parameters['redirect_uri']}?{back}")
        self.end_headers()

    def _say(self, answer: dict[str, object]) -> None:
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def provider() -> Iterator[str]:
    """The provider's address, until the block ends."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Provider) as running:
        thread = Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()

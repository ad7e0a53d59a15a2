#!/usr/bin/python3
"""Signs requests with botocore, for SignatureVectorTests: python3 signatures.py > signatures.json"""
import json

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

KEY, SECRET = "AKIAQ2TESTKEY0000001", "a/secret+of/forty+letters/only+for/tests1"
JSON = "application/x-amz-json-1.1"


def sign(name, body="{}", region="us-east-1", host="127.0.0.1:8080", at="20261123T184055Z", secret=SECRET, dated="X-Amz-Date", extra=()):
    headers = [("Host", host), ("Content-Type", JSON), ("X-Amz-Target", "OpsWorks_20130218.DescribeStacks"), *extra]
    headers.append((dated, at if dated == "X-Amz-Date" else "Mon, 23 Nov 2026 18:40:55 GMT"))
    request = AWSRequest("POST", f"http://{host}/", data=body.encode())
    for key, value in headers:
        request.headers[key] = value
    request.context["timestamp"] = at
    auth = SigV4Auth(Credentials(KEY, secret), "opsworks", region)
    canonical = auth.canonical_request(request)
    signature = auth.signature(auth.string_to_sign(request, canonical), request)
    auth._inject_signature_to_request(request, signature)
    return {
        "name": name, "secret": secret, "at": at, "body": body, "canonical": canonical,
        "headers": [[key, value] for key, value in request.headers.items()], "signature": signature,
    }


HASH = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
print(json.dumps([
    sign("plain"),
    sign("a body with letters beyond ASCII", body='{"Name": "Zürich 東京 🍳"}'),
    sign("no body at all", body=""),
    sign("a large body", body='{"CustomJson": "' + "x" * 9_000 + '"}'),
    sign("a region of one's own", region="our own cellar"),
    sign("a host without port", host="chef.example.com"),
    sign("the body's hash in a header", extra=[("X-Amz-Content-SHA256", HASH)]),
    sign("blanks around and inside of a value", extra=[("X-Note", "   one   two\t \tthree  ")]),
    sign("a header that is there twice", extra=[("X-Twice", "b "), ("X-Twice", " a")]),
    sign("an empty header", extra=[("X-Empty", "")]),
    sign("all that other clients sign", extra=[
        ("Content-Length", "2"), ("amz-sdk-invocation-id", "a1d2"), ("amz-sdk-request", "attempt=1; max=3"), ("X-Amz-Api-Version", "2013-02-18")]),
    sign("Date instead of X-Amz-Date", dated="Date"),
    sign("a secret of another kind", secret="ä/+=secret"),
    sign("just after midnight", at="20261124T000000Z"),
], indent=1, ensure_ascii=False))

"""Verifies a badge with nothing of ours: Debian's python3-pyld and python3-cryptography.

Standard input: a JSON object with the signed `badge` and the issuer's `publicKey` (32 bytes in hexadecimal).
Argument: the folder with the contexts. Standard output: a JSON object with the canonical `document`, the canonical
`proof` and whether the signature `holds`.
"""

import hashlib
import json
import pathlib
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pyld import jsonld

FILES = {
    "https://www.w3.org/ns/credentials/v2": "credentials-v2.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "open-badges-3.0.3.json",
}
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def load(folder):
    def loader(address, options):
        document = json.loads((folder / FILES[address]).read_text(encoding="utf-8"))
        return {"contextUrl": None, "documentUrl": address, "document": document, "contentType": "application/ld+json"}

    return loader


def canonicalise(document, loader):
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": loader}
    return jsonld.normalize(document, options)


def decode_multibase(text):
    assert text[0] == "z"
    number = 0
    for character in text[1:]:
        number = number * 58 + BASE58.index(character)
    return number.to_bytes(64, "big")


def main():
    given = json.load(sys.stdin)
    loader = load(pathlib.Path(sys.argv[1]))
    badge = given["badge"]
    proof = badge.pop("proof")
    signature = decode_multibase(proof.pop("proofValue"))
    document = canonicalise(badge, loader)
    options = canonicalise({"@context": badge["@context"], **proof}, loader)
    signed = hashlib.sha256(options.encode()).digest() + hashlib.sha256(document.encode()).digest()
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(given["publicKey"])).verify(signature, signed)
        holds = True
    except InvalidSignature:
        holds = False
    json.dump({"document": document, "proof": options, "holds": holds}, sys.stdout)


main()

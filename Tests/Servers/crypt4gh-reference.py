#!/usr/bin/env python3
"""The reference implementation of Crypt4GH (PyPI's crypt4gh), as far as its own programs cannot be asked without a
terminal. A passphrase is a line of standard input: what is done here is a test's.

    keys KIND SECRET PUBLIC COMMENT     makes a pair, locked by scrypt, bcrypt or pbkdf2, or not at all (none)
    public SECRET                       prints the public key, in base64, of a secret key's file
    decrypt SECRET INPUT OUTPUT         the whole file
    encrypt SECRET INPUT OUTPUT PUBLIC…
    reencrypt SECRET INPUT OUTPUT PUBLIC…
    rearrange SECRET INPUT OUTPUT START END     the part as a file with an edit list, of whole segments
"""
import base64, os, sys

from crypt4gh import lib, sodium
from crypt4gh.keys import c4gh, get_private_key, get_public_key
from crypt4gh.keys.kdf import derive_key
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305


def passphrase() -> str:
    return sys.stdin.readline().rstrip("\n")


def secret(path: str) -> bytes:
    return bytes(get_private_key(path, passphrase))


def pbkdf2(key: bytes, words: bytes, comment: bytes) -> bytes:
    """Nothing of the reference writes it; it reads it."""
    salt, nonce, rounds = os.urandom(16), os.urandom(12), 1000
    derived = derive_key(b"pbkdf2_hmac_sha256", words, salt, rounds)
    sealed = ChaCha20Poly1305(derived).encrypt(nonce, key, None)
    text = c4gh.encode_string
    return (c4gh.MAGIC_WORD + text(b"pbkdf2_hmac_sha256") + text(rounds.to_bytes(4, "big") + salt)
            + text(b"chacha20_poly1305") + text(nonce + sealed) + text(comment))


def keys(kind: str, sk: str, pk: str, comment: str) -> None:
    words = passphrase().encode()
    c4gh.scrypt_supported = kind != "bcrypt"
    c4gh.generate(sk, pk, None if kind == "none" else words, comment.encode() or None)
    if kind == "pbkdf2":
        key = bytes(get_private_key(sk, words.decode))
        os.chmod(sk, 0o600)
        with open(sk, "wb") as file:
            file.write(b"-----BEGIN CRYPT4GH PRIVATE KEY-----\n" + base64.b64encode(pbkdf2(key, words, comment.encode()))
                       + b"\n-----END CRYPT4GH PRIVATE KEY-----\n")


command, *given = sys.argv[1:]
if command == "keys":
    keys(*given)
elif command == "public":
    print(base64.b64encode(sodium.derive_pk(secret(given[0]))).decode())
else:
    sk, source, target, *more = given
    key = secret(sk)
    with open(source, "rb") as read, open(target, "wb") as write:
        if command == "decrypt":
            lib.decrypt([(0, key, None)], read, write)
        elif command == "encrypt":
            lib.encrypt([(0, key, get_public_key(reader)) for reader in more], read, write)
        elif command == "reencrypt":
            lib.reencrypt([(0, key, None)], [(0, key, get_public_key(reader)) for reader in more], read, write)
        elif command == "rearrange":
            start, end = map(int, more)
            lib.rearrange([(0, key, sodium.derive_pk(key))], read, write, offset=start, span=end - start)
        else:
            sys.exit(f"unknown: {command}")

#!/usr/bin/env python3
"""Writes a realm's public keys as the PEM files that the gateway reads. Standard library and openssl only.

    keys-from-jwks.py (--issuer ISSUER | --jwks ADDRESS-OR-FILE) DIRECTORY [--ca-file FILE] [--on-change COMMAND]

The key set is named by the issuer's discovery document, or given as an address or a file. DIRECTORY gets 1.pem to
4.pem, as many as the configuration reads, with the keys for RS256 in the set's order; files that are left over hold the
first key again. Each is replaced as a whole, and only when it changed; then COMMAND is run by the shell, such as
"systemctl reload haproxy".

It ends with 1, and leaves every file as it was, when the set cannot be read, holds a key that openssl does not take, no
key for RS256, or more than four.
"""
import argparse, base64, json, os, pathlib, ssl, subprocess, sys, tempfile, urllib.parse, urllib.request

SLOTS = 4


class Unusable(Exception):
    pass


def load(options):
    """The key set of an issuer, at an address or in a file."""
    if options.issuer:
        discovery = options.issuer.rstrip("/") + "/.well-known/openid-configuration"
        return fetch(fetch(discovery, options.ca_file)["jwks_uri"], options.ca_file)
    if "://" in options.jwks:
        return fetch(options.jwks, options.ca_file)
    return json.loads(pathlib.Path(options.jwks).read_text())


def fetch(address, authorities):
    # Whoever can change this answer can make tokens.
    url = urllib.parse.urlsplit(address)
    if url.scheme != "https" and url.hostname not in ("127.0.0.1", "::1", "localhost"):
        raise Unusable(f"{address}: keys are fetched over https only")
    context = ssl.create_default_context(cafile=authorities)
    with urllib.request.urlopen(address, timeout=20, context=context) as answer:
        return json.load(answer)


def is_for_rs256(key):
    """Key sets also hold keys for encryption and for other algorithms."""
    return key.get("kty") == "RSA" and key.get("use", "sig") == "sig" and key.get("alg", "RS256") == "RS256"


def number(text):
    return int.from_bytes(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), "big")


def pem(key):
    """The key as a SubjectPublicKeyInfo (RFC 5280) in PEM form."""
    modulus, exponent = number(key["n"]), number(key["e"])
    if modulus.bit_length() < 2048:
        raise Unusable(f"the key {key.get('kid')} has {modulus.bit_length()} bits; 2,048 are needed")
    # What openssl's asn1parse makes the structure from.
    description = f"""
        asn1 = SEQUENCE:info
        [info]
        algorithm = SEQUENCE:algorithm
        key = BITWRAP,SEQUENCE:key
        [algorithm]
        name = OID:rsaEncryption
        parameters = NULL
        [key]
        modulus = INTEGER:0x{modulus:x}
        exponent = INTEGER:0x{exponent:x}
        """
    with tempfile.TemporaryDirectory() as directory:
        (configuration, structure) = (pathlib.Path(directory, name) for name in ("key.cnf", "key.der"))
        configuration.write_text("\n".join(line.strip() for line in description.splitlines()))
        openssl("asn1parse", "-noout", "-genconf", configuration, "-out", structure)
        return openssl("pkey", "-pubin", "-inform", "DER", "-in", structure)


def openssl(*arguments):
    run = subprocess.run(["openssl", *arguments], capture_output=True)
    if run.returncode:
        raise Unusable("openssl does not take a key: " + run.stderr.decode(errors="replace").strip())
    return run.stdout


def replace(path, contents):
    """Whether the file changed."""
    if path.exists() and path.read_bytes() == contents:
        return False
    new = path.with_suffix(".new")
    new.write_bytes(contents)
    os.replace(new, path)
    return True


def main():
    parser = argparse.ArgumentParser(description="Write a realm's public keys as PEM files for the gateway.")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--issuer", help="such as https://login.example/realms/gdi")
    source.add_argument("--jwks", metavar="ADDRESS-OR-FILE", help="the key set itself")
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--ca-file", help="certificate authorities to trust instead of the machine's own")
    parser.add_argument("--on-change", metavar="COMMAND", help="run this when a key changed")
    options = parser.parse_args()
    try:
        keys = [key for key in load(options)["keys"] if is_for_rs256(key)]
        if not 1 <= len(keys) <= SLOTS:
            raise Unusable(f"there are {len(keys)} keys for RS256; 1 to {SLOTS} can be used")
        files = [pem(key) for key in keys]
    except (Unusable, OSError, ValueError, KeyError, TypeError) as error:
        sys.exit(f"keys-from-jwks: nothing was changed: {error}")
    options.directory.mkdir(parents=True, exist_ok=True)
    files += files[:1] * (SLOTS - len(files))
    changed = [replace(options.directory / f"{slot}.pem", file) for slot, file in enumerate(files, 1)]
    names = ", ".join(str(key.get("kid", "without a name")) for key in keys)
    print(f"{'changed' if any(changed) else 'unchanged'}: {names}", flush=True)
    if any(changed) and options.on_change:
        sys.exit(subprocess.run(options.on_change, shell=True).returncode)


if __name__ == "__main__":
    main()

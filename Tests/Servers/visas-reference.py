#!/usr/bin/env python3
"""Visas as others make and judge them: joserfc (PyPI) signs them, PyJWT says of each whether its signature is right.

    visas-reference.py NOW     prints {"jwks": …, "visas": [{"name", "token", "judged", "expected"}]}

`expected` is the code of the program's finding (docs/schemas/passport.json), "checked" where there is none; `judged`
what PyJWT says of the signature with the key that the set has under that id, null where it has none.
"""
import base64, json, sys, warnings

import jwt
from joserfc import jwk, jws

warnings.simplefilter("ignore")  # One key is too short on purpose.
now = int(sys.argv[1])
ISSUER, JKU = "https://rems.example/", "https://rems.example/api/jwk"

rsa = jwk.RSAKey.generate_key(2048, {"kid": "rsa", "use": "sig"}, private=True)
long = jwk.RSAKey.generate_key(4096, {"kid": "long"}, private=True)
curve = jwk.ECKey.generate_key("P-256", {"kid": "curve", "alg": "ES256"}, private=True)
twice = [jwk.ECKey.generate_key("P-256", {"kid": "twice"}, private=True) for _ in range(2)]
stranger = jwk.RSAKey.generate_key(2048, {"kid": "rsa"}, private=True)
hidden = jwk.RSAKey.generate_key(2048, {"kid": "hidden"}, private=True)
short = jwk.RSAKey.generate_key(1024, {"kid": "short"}, private=True)
sealing = jwk.RSAKey.generate_key(2048, {"kid": "sealing"}, private=True)
shared = jwk.OctKey.generate_key(256, {"kid": "shared"}, private=True)
other_curve = jwk.ECKey.generate_key("P-384", {"kid": "p384"}, private=True)

public = [key.as_dict(private=False) for key in [short, other_curve, rsa, long, curve, *twice]]
public.append(sealing.as_dict(private=False) | {"use": "enc"})
# What nobody knows yet, and what is damaged, hides no other key.
jwks = {"keys": [{"kty": "FUTURE", "kid": "rsa", "x": 1}, None, "rsa", {"kid": "rsa"},
                 {"kty": "RSA", "kid": "rsa", "n": "!!", "e": "AQAB"}] + public}


def encoded(value) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def claims(visa=None, **more) -> dict:
    body = {"iss": ISSUER, "sub": "elixir-user", "iat": now - 3600, "exp": now + 86_400 * 30, "jti": "1",
            "ga4gh_visa_v1": {"type": "ControlledAccessGrants", "value": "EGAD00001006673",
                              "source": "EGAC00001000908", "by": "dac", "asserted": now - 86_400} | (visa or {})}
    return {name: value for name, value in (body | more).items() if value is not None}


def signed(key, alg="RS256", body=None, kid=None, **header) -> str:
    header = {"alg": alg, "typ": "JWT", "jku": JKU, "kid": kid or key.kid} | header
    header = {name: value for name, value in header.items() if value is not None}
    registry = jws.JWSRegistry(algorithms=["RS256", "ES256", "RS512", "PS256", "HS256", "ES384"],
                               strict_check_header=False)
    payload = json.dumps(claims() if body is None else body)
    return jws.serialize_compact(header, payload, key, registry=registry)


def judged(token: str):
    """Whether the signature is right for a key of the set with that id; nil where the set has none of its kind."""
    try:
        header = jwt.get_unverified_header(token)
    except jwt.PyJWTError:
        return None
    found = [key for key in public if key["kid"] == header.get("kid") and key["kty"] in ("RSA", "EC")]
    if header.get("alg") not in ("RS256", "ES256") or not found:
        return None
    for key in found:
        try:
            jwt.decode(token, jwt.PyJWK(key, algorithm=header["alg"]).key, algorithms=[header["alg"]],
                       options={"verify_exp": False, "verify_iat": False, "verify_aud": False, "verify_nbf": False})
            return True
        except (jwt.PyJWTError, TypeError, ValueError):
            continue
    return False


good = signed(rsa)
head, body, tail = good.split(".")
raw = base64.urlsafe_b64decode(tail + "==")
older = claims({"iat": now - 3600, "exp": now + 86_400}, iat=None, exp=None)
visas = {
    ("a good one", "checked"): good,
    ("with a long key", "checked"): signed(long),
    ("on a curve", "checked"): signed(curve, "ES256"),
    ("by the second key of an id", "checked"): signed(twice[1], "ES256"),
    ("of an older issuer, with its times inside", "checked"): signed(rsa, body=older),
    ("without conditions", "checked"): signed(rsa, body=claims({"conditions": []})),
    ("of an access token's form", "checked"): signed(rsa, typ="at+jwt", jku=None),
    ("expired half a minute ago", "checked"): signed(rsa, body=claims(exp=now - 30)),
    ("signed by another with that id", "signature-wrong"): signed(stranger),
    ("with other claims", "signature-wrong"): ".".join([head, encoded(claims({"value": "EGAD2"})), tail]),
    ("with the header of another", "signature-wrong"): ".".join(
        [encoded({"alg": "RS256", "kid": "rsa", "jku": JKU, "x": 1}), body, tail]),
    ("with a bit of its signature turned", "signature-wrong"): ".".join(
        [head, body, base64.urlsafe_b64encode(bytes([raw[0] ^ 1]) + raw[1:]).decode().rstrip("=")]),
    ("without its signature", "signature-wrong"): f"{head}.{body}.",
    ("with half of its signature", "signature-wrong"): ".".join([head, body, tail[:len(tail) // 2]]),
    ("with a key that the set lacks", "key-unknown"): signed(hidden),
    ("with a key for sealing", "key-unknown"): signed(sealing),
    ("with a key that is too short", "key-unknown"): signed(short),
    ("on another curve", "algorithm-refused"): signed(other_curve, "ES384"),
    ("with the kind of another key", "key-unknown"): signed(curve, "ES256", kid="rsa"),
    ("by no algorithm", "algorithm-refused"): f"{encoded({'alg': 'none', 'kid': 'rsa', 'jku': JKU})}.{body}.",
    ("by none in other letters", "algorithm-refused"): f"{encoded({'alg': 'nOnE', 'jku': JKU})}.{body}.",
    ("by a shared secret", "algorithm-refused"): signed(shared, "HS256"),
    ("by a longer hash", "algorithm-refused"): signed(rsa, "RS512"),
    ("by another padding", "algorithm-refused"): signed(rsa, "PS256"),
    ("by a padding that it does not name", "signature-wrong"): ".".join(
        [head, body, signed(rsa, "PS256").split(".")[2]]),
    ("that asks for what is not known", "algorithm-refused"): ".".join(
        [encoded({"alg": "RS256", "kid": "rsa", "jku": JKU, "crit": ["x"], "x": 1}), body, tail]),
    ("of somebody else", "issuer-not-trusted"): signed(rsa, body=claims(iss="https://other.example/")),
    ("of nearly the issuer", "issuer-not-trusted"): signed(rsa, body=claims(iss=ISSUER.rstrip("/"))),
    ("with keys of its own", "other-keys"): signed(stranger, jku="https://evil.example/jwk"),
    ("with keys of this machine", "other-keys"): signed(stranger, jku="http://127.0.0.1:8080/jwk"),
    ("with keys of a cloud's metadata", "other-keys"): signed(stranger, jku="http://169.254.169.254/latest"),
    ("that is over", "expired"): signed(rsa, body=claims(exp=now - 300)),
    ("of tomorrow", "not-yet"): signed(rsa, body=claims(iat=now + 86_400)),
    ("decided tomorrow", "decided-later"): signed(rsa, body=claims({"asserted": now + 86_400})),
    ("with conditions", "conditions"): signed(rsa, body=claims({"conditions": [[{"type": "AffiliationAndRole"}]]})),
    ("with conditions that are none", "conditions"): signed(rsa, body=claims({"conditions": "x"})),
    ("of nobody", "claim-missing"): signed(rsa, body=claims(sub=None)),
    ("by nobody", "claim-missing"): signed(rsa, body=claims(iss=None)),
    ("without an end", "claim-missing"): signed(rsa, body=claims(exp=None)),
    ("with an end that is a text", "claim-missing"): signed(rsa, body=claims(exp=str(now + 9999))),
    ("about nothing", "claim-missing"): signed(rsa, body=claims({"value": ""})),
    ("of no committee", "claim-missing"): signed(rsa, body=claims({"by": ""})),
    ("that says nothing", "claim-missing"): signed(rsa, body=claims(ga4gh_visa_v1="x")),
    ("that is a list", "malformed"): signed(rsa, body=[1]),
    ("with padding", "malformed"): f"{head}.{body}.{tail}==",
    ("in plain base64", "malformed"): f"{head}.{body}.+///",
    ("of two parts", "malformed"): f"{head}.{body}",
    ("of four parts", "malformed"): f"{good}.x",
    ("of words", "malformed"): "a visa",
    ("of nothing", "malformed"): "",
    ("that is too long", "too-long"): signed(rsa, body=claims({"value": "x" * 16_384})),
}
print(json.dumps({"jwks": jwks, "visas": [
    {"name": name, "expected": expected, "token": token, "judged": judged(token)}
    for (name, expected), token in visas.items()]}))

"""Who may listen, and for how long."""
import asyncio, json, time

import pytest, socketio, websockets
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey

import scene as scenery
from conftest import change, put

from portal_notifications.listeners import TextPacket
from portal_notifications.settings import Tokens
from portal_notifications.tokens import Refused, Verifier

ISSUER, AUDIENCE, CLAIM = scenery.stage.ISSUER, scenery.stage.AUDIENCE, scenery.CLAIM


async def refusal(scene, auth):
    """What a program that is refused is told."""
    async with websockets.connect(f"ws://{scene.instances[0].address}/socket.io/?EIO=4&transport=websocket") as wire:
        await wire.recv()
        await wire.send("40" + ("" if auth is None else json.dumps(auth)))
        answer = await asyncio.wait_for(wire.recv(), 10)
        assert answer.startswith("44"), answer
        # Then it is closed.
        with pytest.raises(websockets.ConnectionClosed):
            while True:
                assert await asyncio.wait_for(wire.recv(), 10) in ("1", "2")
    return json.loads(answer[2:])["data"]["code"]


BAD_TOKENS = {
    "signature": [{"signer": "another-realm"}, {"algorithm": "none"}, {"algorithm": "HS256"}, {"algorithm": "RS512"}],
    # There is no minute for clocks at the end.
    "expired": [{"claims": {"exp": int(time.time()) - 1}}, {"claims": {"exp": 1}}, {"claims": {"exp": None}}, {"claims": {"exp": "tomorrow"}}],
    "early": [{"claims": {"nbf": 4102444800}}, {"claims": {"iat": 4102444800}}],
    "issuer": [{"claims": {"iss": "https://elsewhere.example"}}, {"claims": {"iss": None}}, {"claims": {"iss": [ISSUER]}},
               {"claims": {"iss": ISSUER + "/"}}],
    "audience": [{"claims": {"aud": "account"}}, {"claims": {"aud": None}}, {"claims": {"aud": [AUDIENCE + "-2"]}}],
    "user": [{"claims": {CLAIM: None}}, {"claims": {CLAIM: ""}}, {"claims": {CLAIM: ["ada"]}}, {"claims": {CLAIM: 7}}]}


@pytest.mark.parametrize("code, choices", [(code, each) for code, choices in BAD_TOKENS.items() for each in choices])
async def test_a_bad_token_opens_nothing(scene, code, choices):
    claims = {CLAIM: "ada"} | choices.get("claims", {})
    token = scene.realm.token(**(choices | {"claims": claims}))
    verifier = Verifier(Tokens(issuer=ISSUER, audience=AUDIENCE, user_claim=CLAIM, keys=str(scene.realm.write_set())))
    await verifier.keys.refresh()
    with pytest.raises(Refused) as refused:
        await verifier.bearer(token)
    assert refused.value.code == code


async def test_what_is_no_token_opens_nothing(scene):
    anonymous = (None, {}, {"token": None}, {"token": ["x"]}, {"token": ""}, "text", [1], 7)
    rubbish = ({"token": "x"}, {"token": "a.b.c"}, {"token": "é.é.é"}, {"token": "." * 70_000})
    assert await asyncio.gather(*(refusal(scene, auth) for auth in (*anonymous, *rubbish))) == \
        ["anonymous"] * len(anonymous) + ["signature"] * len(rubbish)


async def test_the_clients_own_library_is_told_why(scene, listener):
    token = scene.realm.token({CLAIM: "ada", "aud": "elsewhere"})
    assert await listener.refused(token=token) == "audience"


async def test_a_token_that_ends_ends_the_connection(scene, numbers, listener):
    ada = await listener(instance=0, token=scene.token("ada", seconds=2), options={"reconnection": False})
    stays = await listener(instance=0)
    assert await ada.has_ended() == "server disconnect"
    application = next(numbers)
    assert await put(scene.rems(), scene.rems().event(application, number=application)) == 200
    assert await stays.hears() == change(application)
    assert ada.heard.empty()


async def test_who_does_not_sign_in_is_sent_away(make_scene):
    scene = make_scene(instances=1, gateway=False, settings={"clients": {"seconds_to_sign_in": 1}})
    async with websockets.connect(f"ws://{scene.instances[0].address}/socket.io/?EIO=4&transport=websocket") as wire:
        await wire.recv()
        with pytest.raises(websockets.ConnectionClosed):
            while True:
                await asyncio.wait_for(wire.recv(), 10)


async def test_connections_are_bounded(make_scene, listener):
    scene = make_scene(instances=1, gateway=False, settings={"clients": {"connections_per_person": 2, "connections": 4}})
    for _ in range(2):
        await listener(place=scene, instance=0)
    assert await listener.refused(place=scene, instance=0) == "full"
    await listener(place=scene, instance=0, user="grace")
    with pytest.raises(socketio.exceptions.ConnectionError):
        for user in ("hedy", "emmy", "lise"):
            await listener(place=scene, instance=0, user=user)


@pytest.mark.parametrize("message", [
    "451-" + '["x",{"_placeholder":true,"num":0}]', "42" + '["x"' * 10_000, "4", "4" + "9" * 200, "x", "42[]",
    '42["connect",1]', "43", "44", "40/other,", '42["application-changed",{"applicationId":1}]', "4" + "2" * 90_000])
async def test_what_somebody_sends_harms_nobody(scene, numbers, listener, message):
    ada, other = await listener(instance=0), next(numbers)
    async with websockets.connect(f"ws://{scene.instances[0].address}/socket.io/?EIO=4&transport=websocket") as wire:
        await wire.recv()
        await wire.send('40{"token":"%s"}' % scene.token("eve"))
        await wire.recv()
        await wire.send(message)
        await put(scene.rems(), scene.rems().event(other, number=other))
        assert await ada.hears() == change(other)
    assert scene.instances[0].is_up()


def test_nothing_binary_is_waited_for():
    with pytest.raises(ValueError):
        TextPacket(encoded_packet='5999-["x",{"_placeholder":true,"num":0}]')


# --- The verifier by itself: what the wire need not be there for.

def verifier(directory, keys, **choices):
    file = directory / "jwks.json"
    file.write_text(json.dumps({"keys": keys}))
    return Verifier(Tokens(issuer=ISSUER, audience=AUDIENCE, user_claim=CLAIM, keys=str(file), **choices)), file


def signed(key, algorithm, kid=None, **claims):
    usual = {"iss": ISSUER, "aud": [AUDIENCE], "exp": int(time.time()) + 60, CLAIM: "ada"}
    return jwt.encode({"alg": algorithm} | ({"kid": kid} if kid else {}), usual | claims, key, algorithms=[algorithm])


@pytest.mark.filterwarnings("ignore:Key size")
async def test_rs256_and_es256_are_taken_and_nothing_else(tmp_path):
    rsa, curve = RSAKey.generate_key(2048, {"kid": "r"}), ECKey.generate_key("P-256", {"kid": "e"})
    wide, octets = ECKey.generate_key("P-384", {"kid": "w"}), OctKey.generate_key(256, {"kid": "o"})
    weak = RSAKey.generate_key(1024, {"kid": "weak"})
    other = RSAKey.generate_key(2048, {"kid": "enc"})
    checked, _ = verifier(tmp_path, [key.as_dict(private=False) for key in (rsa, curve, wide, weak)]
                          + [other.as_dict(private=False) | {"use": "enc"}, octets.as_dict(private=True)])
    await checked.keys.refresh()
    assert (await checked.bearer(signed(rsa, "RS256", "r"))).user == "ada"
    assert (await checked.bearer(signed(curve, "ES256", "e"))).user == "ada"
    for token in (signed(rsa, "PS256", "r"), signed(rsa, "RS384", "r"), signed(wide, "ES384", "w"),
                  signed(weak, "RS256", "weak"), signed(octets, "HS256", "o"), signed(rsa, "RS256", "e"),
                  signed(rsa, "RS256", "unknown"), signed(other, "RS256", "enc")):
        with pytest.raises(Refused, match="signature"):
            await checked.bearer(token)


async def test_a_new_key_is_read_when_a_token_names_it(tmp_path, monkeypatch):
    old, new = (RSAKey.generate_key(2048, {"kid": kid}) for kid in ("old", "new"))
    checked, file = verifier(tmp_path, [old.as_dict(private=False)])
    await checked.keys.refresh()
    file.write_text(json.dumps({"keys": [new.as_dict(private=False)]}))
    # Not for every token: somebody could make it ask without end.
    with pytest.raises(Refused, match="signature"):
        await checked.bearer(signed(new, "RS256", "new"))
    monkeypatch.setattr("portal_notifications.tokens.SHORTEST_PAUSE", 0)
    assert (await checked.bearer(signed(new, "RS256", "new"))).user == "ada"
    with pytest.raises(Refused, match="signature"):
        await checked.bearer(signed(old, "RS256", "old"))
    # A set that cannot be read takes nothing away.
    file.write_text("<html>")
    assert (await checked.bearer(signed(new, "RS256", "new"))).user == "ada"


@pytest.mark.parametrize("address", [
    "http://keys.example/jwks", "ftp://127.0.0.1.example/jwks", "http://127.0.0.1@x.example/"])
async def test_keys_come_over_https_only(address):
    checked = Verifier(Tokens(issuer=ISSUER, audience=AUDIENCE, user_claim=CLAIM, keys=address))
    await checked.keys.refresh()
    assert checked.keys.known == []


async def test_the_issuer_tells_where_its_keys_are(tmp_path, serve):
    key = RSAKey.generate_key(2048, {"kid": "k"})
    (tmp_path / "jwks.json").write_text(json.dumps({"keys": [key.as_dict(private=False)]}))
    issuer = serve(tmp_path)
    (tmp_path / ".well-known").mkdir()
    (tmp_path / ".well-known/openid-configuration").write_text(json.dumps({"jwks_uri": issuer + "/jwks.json"}))
    checked = Verifier(Tokens(issuer=issuer, audience=AUDIENCE, user_claim=CLAIM))
    await checked.keys.refresh()
    assert (await checked.bearer(signed(key, "RS256", "k", iss=issuer))).user == "ada"

"""What REMS, and whoever says to be it, is answered."""
import asyncio, contextlib, http.client, json, socket, ssl

import pytest

import scene as scenery
from conftest import change, comes_about, put

from portal_notifications import settings
from portal_notifications.store import DURABLE, Store, Unavailable


def altered(scene, numbers, change):
    event = scene.rems().event(next(numbers), number=next(numbers))
    change(event)
    return event


@pytest.mark.parametrize("secret", [scenery.SECRET, scenery.OLD_SECRET])
async def test_the_secrets_are_known(scene, numbers, secret):
    event = scene.rems().event(next(numbers), number=next(numbers))
    assert await put(scene.rems(), event, **{"X-Notifications-Secret": secret}) == 200


@pytest.mark.parametrize("secret", [
    None, "", " ", "wrong", scenery.SECRET[:-1], scenery.SECRET + "x", scenery.SECRET.upper(), "é" * 40,
    f"{scenery.SECRET}, {scenery.SECRET}"])
async def test_without_the_secret_nothing_is_taken(scene, numbers, listener, secret):
    ada = await listener(user="ada")
    event = scene.rems().event(next(numbers), number=next(numbers))
    secret = secret and secret.encode()
    for rems in (scene.rems(), scene.rems(0)):
        assert await put(rems, event, **{"X-Notifications-Secret": secret}) == 401
    # Nor was it remembered as known.
    assert await put(scene.rems(), event) == 200
    assert await ada.hears() == change(event["application/id"])


async def test_an_access_token_is_no_secret(scene, numbers):
    event = scene.rems().event(next(numbers), number=next(numbers))
    bearer = {"Authorization": f"Bearer {scene.token()}", "X-Notifications-Secret": None}
    assert await put(scene.rems(), event, **bearer) == 401


def test_rems_sends_by_put_only(scene):
    headers = {"X-Notifications-Secret": scenery.SECRET}
    for method in ("GET", "POST", "DELETE"):
        assert scenery.ask(f"http://{scene.instances[0].address}/rems", method, b"{}", headers)[0] == 405


def test_only_rems_addresses_lead_to_it(make_scene):
    scene = make_scene(instances=1, places={"GATEWAY_REMS": "192.0.2.7 198.51.100.0/24", "GATEWAY_RATE_ADDRESS": "20"})
    rems = scene.rems()
    target = rems.target
    for path in ("rems", "%72ems", "/rems", "rems/", "./rems", "socket.io%2f..%2frems", "socket.io/../rems", "elsewhere"):
        rems.target = target.removesuffix("rems") + path
        assert rems.put(rems.event()) in (400, 404), path
    assert scene.status("/notifications/health") == 200
    # Others are counted.
    polls = [scene.status("/notifications/socket.io/?EIO=4&transport=polling") for _ in range(25)]
    assert polls[0] == 200 and polls[-1] == 429


def test_what_rems_tells_is_not_counted(make_scene):
    scene = make_scene(instances=1, places={"GATEWAY_RATE_ADDRESS": "5"})
    rems = scene.rems()
    assert [rems.put(rems.event()) for _ in range(20)] == [200] * 20


@pytest.mark.parametrize("body", [
    b"", b"{", b"null", b"[]", b'"text"', b"17", b"\xff\xfe{}", b"{}", b'{"event/id": NaN}', b"[" * 100_000,
    b'{"a":' * 50_000, b"<html></html>", b'{"event/id": 1e400, "application/id": 1}'])
async def test_rubbish_is_refused(scene, body):
    assert await put(scene.rems(0), body) in (400, 422)
    assert scene.instances[0].is_up()


@pytest.mark.parametrize("fault", [
    lambda event: event.pop("event/id"), lambda event: event.pop("application/id"),
    lambda event: event.update({"event/id": "7"}), lambda event: event.update({"event/id": 0}),
    lambda event: event.update({"event/id": -1}), lambda event: event.update({"event/id": True}),
    lambda event: event.update({"event/id": 7.5}), lambda event: event.update({"event/id": 2**53}),
    lambda event: event.update({"application/id": "17"}),
    lambda event: event.update({"application/id": 3}),
    lambda event: event["event/application"].pop("application/applicant"),
    lambda event: event["event/application"].pop("application/members"),
    lambda event: event["event/application"].update({"application/members": {"userid": "ada"}}),
    lambda event: event["event/application"].update({"application/members": [{"name": "Ada"}]}),
    lambda event: event["event/application"].update({"application/applicant": {"userid": ""}}),
    lambda event: event["event/application"].update({"application/applicant": {"userid": ["ada"]}}),
    lambda event: event["event/application"].update({"application/applicant": None})])
async def test_an_event_that_cannot_be_trusted_is_refused(scene, numbers, fault):
    assert await put(scene.rems(0), altered(scene, numbers, fault)) == 400


@pytest.mark.parametrize("fault", [
    lambda event: event.pop("event/application"), lambda event: event.update({"event/application": None})])
async def test_without_the_application_nobody_knows_whom_to_tell(scene, numbers, fault):
    assert await put(scene.rems(0), altered(scene, numbers, fault)) == 422


async def test_an_application_of_ten_megabytes_is_the_largest(scene, numbers):
    event = scene.rems().event(next(numbers), number=next(numbers))
    limit = 10 * 1024 * 1024
    event["padding"] = ""
    event["padding"] = "x" * (limit - len(json.dumps(event)))
    assert await put(scene.rems(), event) == await put(scene.rems(0), event) == 200
    # What is larger is refused before it is sent.
    trust = ssl.create_default_context(cafile=scene.authority.certificate)
    for connection, path in ((http.client.HTTPSConnection(scene.address[8:], timeout=15, context=trust), "/notifications/rems"),
                             (http.client.HTTPConnection(scene.instances[0].address, timeout=15), "/rems")):
        with contextlib.closing(connection):
            connection.putrequest("PUT", path)
            connection.putheader("X-Notifications-Secret", scenery.SECRET)
            connection.putheader("Content-Length", str(limit + 1))
            connection.endheaders()
            assert connection.getresponse().status == 413


def test_a_body_of_unknown_length_is_cut_off_at_the_limit(scene):
    """The gateway wants a length; an instance counts by itself."""
    host, port = scene.instances[0].address.split(":")
    with socket.create_connection((host, int(port)), timeout=15) as connection:
        connection.sendall(f"PUT /rems HTTP/1.1\r\nHost: x\r\nX-Notifications-Secret: {scenery.SECRET}\r\n"
                           "Transfer-Encoding: chunked\r\n\r\n".encode())
        part = b"100000\r\n" + b" " * 0x100000 + b"\r\n"
        with contextlib.suppress(ConnectionError):
            for _ in range(16):
                connection.sendall(part)
        assert connection.recv(100).startswith(b"HTTP/1.1 413")
    assert scene.instances[0].is_up()


def test_a_body_that_does_not_arrive_is_not_waited_for(make_scene):
    scene = make_scene(instances=1, gateway=False, settings={"rems": {"seconds_to_arrive": 1}})
    host, port = scene.instances[0].address.split(":")
    with socket.create_connection((host, int(port)), timeout=15) as connection:
        connection.sendall(f"PUT /rems HTTP/1.1\r\nHost: x\r\nX-Notifications-Secret: {scenery.SECRET}\r\n"
                           "Content-Length: 100\r\n\r\n{".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 408")


async def test_what_redis_cannot_keep_is_not_taken(make_scene, listener):
    scene = make_scene()
    waiting = [await listener(place=scene, transports=[transport]) for transport in ("websocket", "polling")]
    rems, first = scene.rems(0), scene.rems().event(17, number=1)
    assert await put(rems, first) == 200
    assert [await each.hears() for each in waiting] == [change(17)] * 2
    scene.redis.kill()
    assert await put(rems, scene.rems().event(17, number=2)) == 503
    await comes_about("Ill health", lambda: scene.status("/notifications/health") == 503)
    # Nobody is left to believe that he would hear of something.
    for each in waiting:
        await each.has_ended()
    # And nobody is there to take it.
    assert await put(scene.rems(), scene.rems().event(17, number=2)) == 503
    scene.redis.start()
    await comes_about("Health", lambda: scene.status("/notifications/health") == 200)
    await asyncio.gather(*(each.has_connected() for each in waiting))
    assert await put(rems, scene.rems().event(17, number=2)) == 200
    assert [await each.hears() for each in waiting] == [change(17)] * 2
    # What was answered with 200 survived: it is known.
    assert await put(rems, first) == 200
    assert '"event": 1, "application": 17, "people": 1, "status": 200, "outcome": "known"' in \
        scene.instances[0].log.read_text()


async def test_a_redis_that_would_forget_is_refused(make_scene):
    scene = make_scene(instances=1, gateway=False, ready=False, redis_options=("--appendfsync", "everysec"))
    await comes_about("A word about it", lambda: "it would forget" in scene.instances[0].log.read_text())
    assert scene.rems(0).put(scene.rems(0).event()) == 503
    assert not scene.instances[0].is_up()
    store = Store(settings.Store(url=scene.redis.url), None)
    for name, value in (("appendfsync", "no"), ("appendonly", "no"), ("maxmemory-policy", "allkeys-lru")):
        await store.writer.config_set("appendfsync", "always")
        await store.check_durability()
        await store.writer.config_set(name, value)
        with pytest.raises(Unavailable, match="would forget"):
            await store.check_durability()
        await store.writer.config_set(name, DURABLE[name])
    await store.close()


def test_a_redis_that_is_full_stores_nothing(make_scene):
    scene = make_scene(instances=1, gateway=False, redis_options=("--maxmemory", "1"))
    assert scene.rems(0).put(scene.rems(0).event()) == 503

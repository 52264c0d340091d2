"""Two instances, one of which dies, and Redis behind them."""
import asyncio, contextlib, signal, socket, threading

import pytest

import scene as scenery
from conftest import change, comes_about, put


async def test_when_one_dies_its_clients_go_on_at_the_other(make_scene, listener):
    scene = make_scene()
    # One at each instance by each transport, through the gateway.
    listeners = [await listener(place=scene, transports=[transport])
                 for transport in ("websocket", "polling") for _ in range(2)]
    assert [log.count('"connected"') for log in (each.log.read_text() for each in scene.instances)] == [2, 2]
    scene.instances[0].kill()
    # Those who were there come back by themselves, to the other.
    again = [asyncio.create_task(each.has_connected()) for each in listeners]
    while sum(task.done() for task in again) < 2:
        await asyncio.wait([task for task in again if not task.done()], return_when="FIRST_COMPLETED")
    for task in again:
        task.cancel()
    rems = scene.rems()
    assert await put(rems, rems.event(17, number=1)) == 200
    assert [await each.hears() for each in listeners] == [change(17)] * 4
    # And back, once it is there again and the other is stopped.
    scene.instances[0].start()
    await asyncio.to_thread(scene.instances[0].wait_until_listening)
    scene.instances[1].stop()
    await asyncio.gather(*(each.has_connected() for each in listeners))
    assert await put(rems, rems.event(18, number=2)) == 200
    assert [await each.hears() for each in listeners] == [change(18)] * 4


async def test_an_event_that_the_dead_one_had_not_stored_is_told_once(make_scene, listener):
    scene = make_scene()
    ada = await listener(place=scene, instance=1)
    rems, again = scene.rems(0), scene.rems(1)
    scene.instances[0].process.send_signal(signal.SIGSTOP)
    sent = asyncio.create_task(put(rems, rems.event(17, number=1)))
    await comes_about("The call", lambda: connections_to(scene.instances[0].port))
    scene.instances[0].kill()
    with pytest.raises(OSError):
        await sent
    # REMS tries again.
    for number, application in ((1, 17), (2, 18)):
        assert await put(again, again.event(application, number=number)) == 200
        assert await ada.hears() == change(application)


async def test_an_event_that_the_dead_one_had_stored_is_told_once(make_scene, listener):
    valves = []

    def store(number, url):
        valves.append(Valve(url, number))
        return valves[number].url
    scene = make_scene(store=store)
    ada = await listener(place=scene, instance=1)
    rems, again = scene.rems(0), scene.rems(1)
    # The first has Redis learn the script, over connections that are kept.
    assert await put(rems, rems.event(16, number=100)) == 200
    assert await ada.hears() == change(16)
    valves[0].shut.set()
    sent = asyncio.create_task(put(rems, rems.event(17, number=1)))
    # It is stored and told, and the instance never learns of it.
    assert await ada.hears() == change(17)
    assert not sent.done()
    scene.instances[0].kill()
    with pytest.raises(OSError):
        await sent
    for number, application in ((1, 17), (2, 18)):
        assert await put(again, again.event(application, number=number)) == 200
    assert await ada.hears() == change(18)


async def test_through_the_gateway_rems_notices_nothing(make_scene, listener):
    scene = make_scene()
    ada = await listener(place=scene, instance=1)
    rems = scene.rems()
    scene.instances[0].process.send_signal(signal.SIGSTOP)
    events = [asyncio.create_task(put(rems, rems.event(number, number=number))) for number in range(1, 5)]
    await comes_about("The call", lambda: connections_to(scene.instances[0].port))
    scene.instances[0].kill()
    assert await asyncio.gather(*events) == [200] * 4
    assert sorted([(await ada.hears())[1]["applicationId"] for _ in events]) == [1, 2, 3, 4]
    assert await put(rems, rems.event(5, number=5)) == 200
    assert await ada.hears() == change(5)


async def test_what_happened_while_an_instance_did_not_hear_redis_is_told_late(make_scene, listener):
    valves = []

    def store(number, url):
        valves.append(Valve(url, number))
        return valves[number].url
    scene = make_scene(gateway=False, store=store)
    ada = await listener(place=scene, instance=1)
    rems, deaf = scene.rems(0), scene.rems(1)
    valves[1].cut()
    for number in (1, 2, 3):
        assert await put(rems, rems.event(number, number=number)) == 200
    await comes_about("Deafness", lambda: not scene.instances[1].is_up())
    assert await put(deaf, deaf.event(4, number=4)) == 503
    valves[1].mend()
    assert [await ada.hears() for _ in range(3)] == [change(number) for number in (1, 2, 3)]
    # Redis, too, comes back with what it had.
    scene.redis.kill()
    assert await put(rems, rems.event(4, number=4)) == 503
    scene.redis.start()
    await comes_about("Health", lambda: all(each.is_up() for each in scene.instances))
    for number in (3, 4):
        assert await put(rems, rems.event(number, number=number)) == 200
    assert await ada.hears() == change(4)


def connections_to(port):
    """Whether somebody's request waits at a port: nobody else calls a stopped instance."""
    with open("/proc/net/tcp") as table:
        return any(line.split()[1].endswith(f":{port:04X}") and line.split()[3] == "01"
                   and int(line.split()[4].split(":")[1], 16) > 0 for line in list(table)[1:])


class Valve:
    """Between an instance and Redis. While it is shut, what Redis answers is lost on its way; when it is cut, every
    connection breaks."""

    def __init__(self, url, number):
        self.redis, self.shut, self.is_cut, self.ends = url.removeprefix("unix://"), threading.Event(), False, []
        path = f"{self.redis}.{number}"
        self.url = f"unix://{path}"
        self.listening = socket.socket(socket.AF_UNIX)
        self.listening.bind(path)
        self.listening.listen()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            near, _ = self.listening.accept()
            far = socket.socket(socket.AF_UNIX)
            try:
                if self.is_cut:
                    raise ConnectionRefusedError
                far.connect(self.redis)
            except OSError:
                near.close()
                continue
            self.ends += [near, far]
            threading.Thread(target=self.pump, args=(near, far, None), daemon=True).start()
            threading.Thread(target=self.pump, args=(far, near, self.shut), daemon=True).start()

    def cut(self):
        self.is_cut = True
        for each in self.ends:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def mend(self):
        self.is_cut = False

    @staticmethod
    def pump(source, target, shut):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if shut is None or not shut.is_set():
                    target.sendall(data)
        for each in (source, target):
            each.close()

"""The demo portal tells as deploy/notifications does: python-socketio's own client, which nobody here wrote, is the judge."""
import asyncio, contextlib, json, os, subprocess, urllib.request

import aiohttp, pytest, socketio

from conftest import PATIENCE, ROOT, change

PROGRAM = ROOT / os.environ.get("PORTAL_BIN", ".build/debug") / "portal-demo"
pytestmark = pytest.mark.skipif(not PROGRAM.exists(), reason="portal-demo is not built")

WAYS = [("polling",), ("websocket",), ("polling", "websocket")]
PROJECT = {
    "project-title": "Rare variants in asthma", "research-area": "common-diseases", "start-date": "2026-10-01",
    "purpose": "We look for rare variants that explain severe asthma in childhood, by burden tests over genes.",
    "principal-investigator": "Ada Lovelace", "principal-investigator-email": "ada@example.org"}
HANDLING = {
    "environment": "secure-processing", "leaves-environment": "no", "safeguards": "encryption two-factor",
    "people": "Ada Lovelace, analyst", "deletion-date": "2028-01-01", "security-contact": "sec@example.org"}
INVITATION = {"name": "Grace Hopper", "email": "grace@example.org"}


class Portal:
    """A demo portal of its own, which ends with its standard input."""

    def __init__(self, folder, *options, data=None):
        catalogue = folder / "catalogue.jsonl"
        catalogue.write_text('{"id":"plain","identifier":"EGAD1","title":"Reference genomes"}\n')
        place = ["--data", data] if data else ["--ephemeral"]
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--end-with-stdin", "--catalogue", catalogue, *place, *options], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True)
        self.listening = json.loads(self.process.stdout.readline())
        self.address = self.listening["notifications"].removesuffix("/notifications")

    def call(self, path, body=None, user="researcher", method="POST"):
        request = urllib.request.Request(
            f"{self.listening['access']}/api/v1/applications{path}", method=method,
            data=None if method == "DELETE" else json.dumps(body or {}).encode(),
            headers={"Authorization": f"Bearer demo-{user}", "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.loads(answer.read() or "null")

    async def does(self, *call, **choices):
        return await asyncio.to_thread(self.call, *call, **choices)

    async def creates(self, user="researcher"):
        return (await self.does("/create", {"datasetIds": ["EGAD1"]}, user=user))["applicationId"]

    def end(self):
        self.process.stdin.close()
        assert self.process.wait(PATIENCE) == 0, "it ends by itself, whoever listens"


class Ear:
    """Somebody who listens."""

    def __init__(self, portal, **options):
        self.portal, self.heard, self.ends, self.refusals = portal, asyncio.Queue(), asyncio.Queue(), []
        self.client = socketio.AsyncClient(reconnection=False, **options)
        self.client.on("*", lambda name, *payload: self.heard.put_nowait((name, *payload)))
        self.client.on("disconnect", lambda reason: self.ends.put_nowait(reason))
        self.client.on("connect_error", self.refusals.append)

    async def connect(self, ways=("websocket",), auth=None, user="researcher", **options):
        await self.client.connect(
            self.portal.address, transports=list(ways), auth={"token": f"demo-{user}"} if auth is None else auth,
            socketio_path="/notifications/socket.io", **options)
        return self

    async def hears(self):
        return await asyncio.wait_for(self.heard.get(), PATIENCE)


@pytest.fixture
async def stage(tmp_path):
    """Makes portals and ears, which end with the test."""
    class Stage:
        async def portal(self, *options, **choices):
            return portals.enter_context(contextlib.closing(await asyncio.to_thread(Portal, tmp_path, *options, **choices)))

        async def ear(self, portal, **choices):
            ears.append(Ear(portal))
            return await ears[-1].connect(**choices)

    Portal.close = Portal.end
    ears = []
    with contextlib.ExitStack() as portals:
        yield Stage()
        for ear in ears:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(ear.client.shutdown(), 1)


@pytest.mark.parametrize("ways", WAYS)
async def test_each_hears_of_ones_own_and_of_nothing_else(stage, ways):
    portal = await stage.portal()
    ada, grace = await stage.ear(portal, ways=ways), await stage.ear(portal, ways=ways, user="colleague")
    assert ada.client.transport() == ways[-1]
    first = await portal.creates()
    assert await ada.hears() == change(first)
    await portal.does(f"/{first}/save-forms-and-duos", {"forms": [{"formId": 1, "fields": [
        {"fieldId": "project-title", "value": "Told"}]}]})
    assert await ada.hears() == change(first)
    other = await portal.creates("colleague")
    # The first that she hears is of her own: of Ada's two she heard nothing.
    assert await grace.hears() == change(other)
    assert await portal.does(f"/{first}", method="DELETE") is None
    assert await ada.hears() == change(first)
    assert ada.heard.empty() and grace.heard.empty()


@pytest.mark.parametrize("ways", WAYS)
async def test_a_decision_is_told_when_it_is_made_though_nobody_asks(stage, ways):
    portal = await stage.portal("--decision-delay", "1")
    number = await portal.creates()
    for form, answers in ((1, PROJECT), (2, HANDLING)):
        await portal.does(f"/{number}/save-forms-and-duos", {"forms": [{"formId": form, "fields": [
            {"fieldId": field, "value": value} for field, value in answers.items()]}]})
    await portal.does(f"/{number}/accept-terms", {"acceptedLicenses": [1, 2]})
    # What happened before is told to nobody.
    ada = await stage.ear(portal, ways=ways)
    await portal.does(f"/{number}/submit")
    assert await ada.hears() == change(number)
    assert await ada.hears() == change(number)
    state = await asyncio.to_thread(
        lambda: json.load(urllib.request.urlopen(urllib.request.Request(
            f"{portal.listening['access']}/api/v1/applications/{number}",
            headers={"Authorization": "Bearer demo-researcher"}), timeout=PATIENCE))["state"])
    assert state.endswith("approved"), state


async def test_members_hear_from_the_moment_on_at_which_they_are_members(stage):
    portal = await stage.portal("--decision-delay", "1")
    number = await portal.creates()
    ada, grace = await stage.ear(portal), await stage.ear(portal, user="colleague")
    await portal.does(f"/{number}/invite-member", INVITATION)
    assert await ada.hears() == change(number)
    # A second later she has accepted.
    assert await ada.hears() == change(number)
    assert await grace.hears() == change(number)
    await portal.does(f"/{number}/remove-member", {"memberId": "grace"})
    assert await ada.hears() == change(number)
    other = await portal.creates("colleague")
    assert await grace.hears() == change(other)


async def test_what_another_portal_over_the_same_data_does_is_told_here_too(stage, tmp_path):
    data = str(tmp_path / "data")
    here, there = await stage.portal(data=data), await stage.portal(data=data)
    ada = await stage.ear(here)
    number = await there.creates()
    assert await ada.hears() == change(number)


@pytest.mark.parametrize("auth, code", [({}, "anonymous"), ({"token": ""}, "anonymous"), ({"token": 17}, "anonymous"),
                                        ({"token": "demo-nobody"}, "signature")])
async def test_nobody_listens_without_a_token_of_somebody(stage, auth, code):
    portal = await stage.portal()
    ear = Ear(portal)
    with pytest.raises(socketio.exceptions.ConnectionError):
        await ear.connect(auth=auth)
    assert ear.refusals[-1]["data"]["code"] == code


async def test_there_is_one_namespace(stage):
    portal = await stage.portal()
    ear = Ear(portal)
    with pytest.raises(socketio.exceptions.ConnectionError):
        await ear.connect(namespaces=["/rooms"])
    assert ear.refusals == []
    ada = await stage.ear(portal)
    await portal.creates()
    assert await ada.hears()


async def test_a_token_that_is_withdrawn_opens_nothing_any_more(stage, tmp_path):
    tokens = tmp_path / "tokens"
    tokens.write_text("demo-one ada\n")
    portal = await stage.portal("--token-file", str(tokens))
    await stage.ear(portal, user="one")
    tokens.write_text("demo-two ada\n")
    late = Ear(portal)
    with pytest.raises(socketio.exceptions.ConnectionError):
        await late.connect(user="one")


async def test_ten_connections_a_person_and_no_more(stage):
    portal = await stage.portal()
    ears = [await stage.ear(portal) for _ in range(10)]
    late = Ear(portal)
    with pytest.raises(socketio.exceptions.ConnectionError):
        await late.connect()
    assert late.refusals[-1]["data"]["code"] == "full"
    await stage.ear(portal, user="colleague")
    await ears.pop().client.disconnect()
    number = await portal.creates()
    for ear in ears:
        assert await ear.hears() == change(number)


@pytest.mark.parametrize("ways", WAYS)
async def test_whoever_listens_hears_that_the_portal_ends(stage, ways):
    portal = await stage.portal()
    ear = await stage.ear(portal, ways=ways)
    await asyncio.to_thread(portal.end)
    await asyncio.wait_for(ear.ends.get(), PATIENCE)


async def test_what_is_no_engine_is_told_so(stage):
    portal = await stage.portal()
    place = portal.listening["notifications"] + "/socket.io/"
    async with aiohttp.ClientSession() as http:
        async def status(query, body=None):
            async with http.request("GET" if body is None else "POST", place + query, data=body) as answer:
                return answer.status, (await answer.json(content_type=None))["code"]
        assert await status("?EIO=3&transport=polling") == (400, 5)
        assert await status("?EIO=4&transport=flash") == (400, 0)
        assert await status("?EIO=4&transport=polling&sid=none") == (400, 1)
        assert await status("?EIO=4&transport=polling", b"40") == (400, 3)
        async with http.get(place + "?EIO=4&transport=polling") as answer:
            session = json.loads((await answer.text())[1:])
        assert session["upgrades"] == ["websocket"] and session["pingInterval"] == 25000
        query = f"?EIO=4&transport=polling&sid={session['sid']}"
        assert await status(query, b"rubbish") == (400, 3)
        assert await status(query) == (400, 1), "after rubbish it is nobody's any more"
        with pytest.raises(aiohttp.ClientError):
            await http.ws_connect(place + "?EIO=4&transport=websocket", origin="http://elsewhere.example")
        socket = await http.ws_connect(place + "?EIO=4&transport=websocket")
        assert (await socket.receive_str()).startswith("0{")
        await socket.send_str("9")
        assert (await socket.receive()).type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED)
    # It is there for others all the same.
    ada = await stage.ear(portal)
    await portal.creates()
    assert await ada.hears()

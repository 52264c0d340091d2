"""Who hears of what, and how often."""
import asyncio

import pytest
import websockets

from conftest import change, put


async def marked(scene, numbers, listener, user):
    """Whether the next thing that somebody hears is what is told last: so nothing was said before it."""
    last = next(numbers)
    assert await put(scene.rems(), scene.rems().event(last, user, number=last)) == 200
    return await listener.hears() == change(last)


async def test_applicant_and_members_hear_it_and_a_second_user_hears_nothing(scene, numbers, listener):
    ada, grace, eve = await asyncio.gather(*(listener(user=user) for user in ("ada", "grace", "eve")))
    application = next(numbers)
    event = scene.rems().event(application, "ada", ["grace", "hedy"], number=application)
    assert await put(scene.rems(), event) == 200
    assert await ada.hears() == await grace.hears() == change(application)
    assert await marked(scene, numbers, eve, "eve")


async def test_the_message_is_the_id_and_nothing_more(scene, numbers):
    address = scene.instances[1].address
    application = next(numbers)
    async with websockets.connect(f"ws://{address}/socket.io/?EIO=4&transport=websocket") as socket:
        assert (await socket.recv())[:1] == "0"
        await socket.send('40{"token":"%s"}' % scene.token("ada"))
        assert (await socket.recv())[:2] == "40"
        await put(scene.rems(), scene.rems().event(application, "ada", ["grace"], number=application))
        assert await asyncio.wait_for(socket.recv(), 10) == f'42["application-changed",{{"applicationId":{application}}}]'


async def test_an_event_is_told_by_every_instance_whichever_got_it(scene, numbers, listener):
    everywhere = [await listener(instance=instance) for instance in (0, 1)]
    for instance in (0, 1):
        application = next(numbers)
        rems = scene.rems(instance)
        assert await put(rems, rems.event(application, number=application)) == 200
        assert [await each.hears() for each in everywhere] == [change(application)] * 2


async def test_an_event_that_comes_twice_is_told_once(scene, numbers, listener):
    ada = await listener(user="ada")
    application = next(numbers)
    event = scene.rems().event(application, "ada", number=application)
    # To either instance, and at the same time.
    answers = await asyncio.gather(*(put(scene.rems(number % 2), event) for number in range(6)))
    assert answers == [200] * 6
    assert await ada.hears() == change(application)
    assert await marked(scene, numbers, ada, "ada")


async def test_events_out_of_order_are_each_told_once(scene, numbers, listener):
    ada = await listener(user="ada")
    application = next(numbers)
    events = [scene.rems().event(application, "ada", number=next(numbers)) for _ in range(3)]
    for event in (events[2], events[0], events[1], events[0], events[2]):
        assert await put(scene.rems(), event) == 200
    assert [await ada.hears() for _ in range(3)] == [change(application)] * 3
    assert await marked(scene, numbers, ada, "ada")


async def test_who_is_no_member_any_more_hears_nothing_of_it(scene, numbers, listener):
    ada, grace = await listener(user="ada"), await listener(user="grace")
    application, before, removal = next(numbers), next(numbers), next(numbers)
    # The removal comes first: what happened before it is told late, to those who are left.
    rems = scene.rems()
    for event in (rems.event(application, "ada", [], "member-removed", removal),
                  rems.event(application, "ada", ["grace"], "draft-saved", before)):
        assert await put(rems, event) == 200
        assert await ada.hears() == change(application)
    assert await marked(scene, numbers, grace, "grace")


async def test_who_took_an_application_over_hears_of_it(scene, numbers, listener):
    ada, grace = await listener(user="ada"), await listener(user="grace")
    application = next(numbers)
    rems = scene.rems()
    assert await put(rems, rems.event(application, "ada", number=next(numbers))) == 200
    assert await put(rems, rems.event(application, "grace", ["ada"], "applicant-changed", next(numbers))) == 200
    assert [await ada.hears() for _ in range(2)] == [change(application)] * 2
    assert await grace.hears() == change(application)


@pytest.mark.parametrize("hidden", [{"visibility": "visibility/handling-users", "kind": "review-requested"},
                                    {"event/public": False, "kind": "remarked"}])
async def test_what_rems_hides_from_applicants_is_told_to_nobody(scene, numbers, listener, hidden):
    ada = await listener(user="ada")
    application = next(numbers)
    assert await put(scene.rems(), scene.rems().event(application, "ada", number=application, **hidden)) == 200
    assert await marked(scene, numbers, ada, "ada")


@pytest.mark.parametrize("transports", [("polling",), ("websocket",), ("polling", "websocket")])
async def test_it_works_through_the_gateway_by(transports, scene, numbers, listener):
    # Several, so that the gateway leads each of them back to the instance that knows it.
    everybody = await asyncio.gather(*(listener(transports=transports) for _ in range(4)))
    assert {each.client.transport() for each in everybody} == {transports[-1]}
    application = next(numbers)
    assert await put(scene.rems(), scene.rems().event(application, number=application)) == 200
    assert [await each.hears() for each in everybody] == [change(application)] * 4


async def test_nobody_is_named_in_what_is_written(scene, numbers, listener):
    token = scene.token("katherine")
    await listener(user="katherine", token=token)
    await put(scene.rems(), scene.rems().event(next(numbers), "katherine", ["dorothy"], number=next(numbers)))
    await put(scene.rems(), scene.rems().event(next(numbers), "katherine", [7], number=next(numbers)))
    await put(scene.rems(), b'{"katherine": ', **{"X-Notifications-Secret": "katherine"})
    written = "".join(instance.log.read_text() for instance in scene.instances) + scene.gateway.log.read_text()
    assert '"outcome": "stored"' in written and '"outcome": "The event cannot be read' in written
    for word in ("katherine", "dorothy", "Lovelace", "example.org", "comment", token, token.split(".")[1],
                 scene.rems().secret):
        assert word not in written
    for instance in scene.instances:
        assert "127.0.0.1" not in instance.log.read_text().replace("running on http://127.0.0.1", "")

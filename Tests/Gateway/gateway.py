#!/usr/bin/env python3
"""Runs the gateway of deploy/gateway before two demo portals for the tests.

    gateway.py PORTAL-DEMO [JSON]

The JSON holds what Stage takes. Prints one line of JSON (where everything is) when the gateway leads to its services, then
does what is asked of it on standard input, one JSON object a line, each answered by one line:

    {"issue": {…}}         a token, made as Realm.token says
    {"allow": TOKEN}       the portals take this token too
    {"renew": "keys"}      the realm signs with another key and forgets the first; the gateway is reloaded
    {"certify": {…}}       the gateway gets another certificate, and is reloaded
    {"misbehave": [RULE]}  the portals break calls, as docs/DEMO-PORTAL.md describes it
    {"met": null}          waits until one of them did; the others no longer will. Answers which one it is
    {"kill": INDEX}        a portal ends without finishing anything
    {"start": INDEX}       it is back, at the same port
    {"status": PATH}       the status with which the gateway answers a path, sent as it is
    {"metrics": null}      what Prometheus reads
    {"log": REQUEST-ID}    waits until calls with this id are in the gateway's log; answers their lines
    {"written": null}      everything that the gateway wrote

Everything ends when standard input does.
"""
import contextlib, http.client, json, pathlib, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts/gateway"))
import stage


def faults(portal, method, rules=None):
    with contextlib.closing(http.client.HTTPConnection(portal.address, timeout=10)) as connection:
        body = None if rules is None else json.dumps(rules)
        connection.request(method, "/faults", body, {"Content-Type": "application/json"})
        text = connection.getresponse().read()
        return json.loads(text) if method == "GET" else None


def met(portals):
    def first():
        return next((index for index, portal in enumerate(portals)
                     if any(entry["faults"] for entry in faults(portal, "GET"))), -1) + 1
    index = stage.eventually("A fault", first) - 1
    for portal in portals[:index] + portals[index + 1:]:
        faults(portal, "DELETE")
    return index


def lines(log, request_id):
    def found():
        return [line for line in log.read_text().splitlines() if f'"request_id":"{request_id}"' in line]
    return stage.eventually(f"A line about {request_id}", found)


def metrics(gateway):
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", gateway.metrics_port, timeout=10)) as connection:
        connection.request("GET", "/metrics")
        return connection.getresponse().read().decode()


def carry_out(scene, wish):
    match wish:
        case {"issue": choices}:
            return scene.issue(**choices)
        case {"allow": token}:
            scene.allow(token)
        case {"renew": _}:
            scene.realm.add_key()
            scene.realm.drop_oldest_key()
            scene.write_keys()
            scene.gateway.reload()
        case {"certify": choices}:
            scene.certify(**choices)
            scene.gateway.reload()
        case {"misbehave": rules}:
            for portal in scene.portals:
                faults(portal, "PUT", rules)
        case {"met": _}:
            return met(scene.portals)
        case {"kill": index}:
            scene.portals[index].kill()
        case {"start": index}:
            scene.portals[index].start()
            scene.portals[index].wait_until_listening()
        case {"status": path}:
            return scene.gateway.status(path)
        case {"metrics": _}:
            return metrics(scene.gateway)
        case {"log": request_id}:
            return lines(scene.gateway.log, request_id)
        case {"written": _}:
            return scene.gateway.log.read_text() + scene.gateway.notices.read_text()


def main():
    choices = json.loads(sys.argv[2]) if len(sys.argv) > 2 else {}
    if name := choices.pop("configuration", None):
        choices["configuration"] = pathlib.Path(__file__).with_name(name)
    scene = stage.Stage(sys.argv[1], portal_options=("--faults", "--decision-delay", "0"), **choices)
    try:
        gateway = scene.gateway
        stage.eventually("The way through the gateway", gateway.is_up)
        print(json.dumps({
            "address": f"https://127.0.0.1:{gateway.port}",
            "portals": [f"http://{portal.address}" for portal in scene.portals], "token": scene.token,
            "ca": str(scene.authority.certificate)}), flush=True)
        for line in sys.stdin:
            print(json.dumps({"answer": carry_out(scene, json.loads(line))}), flush=True)
    finally:
        scene.stop()


main()

"""What stands around the notifications of deploy/notifications on loopback: a realm, Redis, instances, the gateway before
them, and a REMS that sends what the real one would. For the demonstration and the tests."""
import contextlib, http.client, json, os, pathlib, shutil, signal, ssl, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEPLOYED = ROOT / "deploy/notifications"
sys.path.insert(0, str(ROOT / "scripts/gateway"))
import stage

SECRET = "a-secret-of-the-demonstration-0123456789"
OLD_SECRET = "a-secret-that-is-on-its-way-out-0123456789"
CLAIM = "elixir_id"


def redis():
    """The program and the environment it needs: unpacked by scripts/unpack-servers.sh, or installed."""
    unpacked = ROOT / ".build/redis"
    program = unpacked / "usr/bin/redis-server"
    if program.exists():
        libraries = {str(path.parent) for path in unpacked.rglob("lib*.so*")}
        return str(program), {"LD_LIBRARY_PATH": ":".join(sorted(libraries))}
    installed = shutil.which("redis-server")
    if not installed:
        sys.exit("Redis is not at hand; scripts/unpack-servers.sh fetches it.")
    return installed, {}


class Redis:
    """With the deployed configuration, at a socket of its own. Its data outlives its process."""

    def __init__(self, directory, *options):
        self.socket, self.log, self.options = directory / "redis.sock", directory / "redis.log", options
        self.directory = directory / "redis"
        self.directory.mkdir()
        self.start()

    @property
    def url(self):
        return f"unix://{self.socket}"

    def start(self):
        program, environment = redis()
        self.socket.unlink(missing_ok=True)
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [program, DEPLOYED / "redis.conf", "--port", "0", "--unixsocket", self.socket, "--dir", self.directory,
                 *self.options],
                env=os.environ | environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                preexec_fn=stage.end_with_parent(signal.SIGKILL))
        stage.eventually("Redis's start", self.socket.exists)

    def kill(self):
        self.process.kill()
        self.process.wait()

    stop = kill


class Instance:
    """One process of the service."""

    def __init__(self, settings, log):
        self.settings, self.log, self.port = settings, log, 0
        self.start()

    def start(self):
        """At the port of the time before, if there was one."""
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "portal_notifications", self.settings, "--port", str(self.port)],
                env=os.environ | {"PYTHONPATH": str(DEPLOYED), "PYTHONDONTWRITEBYTECODE": "1"}, stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, start_new_session=True, preexec_fn=stage.end_with_parent(signal.SIGKILL))

    def wait_until_listening(self, ready=True):
        def port():
            if self.process.poll() is not None:
                sys.exit("An instance ended:\n" + self.log.read_text())
            lines = [line for line in self.log.read_text().splitlines() if "running on http" in line]
            return lines and int(lines[-1].split("://")[1].split(":")[1].split(" ")[0])
        self.port = stage.eventually("An instance's start", port)
        if ready:
            stage.eventually("An instance's health", self.is_up)

    def is_up(self):
        with contextlib.suppress(OSError, http.client.HTTPException):
            return ask(f"http://{self.address}/health")[0] == 200
        return False

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def kill(self):
        """As a machine that loses its power: nothing is finished."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()


def ask(url, method="GET", body=None, headers=None, authority=None):
    """The status and the body that come back."""
    scheme, _, rest = url.partition("://")
    place, _, path = rest.partition("/")
    if scheme == "https":
        connection = http.client.HTTPSConnection(place, timeout=15, context=ssl.create_default_context(cafile=authority))
    else:
        connection = http.client.HTTPConnection(place, timeout=15)
    with contextlib.closing(connection):
        connection.request(method, "/" + path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read()


class REMS:
    """Makes events and sends them as CSCfi/rems@16bcd11623 does: src/clj/rems/event_notification.clj (the call), and
    docs/event-notification.md (the body). The application has what people are asked for, none of which may be passed on."""

    def __init__(self, target, authority=None, secret=SECRET):
        self.target, self.authority, self.secret, self.last = target, authority, secret, 0

    def event(self, application=17, applicant="ada", members=(), kind="approved", number=None, visibility=None, **more):
        """An event as it is sent; `number` is its id, the next one unless it is given."""
        if number is None:
            self.last += 1
            number = self.last
        base = {"event/id": number, "event/type": f"application.event/{kind}", "event/actor": "handler",
                "event/time": "2026-11-29T08:01:53.606Z", "application/id": application,
                "application/comment": "Thank you! A comment of the committee."}
        past = base | {"event/visibility": visibility or "visibility/public",
                       "event/actor-attributes": {"userid": "handler", "name": "Hannah Handler"}}
        return base | {"event/application": {
            "application/id": application, "application/external-id": "2026/14",
            "application/state": "application.state/approved", "application/applicant": self.person(applicant),
            "application/members": [self.person(member) for member in members], "application/events": [past],
            "application/forms": [{"form/id": 3, "form/fields": [{"field/value": "What the study is about"}]}]}} | more

    @staticmethod
    def person(name):
        return {"userid": name, "name": f"{str(name).title()} Lovelace", "email": f"{name}@example.org"}

    def put(self, event, **headers):
        """The status with which an event is answered; text and bytes are sent as they are."""
        body = event if isinstance(event, (bytes, str)) else json.dumps(event)
        headers = {"Content-Type": "application/json", "X-Notifications-Secret": self.secret} | headers
        return ask(self.target, "PUT", body, {name: value for name, value in headers.items() if value is not None},
                   self.authority)[0]


class Scene:
    """All of it, in a directory that goes away with it. `settings` are by section; `store` tells by an instance's number and
    Redis's address where that instance reaches it, and `places` are settings of the gateway."""

    def __init__(self, instances=2, settings=None, redis_options=(), store=None, gateway=True, places=None, ready=True):
        with contextlib.ExitStack() as scenery:
            self.directory = pathlib.Path(scenery.enter_context(tempfile.TemporaryDirectory(prefix="notifications-")))
            self.realm, self.authority = stage.Realm(self.directory), stage.Authority(self.directory)
            self.redis = Redis(self.directory, *redis_options)
            scenery.callback(self.redis.stop)
            self.write_secrets()
            self.instances = []
            for number in range(instances):
                where = store(number, self.redis.url) if store else self.redis.url
                written = self.write(self.directory / f"instance-{number}.toml", settings or {}, where)
                self.instances.append(Instance(written, self.directory / f"instance-{number}.log"))
                scenery.callback(self.instances[-1].stop)
            for instance in self.instances:
                instance.wait_until_listening(ready)
            self.gateway = None
            if gateway:
                self.gateway = stage.Gateway(self.directory, self.places() | (places or {}))
                scenery.callback(self.gateway.stop)
                stage.eventually("The way through the gateway", lambda: self.status("/notifications/health") == 200)
            self.scenery = scenery.pop_all()

    def write_secrets(self):
        for name, secret in (("rems-secret", SECRET), ("old-secret", OLD_SECRET)):
            file = self.directory / name
            file.touch(0o600)
            file.write_text(secret + "\n")

    def write(self, path, settings, store):
        usual = {
            "rems": {"secret_files": ["rems-secret", "old-secret"]},
            "tokens": {"issuer": stage.ISSUER, "audience": stage.AUDIENCE, "user_claim": CLAIM,
                       "keys": str(self.realm.write_set())},
            "store": {"url": store}, "clients": {}}
        path.write_text("".join(
            f"[{name}]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in (section | settings.get(name, {})).items())
            for name, section in usual.items()))
        return path

    def places(self):
        subprocess.run(
            [sys.executable, stage.DEPLOYED / "keys-from-jwks.py", "--jwks", self.realm.write_set(), self.directory / "keys"],
            check=True, stdout=subprocess.DEVNULL)
        return {f"GATEWAY_NOTIFICATIONS_{number}": instance.address for number, instance in enumerate(self.instances, 1)} | {
            # There is no portal here.
            "GATEWAY_DISCOVERY_1": "127.0.0.1:1", "GATEWAY_ACCESS_1": "127.0.0.1:1",
            "GATEWAY_CERTIFICATE": str(self.authority.issue("gateway")), "GATEWAY_KEYS": str(self.directory / "keys"),
            "GATEWAY_ISSUER": stage.ISSUER, "GATEWAY_AUDIENCE": stage.AUDIENCE, "GATEWAY_CHECK_INTERVAL": "500ms",
            "GATEWAY_REMS": "192.0.2.7 127.0.0.0/8"}

    @property
    def address(self):
        return f"https://127.0.0.1:{self.gateway.port}"

    def status(self, path):
        with contextlib.suppress(OSError):
            return ask(self.address + path, authority=self.authority.certificate)[0]
        return None

    def rems(self, instance=None):
        """One that sends through the gateway, or to one instance."""
        if instance is None:
            return REMS(self.address + "/notifications/rems", self.authority.certificate)
        return REMS(f"http://{self.instances[instance].address}/rems")

    def token(self, user="ada", seconds=300, **claims):
        return self.realm.token({"sub": f"subject-of-{user}", CLAIM: user, "exp": int(time.time() + seconds)} | claims)

    def close(self):
        self.scenery.close()

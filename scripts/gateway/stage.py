"""What stands around a gateway on loopback: a realm that makes tokens, a certificate authority, portals, and HAProxy with
the configuration of deploy/gateway. For the demonstration and the tests. Standard library, openssl and HAProxy only."""
import base64, contextlib, ctypes, http.client, json, os, pathlib, shutil, signal, socket, ssl, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEPLOYED = ROOT / "deploy/gateway"
ISSUER = "https://login.portal.example/realms/gdi"
AUDIENCE = "portal-services"


def end_with_parent(signal_number):
    """For a child: however this script ends, the child does too."""
    return lambda: ctypes.CDLL(None).prctl(1, signal_number)


def openssl(*arguments, data=None):
    return subprocess.run(["openssl", *map(str, arguments)], input=data, capture_output=True, check=True).stdout


def eventually(what, condition, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.02)
    sys.exit(f"{what} did not come about within {seconds} s")


class Realm:
    """Who makes tokens: keys, their public set, and tokens signed by openssl."""

    def __init__(self, directory):
        self.directory = directory
        self.keys = []
        self.add_key()

    def add_key(self):
        """The newest key signs."""
        name = f"key-{len(self.keys) + 1}"
        openssl("genrsa", "-out", self.directory / f"{name}.key", 2048)
        self.keys.append(name)

    def drop_oldest_key(self):
        self.keys.pop(0)

    def write_set(self):
        """As a realm gives it out: with keys for other purposes beside those for tokens."""
        encryption = {"kid": "encryption", "kty": "RSA", "alg": "RSA-OAEP", "use": "enc", "n": "AQAB", "e": "AQAB"}
        curve = {"kid": "curve", "kty": "EC", "alg": "ES256", "use": "sig", "crv": "P-256", "x": "AA", "y": "AA"}
        path = self.directory / "jwks.json"
        path.write_text(json.dumps({"keys": [encryption, *map(self.public, self.keys), curve]}))
        return path

    def public(self, name):
        modulus = openssl("rsa", "-in", self.directory / f"{name}.key", "-noout", "-modulus")
        number = bytes.fromhex(modulus.decode().strip().partition("=")[2])
        return {"kid": name, "kty": "RSA", "alg": "RS256", "use": "sig", "e": "AQAB", "n": self.encoded(number)}

    def token(self, claims=None, algorithm="RS256", signer=None):
        """Good unless told otherwise; a claim that is None is left out. `signer` names a key of another realm."""
        now = int(time.time())
        usual = {"iss": ISSUER, "aud": ["account", AUDIENCE], "sub": "ada", "iat": now, "exp": now + 300, "typ": "Bearer"}
        claims = {name: value for name, value in (usual | (claims or {})).items() if value is not None}
        head = self.encoded(json.dumps({"alg": algorithm, "typ": "JWT", "kid": self.keys[-1]}).encode())
        text = head + "." + self.encoded(json.dumps(claims).encode())
        return text + "." + self.encoded(self.signature(text.encode(), algorithm, signer))

    def signature(self, text, algorithm, signer):
        key = self.directory / f"{signer or self.keys[-1]}.key"
        match algorithm:
            case "none":
                return b""
            case "HS256":
                # The oldest trick: the public key, which everybody knows, taken for a shared secret.
                import hashlib, hmac
                return hmac.digest(openssl("rsa", "-in", key, "-pubout"), text, hashlib.sha256)
            case _:
                if not key.exists():
                    openssl("genrsa", "-out", key, 2048)
                return openssl("dgst", "-sha256", "-sign", key, data=text)

    @staticmethod
    def encoded(raw):
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


class Authority:
    """A certificate authority of our own."""

    def __init__(self, directory):
        self.directory = directory
        self.certificate = directory / "ca.pem"
        self.key = directory / "ca.key"
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", 2,
                "-subj", "/O=portal/CN=An authority of our own", "-keyout", self.key, "-out", self.certificate)

    def issue(self, name, names="IP:127.0.0.1,DNS:localhost", days=1):
        """Certificate, then key, in one file, as HAProxy wants it. Fewer than 0 days: ended yesterday."""
        file, request, key, extensions = (self.directory / f"{name}.{end}" for end in ("pem", "csr", "key", "ext"))
        extensions.write_text(f"subjectAltName={names}\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n")
        openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={name}",
                "-keyout", key, "-out", request)
        signed = openssl("x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", self.key, "-days", days,
                         "-extfile", extensions)
        file.write_bytes(signed + key.read_bytes())
        file.chmod(0o600)
        return file


class Portal:
    """A portal-demo, an instance of both services. Several share a database and a file of tokens."""

    def __init__(self, program, data, tokens, *options):
        self.command = [program, "serve", "--end-with-stdin", "--data", data, "--token-file", tokens, *options]
        self.port = 0
        self.start()

    def start(self):
        """At the port of the time before, if there was one; `wait_until_listening` belongs to it."""
        self.process = subprocess.Popen(
            [*self.command, "--port", str(self.port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            start_new_session=True, preexec_fn=end_with_parent(signal.SIGKILL))

    def wait_until_listening(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit("portal-demo did not start")
        self.port = int(json.loads(line)["discovery"].rsplit(":", 1)[1].split("/")[0])

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def kill(self):
        """As a machine that loses its power: nothing is finished."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()


def haproxy():
    """The program and the environment it needs: unpacked by scripts/unpack-servers.sh, or installed."""
    unpacked = ROOT / ".build/haproxy"
    program = unpacked / "usr/sbin/haproxy"
    if program.exists():
        libraries = {str(path.parent) for path in unpacked.rglob("lib*.so*")}
        return str(program), {"LD_LIBRARY_PATH": ":".join(sorted(libraries))}
    installed = shutil.which("haproxy", path=os.environ.get("PATH", "") + ":/usr/sbin")
    if not installed:
        sys.exit("HAProxy is not at hand; scripts/unpack-servers.sh fetches it.")
    return installed, {}


class Gateway:
    """HAProxy with the deployed configuration on ports of its own."""

    def __init__(self, directory, settings, configuration=DEPLOYED / "haproxy.cfg"):
        self.log, self.notices = directory / "gateway.log", directory / "gateway.notices"
        program, environment = haproxy()
        # Sockets that are bound already cannot be taken by somebody else in between.
        sockets = [self.bound() for _ in range(2)]
        self.port, self.metrics_port = (each.getsockname()[1] for each in sockets)
        binds = {name: f"fd@{each.fileno()}" for name, each in zip(("GATEWAY_BIND", "GATEWAY_METRICS_BIND"), sockets)}
        with self.log.open("w") as log, self.notices.open("w") as notices:
            self.process = subprocess.Popen(
                [program, "-W", "-f", configuration], stdin=subprocess.DEVNULL, stdout=log, stderr=notices,
                env={"PATH": "/usr/bin:/bin", "GATEWAY_RUN": str(directory)}
                | environment | binds | settings,
                pass_fds=[each.fileno() for each in sockets],
                # Its first process ends the second. ^C is for this script alone.
                start_new_session=True, preexec_fn=end_with_parent(signal.SIGTERM))
        for each in sockets:
            each.close()
        self.wait_for_loading(1)

    @staticmethod
    def bound():
        each = socket.socket()
        each.bind(("127.0.0.1", 0))
        each.listen(128)
        return each

    def wait_for_loading(self, times):
        def loaded():
            if self.process.poll() is not None:
                sys.exit("HAProxy ended:\n" + self.notices.read_text())
            return self.notices.read_text().count("Loading success") >= times
        eventually("The gateway's start", loaded)
        self.loadings = times

    def reload(self):
        self.process.send_signal(signal.SIGUSR2)
        self.wait_for_loading(self.loadings + 1)

    def status(self, path):
        """With which it answers a path, which is sent as it is."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=10, context=context)
        with contextlib.closing(connection):
            connection.request("GET", path)
            return connection.getresponse().status

    def is_up(self):
        with contextlib.suppress(OSError):
            return self.status("/health") == 200
        return False

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


class Stage:
    """Everything together, in a directory of its own that goes away with it."""

    def __init__(self, program, portals=2, portal_options=(), instances=(), issuer=None, settings=None,
                 configuration=DEPLOYED / "haproxy.cfg"):
        """`instances` are addresses of services that run already; `issuer` is a real one, in place of the realm here;
        `settings` are those of deploy/gateway/README.md."""
        self.issuer = issuer
        with contextlib.ExitStack() as scenery:
            self.directory = pathlib.Path(scenery.enter_context(tempfile.TemporaryDirectory(prefix="gateway-")))
            self.realm, self.authority = Realm(self.directory), Authority(self.directory)
            self.tokens = self.directory / "tokens"
            self.token = self.issue()
            self.portals = []
            for _ in range(portals):
                portal = Portal(program, self.directory / "data", self.tokens, *portal_options)
                scenery.callback(portal.stop)
                self.portals.append(portal)
            self.write_keys()
            self.certify()
            for portal in self.portals:
                portal.wait_until_listening()
            places = self.places([*(portal.address for portal in self.portals), *instances])
            self.gateway = Gateway(self.directory, places | (settings or {}), configuration)
            scenery.callback(self.gateway.stop)
            # From here on it lasts until it is told to end.
            self.scenery = scenery.pop_all()

    def places(self, instances):
        return {f"GATEWAY_{service}_{number}": address
                for service in ("DISCOVERY", "ACCESS") for number, address in enumerate(instances, 1)} | {
            "GATEWAY_CERTIFICATE": str(self.certificate), "GATEWAY_KEYS": str(self.directory / "keys"),
            "GATEWAY_ISSUER": self.issuer or ISSUER, "GATEWAY_AUDIENCE": AUDIENCE,
            # A portal-demo is both services, each at a path of its own.
            "GATEWAY_DISCOVERY_PATH": "/discovery", "GATEWAY_ACCESS_PATH": "/daam"}

    def certify(self, **choices):
        """The gateway reads its certificate when it is started or reloaded."""
        self.certificate = self.authority.issue("gateway", **choices)

    def write_keys(self):
        """As an administrator does it."""
        source = ["--issuer", self.issuer] if self.issuer else ["--jwks", self.realm.write_set()]
        command = [sys.executable, DEPLOYED / "keys-from-jwks.py", *source, self.directory / "keys"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def issue(self, **choices):
        """A token, which the portals take whatever it says: what is refused is refused by the gateway."""
        token = self.realm.token(**choices)
        self.allow(token)
        return token

    def allow(self, token):
        with self.tokens.open("a") as file:
            file.write(f"{token} ada\n")

    def stop(self):
        self.scenery.close()

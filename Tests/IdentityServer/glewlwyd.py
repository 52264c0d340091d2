#!/usr/bin/env python3
"""Runs a real OpenID Connect server, glewlwyd, on loopback for the tests. Standard library and openssl only.

    glewlwyd.py PREFIX [--access-seconds N] [--code-seconds N] [--interval N] [--redirect URI]

PREFIX is where scripts/unpack-servers.sh has put it. Prints one line of JSON (issuer, client_id) when the server is
configured, then does what is asked of it on standard input, one JSON object a line, each answered by one line:

    {"approve": CODE}   the person alice confirms a user code
    {"deny": "code"}    the newest user code is refused (glewlwyd knows no button for that: the code is gone)
    {"browse": URL}     she opens the address of an authorization request; answers where the browser is sent to
    {"end": "tokens"}   an administrator ends all logins: no token is taken any more

The server ends when standard input does.
"""
import argparse, contextlib, ctypes, gzip, http.client, json, pathlib, secrets, signal, socket, sqlite3, subprocess, sys
import tempfile, time, urllib.parse


class Agent:
    """A browser without a screen: keeps cookies, follows no redirect."""

    def __init__(self):
        self.cookies = {}

    def call(self, method, address, body=None):
        url = urllib.parse.urlsplit(address)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/json"
        connection = http.client.HTTPConnection(url.hostname, url.port, timeout=20)
        with contextlib.closing(connection):
            target = url.path + ("?" + url.query if url.query else "")
            connection.request(method, target, None if body is None else json.dumps(body), headers)
            answer = connection.getresponse()
            text = answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.split(";", 1)[0].partition("=")
                self.cookies[key] = rest
        return answer.status, text, answer.headers

    def api(self, method, address, body=None):
        """An administrator's call, which has to succeed."""
        status, text, _ = self.call(method, address, body)
        if not 200 <= status < 300:
            sys.exit(f"glewlwyd: {method} {address} -> {status} {text[:500]!r}")
        with contextlib.suppress(ValueError):
            return json.loads(text)


def private_key(kid):
    """An RSA key as a JWK set, out of two primes of openssl's."""
    def prime():
        out = subprocess.run(["openssl", "prime", "-generate", "-bits", "1024"], capture_output=True, check=True)
        return int(out.stdout)

    def number(value):
        import base64
        raw = value.to_bytes((value.bit_length() + 7) // 8, "big")
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

    p, q, e = prime(), prime(), 65537
    d = pow(e, -1, (p - 1) * (q - 1))
    values = {"n": p * q, "e": e, "d": d, "p": p, "q": q, "dp": d % (p - 1), "dq": d % (q - 1), "qi": pow(q, -1, p)}
    key = {"kty": "RSA", "kid": kid, "alg": "RS256", "use": "sig"} | {name: number(v) for name, v in values.items()}
    return json.dumps({"keys": [key]})


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    def __init__(self, options):
        self.options = options
        self.prefix = pathlib.Path(options.prefix)
        self.state = pathlib.Path(tempfile.mkdtemp(prefix="glewlwyd-"))
        self.base = f"http://127.0.0.1:{free_port()}"
        self.issuer = self.base + "/api/oidc"
        self.password = secrets.token_hex(12)

    def start(self):
        self.make_database()
        (self.state / "none").mkdir()
        (self.state / "glewlwyd.conf").write_text(self.configuration())
        libraries = {str(path.parent) for path in self.prefix.rglob("lib*.so*")}
        # Ends with this script, however that ends.
        orphaned = lambda: ctypes.CDLL(None).prctl(1, signal.SIGKILL)
        self.process = subprocess.Popen(
            [self.prefix / "usr/bin/glewlwyd", f"--config-file={self.state}/glewlwyd.conf"], stdin=subprocess.DEVNULL,
            stdout=(self.state / "stdout").open("w"), stderr=subprocess.STDOUT, preexec_fn=orphaned,
            env={"LD_LIBRARY_PATH": ":".join(sorted(libraries)), "PATH": "/usr/bin:/bin"})
        for _ in range(300):
            if self.process.poll() is not None:
                break
            with contextlib.suppress(OSError):
                if Agent().call("GET", self.base + "/config")[0] == 200:
                    return self.configure()
            time.sleep(0.05)
        sys.exit("glewlwyd did not start:\n" + (self.state / "stdout").read_text()[-2000:])

    def stop(self):
        self.process.terminate()
        self.process.wait(20)
        subprocess.run(["rm", "-rf", self.state], check=False)

    def make_database(self):
        script = gzip.open(self.prefix / "usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz", "rt").read()
        with contextlib.closing(sqlite3.connect(self.state / "glewlwyd.db")) as database:
            database.executescript(script)

    def configuration(self):
        modules = self.prefix / "usr/lib/glewlwyd"
        return "\n".join([
            f"port={self.base.rsplit(':', 1)[1]}", 'bind_address="127.0.0.1"', f'external_url="{self.base}"',
            'login_url="login.html"', 'api_prefix="api"',
            f'static_files_path="{self.prefix}/usr/share/glewlwyd/webapp/"', 'log_mode="file"', 'log_level="WARNING"',
            f'log_file="{self.state}/glewlwyd.log"', 'cookie_domain="127.0.0.1"', "cookie_secure=0",
            'cookie_same_site="lax"', "session_expiration=86400", 'session_key="GLEWLWYD2_SESSION_ID"',
            'admin_scope="g_admin"', 'profile_scope="g_profile"', f'user_module_path="{modules}/user"',
            f'user_middleware_module_path="{self.state}/none"', f'client_module_path="{modules}/client"',
            f'user_auth_scheme_module_path="{modules}/scheme"', f'plugin_module_path="{modules}/plugin"',
            'hash_algorithm="SHA512"', f'database = {{ type = "sqlite3"; path = "{self.state}/glewlwyd.db"; }};', ""])

    def configure(self):
        admin, base = Agent(), self.base + "/api"
        admin.api("POST", base + "/auth", {"username": "admin", "password": "password"})
        for scope in ("profile", "email"):
            admin.api("POST", base + "/scope", self.scope(scope) | {"name": scope})
        admin.api("PUT", base + "/scope/openid", self.scope("openid"))
        # The client's data format lacks the plural that the plugin reads at the end of a session.
        module = admin.api("GET", base + "/mod/client/database")
        module["parameters"]["data-format"]["post_logout_redirect_uris"] = {"multiple": True, "read": True, "write": True}
        admin.api("PUT", base + "/mod/client/database", module)
        admin.api("PUT", base + "/mod/client/database/reset")
        admin.api("POST", base + "/mod/plugin", self.plugin())
        admin.api("POST", base + "/user", {
            "username": "alice", "name": "Alice Example", "email": "alice@example.test", "password": self.password,
            "enabled": True, "scope": ["openid", "profile", "email"]})
        admin.api("POST", base + "/client", {
            "client_id": "portal", "name": "portal", "confidential": False, "enabled": True,
            "token_endpoint_auth_method": ["none"], "redirect_uri": [self.options.redirect],
            "authorization_type": ["code", "device_authorization", "refresh_token"], "scope": []})
        admin.api("POST", base + "/client", {
            "client_id": "robot", "name": "robot", "confidential": True, "client_secret": self.password,
            "enabled": True, "token_endpoint_auth_method": ["client_secret_basic", "client_secret_post"],
            "authorization_type": ["client_credentials"], "redirect_uri": [], "scope": ["g_robot"]})
        admin.api("DELETE", base + "/auth")
        self.alice = Agent()
        self.alice.api("POST", base + "/auth/", {"username": "alice", "password": self.password})
        # Without this a confirmed code would give the scope openid only.
        self.alice.api("PUT", base + "/auth/grant/portal", {"scope": "openid profile email"})

    def scope(self, name):
        return {"display_name": name, "description": name, "password_required": True, "password_max_age": 0, "scheme": {}}

    def plugin(self):
        kid = "rsa-" + secrets.token_hex(4)
        return {"module": "oidc", "name": "oidc", "display_name": "tests", "enabled": True, "parameters": {
            "iss": self.issuer, "jwks-private": private_key(kid), "default-kid": kid, "jwks-show": True,
            "oauth-as-iss-id": True, "access-token-duration": self.options.access_seconds,
            "refresh-token-duration": 86400, "code-duration": 60, "refresh-token-rolling": True,
            "refresh-token-one-use": "always", "allow-non-oidc": True, "subject-type": "public",
            "auth-type-code-enabled": True, "auth-type-code-revoke-replayed": True, "auth-type-token-enabled": False,
            "auth-type-none-enabled": False, "auth-type-password-enabled": False, "auth-type-client-enabled": True,
            "auth-type-device-enabled": True, "auth-type-refresh-enabled": True,
            "device-authorization-expiration": self.options.code_seconds,
            "device-authorization-interval": self.options.interval, "pkce-allowed": True,
            "pkce-method-plain-allowed": False, "pkce-required-public-client": True,
            "introspection-revocation-allowed": True, "introspection-revocation-allow-target-client": True,
            "introspection-revocation-auth-scope": ["openid"], "session-management-allowed": True,
            "session-cookie-name": "GLEWLWYD2_OIDC_SID", "session-cookie-expiration": 86400,
            "request-parameter-allow": False, "allowed-scope": ["openid", "profile", "email"],
            "name-claim": "on-demand", "name-claim-scope": ["profile"], "email-claim": "on-demand",
            "email-claim-scope": ["email"], "claims": [{
                "name": "preferred_username", "user-property": "username", "type": "string", "mandatory": False,
                "on-demand": False, "scope": ["profile"]}]}}

    # What a person does

    def approve(self, code):
        query = urllib.parse.urlencode({"code": code, "g_continue": ""})
        return self.prompt(f"{self.issuer}/device?{query}")

    def browse(self, address):
        return self.alice.call("GET", address + ("&g_continue" if "g_continue" not in address else ""))[2].get("Location")

    def prompt(self, address):
        location = self.alice.call("GET", address)[2].get("Location", "")
        return urllib.parse.parse_qs(urllib.parse.urlsplit(location).query).get("prompt", [location])[0]

    def carry_out(self, wish):
        match wish:
            case {"approve": code}: return self.approve(code)
            case {"deny": _}: return self.forget_code()
            case {"browse": address}: return self.browse(address)
            case {"end": _}: return self.end_tokens()
            case _: return None

    def forget_code(self):
        with contextlib.closing(sqlite3.connect(self.state / "glewlwyd.db", timeout=10)) as database, database:
            return database.execute("DELETE FROM gpo_device_authorization WHERE gpoda_id = "
                                    "(SELECT max(gpoda_id) FROM gpo_device_authorization)").rowcount

    def end_tokens(self):
        with contextlib.closing(sqlite3.connect(self.state / "glewlwyd.db", timeout=10)) as database, database:
            database.execute("UPDATE gpo_access_token SET gpoa_enabled = 0")
            return database.execute("UPDATE gpo_refresh_token SET gpor_enabled = 0").rowcount


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("prefix")
    parser.add_argument("--access-seconds", type=int, default=300)
    parser.add_argument("--code-seconds", type=int, default=600)
    parser.add_argument("--interval", type=int, default=1)
    parser.add_argument("--redirect", default="http://127.0.0.1/callback")
    server = Server(parser.parse_args())
    server.start()
    try:
        print(json.dumps({"issuer": server.issuer, "client_id": "portal", "robot_secret": server.password}), flush=True)
        for line in sys.stdin:
            print(json.dumps({"answer": server.carry_out(json.loads(line))}), flush=True)
    finally:
        server.stop()


main()

"""What an operator sets, and what is said when it cannot be used."""
import pathlib, re, subprocess, sys, tomllib

import pytest

from conftest import ROOT

from portal_notifications import settings

DEPLOYED = ROOT / "deploy/notifications"
GOOD = (DEPLOYED / "notifications.toml").read_text()


def write(directory, text=GOOD, secret="s" * 40, mode=0o600):
    file = directory / "rems-secret"
    file.write_text(secret)
    file.chmod(mode)
    (directory / "notifications.toml").write_text(text)
    return directory / "notifications.toml"


def refusal(path):
    """What is said about it."""
    with pytest.raises(settings.Unusable) as error:
        for name in settings.read(path).rems.secret_files:
            settings.secret(name, path)
    return str(error.value)


@pytest.mark.parametrize("secret, status, words", [("s" * 40, 0, "The settings can be used.\n"), ("short", 1, "32 characters")])
def test_the_program_says_whether_they_can_be_used(tmp_path, secret, status, words):
    run = subprocess.run(
        [sys.executable, "-m", "portal_notifications", write(tmp_path, secret=secret), "--check"], cwd=DEPLOYED,
        capture_output=True, text=True)
    assert run.returncode == status and words in run.stdout + run.stderr and "Traceback" not in run.stderr


@pytest.mark.parametrize("change, word", [
    (lambda text: text.replace("user_claim", "user_clam"), "tokens.user_clam"),
    (lambda text: text.replace('"elixir_id"', "7"), "tokens.user_claim"),
    (lambda text: text.replace("[store]", "[store]\nkeep_days = 1"), "store.keep_days"),
    (lambda text: text.replace("[clients]", "[client]"), "client: "),
    (lambda text: text.replace("[rems]", "[rems"), "line"),
    (lambda text: text.replace('["rems-secret"]', "[]"), "rems.secret_files"),
    (lambda text: text.replace('["rems-secret"]', '["missing"]'), "missing")])
def test_what_cannot_be_used_is_named(tmp_path, change, word):
    assert word in refusal(write(tmp_path, change(GOOD)))


@pytest.mark.parametrize("secret, mode, word", [
    ("short", 0o600, "32 characters"), ("s" * 40, 0o604, "chmod"), ("s" * 40, 0o620, "chmod"),
    ("", 0o600, "32 characters")])
def test_a_secret_is_long_and_kept(tmp_path, secret, mode, word):
    said = refusal(write(tmp_path, secret=secret, mode=mode))
    assert word in said and (not secret or secret not in said)


def test_every_setting_is_described_and_in_the_example():
    described = set(re.findall(r"`([a-z_]+\.[a-z_]+)`", (DEPLOYED / "README.md").read_text()))
    # What is commented out has the value that stands there.
    example = tomllib.loads(re.sub(r"^# (\w+ = )", r"\1", GOOD, flags=re.MULTILINE))
    example["tokens"].pop("keys"), example["tokens"].pop("ca_file"), example["store"].pop("password_file")
    given = settings.Settings.model_validate(example)
    defaults = settings.Settings.model_validate(tomllib.loads(GOOD))
    assert given == defaults
    names = {f"{section}.{name}" for section, field in settings.Settings.model_fields.items()
             for name in field.annotation.model_fields}
    assert names <= described
    written = {f"{section}.{name}" for section, values in tomllib.loads(
        re.sub(r"^# (\w+ = )", r"\1", GOOD, flags=re.MULTILINE)).items() for name in values}
    assert names == written


def test_every_setting_of_the_gateway_is_described():
    configuration = (ROOT / "deploy/gateway/haproxy.cfg").read_text()
    readme = (ROOT / "deploy/gateway/README.md").read_text()
    for name in set(re.findall(r"GATEWAY_[A-Z]*(?:NOTIFICATIONS|REMS)[A-Z_]*[A-Z]", configuration)):
        assert name in readme, name


def test_the_unit_runs_what_is_there():
    unit = (DEPLOYED / "portal-notifications@.service").read_text()
    assert "-m portal_notifications /etc/portal-notifications/notifications.toml --port %i" in unit
    assert pathlib.Path(DEPLOYED, "portal_notifications/__main__.py").exists()

"""`make notifications-demo` prints commands that do what it says."""
import contextlib, re, shlex, signal, subprocess, sys

from conftest import ROOT


def test_the_demonstration_does_what_it_says():
    demo = subprocess.Popen([sys.executable, ROOT / "scripts/notifications/demo.py"], stdout=subprocess.PIPE, text=True)
    with contextlib.ExitStack() as ending:
        ending.callback(demo.wait)
        ending.callback(demo.send_signal, signal.SIGINT)
        said = ""
        while "^C ends everything" not in said:
            line = demo.stdout.readline()
            assert line, said
            said += line
        listen, deaf, send = (shlex.split(command) for command in re.findall("^    (.*)$", said, re.MULTILINE)[:3])
        ears = []
        for command in (listen, deaf):
            ears.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
            ending.callback(ears[-1].wait)
            ending.callback(ears[-1].kill)
            assert ears[-1].stdout.readline() == "connected\n"
        assert subprocess.run(send, capture_output=True, text=True, timeout=15).stdout == "OK"
        assert ears[0].stdout.readline() == 'application-changed {"applicationId": 17}\n'
    # Nobody told her anything until the gateway was gone.
    assert "application-changed" not in ears[1].stdout.read()
    assert "have ended" in demo.stdout.read()
    assert demo.returncode == 0

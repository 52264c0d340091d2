#!/usr/bin/env python3
"""portal beside its peers over the same records, in one run: a bare ncurses list, mutt, tig and fzf.

    Benchmarks/peers.py [COUNT [CATALOGUE]]    COUNT made records (100,000), or those of a catalogue as JSON lines

CPU is that of the whole process, all threads; portal's own demo is served apart and not counted. What is not installed is
left out, and that is said; when a screen shows what is known by pyte (scripts/requirements-contracts.txt). Times depend on
the machine and on what else it does: read the ratios. Part of `make bench`.
"""
import collections, json, lzma, os, pathlib, shutil, statistics, subprocess, sys, tempfile, time

top = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(top / "scripts"))
import bounds  # noqa: E402

try:
    import pyte
except ImportError:
    pyte = None

columns, rows, rounds, presses = 120, 40, int(os.environ.get("ROUNDS", "3")), 50


class Terminal(bounds.Terminal):
    """A terminal of its own for each program; its files are in the folder of the run."""

    def __init__(self, peer, home, size=(columns, rows)):
        super().__init__(None, [], home, *size, command=peer.command)

    @property
    def down(self):
        """As the keyboard has it in the mode that the program asked for."""
        return "\x1bOB" if b"\x1b[?1h" in self.received else bounds.down

    def hold(self, key, count, gap):
        for _ in range(count):
            self.type(key)
            self.pump(gap)


class SlowTerminal(Terminal):
    """9,600 bit/s (8 bits a byte) and 150 ms each way: bytes come out of the line in their time, and so do keys and answers."""

    delay, rate = 0.15, 1200

    def __init__(self, peer, home, size):
        super().__init__(peer, home, size)
        self.free, self.coming, self.going, self.last = 0, collections.deque(), collections.deque(), 0
        self.arrived = []

    def type(self, text):
        self.going.append((time.monotonic() + self.delay, text.encode()))

    def pump(self, seconds):
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            while self.going and self.going[0][0] <= now:
                os.write(self.line, self.going.popleft()[1])
            while self.coming and self.coming[0][0] <= now:
                self.last, data = self.coming.popleft()
                asked = (self.received[-3:] + data).count(bounds.question)
                self.received += data
                self.arrived.append((self.last, len(self.received)))
                self.going.extend([(now + self.delay, bounds.answer)] * asked)
            if self.free <= now and bounds.select.select([self.line], [], [], 0)[0]:
                try:
                    data = os.read(self.line, 24)
                except OSError:
                    raise bounds.Stopped("it ended:\n" + self.tail())
                self.free = max(self.free, now) + len(data) / self.rate
                self.coming.append((self.free + self.delay, data))
            time.sleep(0.001)

    def rest(self, seconds):
        """Until nothing has come for so long."""
        count, since = len(self.received), time.monotonic()
        while time.monotonic() - since < seconds:
            self.pump(0.05)
            if len(self.received) != count or self.coming:
                count, since = len(self.received), time.monotonic()


class Peer:
    def __init__(self, name, command, ready, page="\x1b[6~"):
        self.name, self.command, self.ready, self.page = name, [str(part) for part in command], ready, page

    def shown(self, terminal):
        terminal.wait(self.ready)
        terminal.settle(1.0)


def measure(peer, home):
    """What one run of it costs: seconds of CPU, and bytes."""
    found = {}
    with Terminal(peer, home) as terminal:
        terminal.wait(peer.ready)
        terminal.pump(0.05)
        found["start, CPU ms"] = terminal.cpu()[1] / 1e6
        found["start, bytes"] = len(terminal.received)
        terminal.settle(1.5)
        for name, key, count, gap in (("Down", terminal.down, presses, 0.017), ("PageDown", peer.page, 20, 0.05)):
            before, sent = terminal.cpu()[1], len(terminal.received)
            terminal.hold(key, count, gap)
            terminal.pump(0.08)
            found[f"{name}, CPU µs"] = (terminal.cpu()[1] - before) / 1e3 / count
            found[f"{name}, bytes"] = (len(terminal.received) - sent) / count
            sent = len(terminal.received)
            terminal.settle(1.0)
            found[f"after {name}, bytes"] = len(terminal.received) - sent
    return found


def held_on_a_line(peer, home, size):
    """Fifty Downs, 30 a second, over a bad line: seconds until the last byte is there, and bytes."""
    with SlowTerminal(peer, home, size) as terminal:
        terminal.wait(peer.ready)
        terminal.rest(2)
        first = len(terminal.received)
        begun = time.monotonic()
        terminal.hold(terminal.down, presses, 0.033)
        terminal.rest(2)
        found = {"first screen, bytes": first}
        if pyte:
            row, all_rows = shown_since(terminal, first, size)
            found |= {"the last key's row, s": row - begun, "all rows, s": all_rows - begun}
        return found | {"last byte, s": terminal.last - begun, "bytes": len(terminal.received) - first}


def shown_since(terminal, first, size):
    """When the row of the last key, where the cursor is, and when the whole list were there: the left half of the screen, for
    beside the list may be other things that come later."""
    screen = pyte.Screen(*size)
    stream = pyte.ByteStream(screen)
    stream.feed(terminal.received[:first])
    shots, start = [], first
    for when, end in terminal.arrived:
        if end > first:
            stream.feed(terminal.received[start:end])
            shots.append((when, [row[:size[0] // 2] for row in screen.display]))
            start = end
    last = shots[-1][1]
    different = [when for when, rows in shots if rows != last]
    cursor = screen.cursor.y
    away = [when for when, rows in shots if rows[cursor] != last[cursor]]
    after = lambda times: next(when for when, _ in shots if not times or when > times[-1])
    return after(away), after(different)


def records(count, catalogue, home):
    """The records as JSON lines for the demo, and their titles as every other program takes them."""
    path = home / "records.jsonl"
    if catalogue:
        opened = lzma.open(catalogue, "rt") if catalogue.suffix == ".xz" else catalogue.open()
        with opened as source, path.open("w") as target:
            target.writelines(source)
    else:
        bounds.made(path, count)
    titles = []
    for line in path.open():
        title = json.loads(line).get("title") or ""
        titles.append(" ".join((title if isinstance(title, str) else str(title)).split()) or "-")
    (home / "titles").write_text("\n".join(titles) + "\n")
    return path, titles


def mailbox(titles, path):
    with path.open("w") as file:
        for number, title in enumerate(titles):
            file.write(f"From a@b Thu Jan  1 00:00:00 2026\nFrom: a@b\nMessage-ID: <{number}@b>\nSubject: {title}\n\n.\n\n")


def repository(titles, path):
    subprocess.run(["git", "init", "-q", path], check=True)
    text = []
    for number, title in enumerate(titles):
        message = title.encode()
        text.append(b"commit refs/heads/main\ncommitter A <a@b> %d +0000\ndata %d\n%s\n" % (number, len(message), message))
    subprocess.run(["git", "-C", path, "fast-import", "--quiet"], input=b"".join(text), check=True)
    subprocess.run(["git", "-C", path, "symbolic-ref", "HEAD", "refs/heads/main"], check=True)


def peers(programs, titles, discovery, home):
    listed = home / "list"
    subprocess.run(["cc", "-O2", "-o", listed, top / "Benchmarks/BareList/list.c", "-lncursesw"], check=True)
    found = []
    for selection in ("marker", "bar"):
        found.append(Peer(f"bare list, {selection}", [listed, home / "titles", selection], titles[0][:20]))
        found.append(Peer(
            f"portal, {selection}", [programs / "portal", "--discovery", discovery, "--selection", selection],
            " datasets ·"))
    if shutil.which("mutt"):
        mailbox(titles, home / "mailbox")
        options = ["-n", "-R", "-F", "/dev/null", "-e", f"set folder='{home}'"]
        found.append(Peer("mutt", ["mutt", *options, "-f", home / "mailbox"], "Mutt:"))
    if shutil.which("tig"):
        repository(titles, home / "repository")
        found.append(Peer("tig", ["sh", "-c", f"cd '{home}/repository' && exec tig"], "[main]"))
    if shutil.which("fzf"):
        found.append(Peer("fzf", ["sh", "-c", f"exec fzf --layout=reverse < '{home}/titles'"], f"{len(titles)}/"))
    for name in ("mutt", "tig", "fzf"):
        if not shutil.which(name):
            print(f"Left out: {name}, which is not installed.")
    return found


def table(title, figures, floors):
    """A line a program: each figure, and its ratio to the bare list that marks its row the same way."""
    names = list(next(iter(figures.values())))
    print(f"\n{title}\n\n| program | " + " | ".join(names) + " |\n|---" * 1 + "|---" * len(names) + "|")
    for peer, values in figures.items():
        floor = figures[floors["bar" if peer.endswith("bar") else "marker"]]
        cells = [f"{values[name]:,.{0 if values[name] >= 10 else 1}f} ({values[name] / floor[name]:.1f}×)"
                 if floor[name] else f"{values[name]:,.0f}" for name in names]
        print(f"| {peer} | " + " | ".join(cells) + " |")


def medians(found):
    return {name: statistics.median(one[name] for one in found) for name in found[0]}


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    catalogue = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    programs = pathlib.Path(os.environ.get("PORTAL_BIN", top / ".build/shipped/bin")).resolve()
    floors = {"marker": "bare list, marker", "bar": "bare list, bar"}
    with tempfile.TemporaryDirectory(prefix="portal-peers-", ignore_cleanup_errors=True) as place:
        home = pathlib.Path(place)
        path, titles = records(count, catalogue, home)
        with bounds.Demo(programs, path, home, data=f"{home}/demo") as demo:
            compared = peers(programs, titles, demo.discovery, home)
            found = {peer.name: [] for peer in compared}
            # Alternating, so that what else the machine does falls on all; the first round keeps portal's last results.
            for turn in range(rounds + 1):
                for peer in compared:
                    one = measure(peer, home)
                    if turn:
                        found[peer.name].append(one)
            table(f"{len(titles):,} records, {columns}×{rows}, medians of {rounds} rounds (and times the bare list)",
                  {name: medians(each) for name, each in found.items()}, floors)
            for size in ((120, 40), (80, 24)):
                slow = {peer.name: held_on_a_line(peer, home, size) for peer in compared if "tig" != peer.name}
                table(f"{presses} held Downs at 9,600 bit/s, 150 ms each way, {size[0]}×{size[1]}", slow, floors)


if __name__ == "__main__":
    main()

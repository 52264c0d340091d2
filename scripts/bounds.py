#!/usr/bin/env python3
"""What a key costs the shipped programs, in counts that a busy machine cannot shake, held against Benchmarks/bounds.json.

    scripts/bounds.py [SCENE…]             measure PORTAL_BIN (by default what `make release` shipped), and compare
    scripts/bounds.py --record [SCENE…]    write what was measured as the figures of today
    scripts/bounds.py --to FILE            keep what was measured, as JSON
    scripts/bounds.py --compare A B        two such files side by side; fails where B is more than 5 % above A

Scenes are sizes, start, list, preview, scroll, search, form, idle, commands and demo; all of them by default. `make bounds`
runs this.

Instructions and allocations are those of the thread of the user interface, counted by callgrind: a wait costs none of
either, so they are the same on a machine that does much else. Of a command and of the demo, which have no screen, they are
those of all threads. Bytes, wake-ups and memory are taken without callgrind.
Where a count cannot be had it is left out, and that is said. Counters of the processor (`perf stat`) are not asked for:
virtual machines seldom have them, and two ways to count would be two figures.

BOUNDS_RAW=1 shows each press. The counts by function are kept in .build/bounds, for callgrind_annotate.
"""
import argparse, contextlib, fcntl, json, os, pathlib, pty, re, select, shutil, signal, struct, subprocess, sys, tempfile
import termios, time

top = pathlib.Path(__file__).resolve().parent.parent
table = top / "Benchmarks/bounds.json"
work = top / ".build/bounds"
question, answer = b"\x1b[5n", b"\x1b[0n"
# glibc's ways to allocate; Swift's objects and C++'s come through them.
allocators = {"malloc", "calloc", "realloc", "memalign"}
down, up, page_down, page_up, backspace = "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[5~", "\x7f"


class Stopped(Exception):
    """The measurement cannot go on."""


class Terminal:
    """A program on a pseudo-terminal that answers as an xterm does, with callgrind under it or without."""

    patience = 180

    def __init__(self, programs, arguments, home, columns=120, rows=40, counted=False, name="run", command=None):
        """The portal of `programs`, or another command."""
        self.received, self.counted, self.parts = b"", counted, 0
        self.dumps = work / name
        command = command or [str(programs / "portal"), *arguments]
        environment = {
            "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color", "HOME": str(home), "NO_MOTION": "1",
            "TMPDIR": str(home), **{f"XDG_{kind}_HOME": f"{home}/{kind.lower()}" for kind in ("DATA", "CONFIG", "CACHE", "STATE")},
            # Hashes that differ from run to run would cost other instructions each time.
            "SWIFT_DETERMINISTIC_HASHING": "1",
        }
        if counted:
            shutil.rmtree(self.dumps, ignore_errors=True)
            self.dumps.mkdir(parents=True)
            command = callgrind(self.dumps) + command
        self.process, self.line = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], command, environment)
        self.home = home

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            os.kill(self.process, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.process, 0)
        os.close(self.line)

    def pump(self, seconds):
        """Reads what the program writes for so long, and answers its questions."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.line], [], [], left)[0]:
                try:
                    self.received += os.read(self.line, 65536)
                except OSError:
                    raise Stopped("portal ended:\n" + self.tail())
                asked = self.received.count(question)
                os.write(self.line, answer * (asked - getattr(self, "answered", 0)))
                self.answered = asked

    def tail(self):
        return re.sub(r"\x1b[^a-zA-Z]*[a-zA-Z]", " ", self.received[-1500:].decode(errors="replace"))

    def wait(self, text, start=0):
        self.until(lambda: text.encode() in self.received[start:], f"“{text}”")

    def until(self, condition, what):
        end = time.monotonic() + self.patience
        while not condition():
            if time.monotonic() > end:
                raise Stopped(f"{what} did not come:\n" + self.tail())
            self.pump(0.02)

    def type(self, text):
        os.write(self.line, text.encode())

    def press(self, key):
        """Presses a key, waits for what it shows, and until nothing is going on any more."""
        before = len(self.received)
        self.type(key)
        self.until(lambda: len(self.received) > before, f"an answer to {key!r}")
        self.settle()
        return len(self.received) - before

    def settle(self, seconds=0.6):
        """Waits until the program has slept for a while: no bytes, no CPU of its main thread, none to speak of elsewhere."""
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            before = (len(self.received), self.cpu())
            states = set()
            for _ in range(6):
                self.pump(seconds / 6)
                states.add(self.state())
            (main, all_before), (now, all_now) = before[1], self.cpu()
            # Swift's own thread pool looks at itself once a second; under callgrind that takes some milliseconds.
            if len(self.received) == before[0] and main == now and states == {"S"} and all_now - all_before < 2e7:
                return
        raise Stopped("The program does not come to rest:\n" + self.tail())

    def tasks(self):
        return os.listdir(f"/proc/{self.process}/task")

    def cpu(self):
        """Nanoseconds of the main thread, and of all."""
        times = {}
        for task in self.tasks():
            try:
                times[task] = int(pathlib.Path(f"/proc/{self.process}/task/{task}/schedstat").read_text().split()[0])
            except FileNotFoundError:
                pass
        return times[str(self.process)], sum(times.values())

    def state(self):
        return pathlib.Path(f"/proc/{self.process}/stat").read_text().rsplit(")", 1)[1].split()[0]

    def switches(self):
        """How often each thread went to sleep and was woken."""
        found = {}
        for task in self.tasks():
            text = pathlib.Path(f"/proc/{self.process}/task/{task}/status").read_text()
            found[task] = int(re.search(r"^voluntary_ctxt_switches:\s+(\d+)", text, re.M)[1])
        return found

    # Callgrind

    def tell(self, command):
        run = subprocess.run(
            ["vgdb", f"--pid={self.process}", *command.split()], capture_output=True, text=True,
            env={**os.environ, "TMPDIR": str(self.home)})
        if run.returncode != 0:
            raise Stopped(f"callgrind does not answer: {run.stderr}")

    def zero(self):
        self.tell("zero")

    def counts(self, symbols):
        """Instructions and allocations of the main thread since the last zero or dump."""
        self.tell("dump")
        self.parts += 1
        return read_dump(self.dumps / f"out.{self.parts}-01", symbols)

    def finish(self):
        self.type("q")
        try:
            while True:
                self.pump(0.1)
        except Stopped:
            pass


def callgrind(dumps):
    return ["valgrind", "--tool=callgrind", "--separate-threads=yes", "--quiet", f"--log-file={dumps}/log",
            f"--callgrind-out-file={dumps}/out"]


def read_dump(path, symbols):
    instructions, calls, names, called = 0, 0, {}, False
    for line in path.read_text().splitlines():
        if line.startswith("cfn="):
            number, _, name = line[4:].partition(" ")
            if name:
                names[number] = name
            called = names.get(number) in symbols if symbols else False
        elif line.startswith("fn="):
            number, _, name = line[3:].partition(" ")
            if name:
                names[number] = name
        elif line.startswith("calls=") and called:
            calls += int(line[6:].split()[0])
        elif line.startswith("summary: "):
            instructions = int(line[9:].split()[0])
    return instructions, calls if symbols else None


def build_id(path):
    run = subprocess.run(["readelf", "-n", str(path)], capture_output=True, text=True)
    return (re.search(r"Build ID: (\w+)", run.stdout) or [None, None])[1]


def allocator_addresses(program, built):
    """Where the shipped program, which has no symbols, has its allocators: what it was made from tells. Empty without."""
    if built.suffix == ".nm":
        listing = built.read_text()
    elif built.exists() and build_id(built) == build_id(program):
        listing = subprocess.run(["nm", str(built)], capture_output=True, text=True).stdout
    else:
        return set()
    found = set()
    for line in listing.splitlines():
        address, _, rest = line.partition(" ")
        if rest[2:] in allocators:
            found.add("0x" + address)
    return found


def read_all(dumps, symbols):
    """The same of all threads together."""
    each = [read_dump(path, symbols) for path in sorted(dumps.glob("out-*"))]
    return sum(one[0] for one in each), sum(one[1] for one in each) if symbols else None


def clean(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def environment(home):
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(home), "TMPDIR": str(home),
            "SWIFT_DETERMINISTIC_HASHING": "1"}


def made(path, count):
    """A catalogue of so many datasets of about a kilobyte each, always the same."""
    words = ("genome exome cohort variant allele frequency tumour biopsy control family sequence panel read depth coverage "
             "phenotype consent registry follow-up treatment survival kidney liver heart lung brain blood saliva").split()
    with path.open("w") as file:
        for number in range(count):
            text = " ".join(words[(number * 7 + step * step) % len(words)] for step in range(90))
            file.write(json.dumps({
                "id": f"made-{number}", "identifier": f"EGAD{number:011}", "title": f"Genomes of cohort {number}: {text[:40]}",
                "description": text, "publisher": f"Centre {number % 97}", "themes": ["Health"],
                "keywords": [words[number % len(words)], words[number * 3 % len(words)]], "accessRights": "restricted",
                "modified": f"20{number % 24:02}-0{number % 9 + 1}-1{number % 10}", "individuals": number % 5000,
                "distributions": [{"title": "Variants", "format": "VCF"}, {"title": "Reads", "format": "CRAM"}],
            }) + "\n")
    return path


class Demo:
    """A demo portal over a catalogue, alone."""

    def __init__(self, programs, catalogue, home, data=None, under=()):
        keeping = ["--data", data] if data else ["--ephemeral"]
        self.process = subprocess.Popen(
            [*under, programs / "portal-demo", "serve", "--end-with-stdin", "--catalogue", catalogue, *keeping],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(home))

    def __enter__(self):
        line = self.process.stdout.readline()
        if not line:
            raise Stopped("portal-demo ended before it listened")
        self.discovery = json.loads(line)["discovery"]
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(60)

    def peak(self):
        """The most that was ever resident, in KiB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"^VmHWM:\s+(\d+) kB", status, re.M)[1])


class Measurement:
    def __init__(self, programs, symbols, counted):
        self.programs, self.symbols, self.counted = programs, symbols, counted
        self.figures, self.skipped = {}, []

    def add(self, name, value):
        if value is None:
            return
        self.figures[name] = value
        print(f"{name}: {value:,}", flush=True)

    def place(self):
        return tempfile.TemporaryDirectory(prefix="portal-bounds-", ignore_cleanup_errors=True)

    def passes(self):
        """Without callgrind for the bytes, with it for the rest."""
        return [False, True] if self.counted else [False]

    def key(self, terminal, name, key, undo=None, rounds=5):
        """What a key costs that is pressed and taken back some times: the cheapest press, which found everything warm and
        nothing else to do. The next one costs the same to a tenth of a per cent, on any day and under any load. Without
        `undo` each press meets another row: then it is the middle one."""
        found = []
        # Without callgrind a press is quick, and with more of them the fewest bytes are always among them.
        for _ in range(rounds if terminal.counted else 2 * rounds):
            if terminal.counted:
                terminal.zero()
            sent = terminal.press(key)
            found.append(terminal.counts(self.symbols) if terminal.counted else (sent,))
            if undo is not None:
                terminal.press(undo)
        if os.environ.get("BOUNDS_RAW"):
            print(name, found, flush=True)
        found.sort()
        cost = found[0 if undo is not None else len(found) // 2]
        if terminal.counted:
            self.add(f"{name}: instructions", cost[0])
            self.add(f"{name}: allocations", cost[1])
        else:
            self.add(f"{name}: bytes", cost[0])

    # Scenes

    def start(self):
        if self.counted:
            dumps = work / "version"
            shutil.rmtree(dumps, ignore_errors=True)
            dumps.mkdir(parents=True)
            subprocess.run(callgrind(dumps) + [str(self.programs / "portal"), "--version"], check=True,
                           stdout=subprocess.DEVNULL, env={"LANG": "C.UTF-8", "SWIFT_DETERMINISTIC_HASHING": "1"})
            self.count("--version", [read_dump(dumps / "out-01", self.symbols)])
        with self.place() as home:
            with Terminal(self.programs, ["--demo"], home) as first:
                self.shown(first)
                first.finish()
            # From the results of the run before, as usual.
            for counted in self.passes():
                found = []
                for _ in range(3):
                    with Terminal(self.programs, ["--demo"], home, counted=counted, name="start") as terminal:
                        self.shown(terminal)
                        found.append(terminal.counts(self.symbols) if counted else (len(terminal.received),))
                        terminal.finish()
                if counted:
                    self.count("start to rest", found)
                else:
                    self.add("start to rest: bytes", min(found)[0])

    def count(self, name, found):
        if os.environ.get("BOUNDS_RAW"):
            print(name, found, flush=True)
        instructions, allocations = min(found)
        self.add(f"{name}: instructions", instructions)
        self.add(f"{name}: allocations", allocations)

    def shown(self, terminal):
        terminal.wait(" datasets \u00b7")
        terminal.settle(1.2)

    # All keys on 80×24: no preview follows them there, which comes when it comes.

    def list(self):
        for counted in self.passes():
            for selection in ("marker", "bar"):
                with self.opened(["--selection", selection], counted, selection) as terminal:
                    self.key(terminal, f"Down ({selection})", down, undo=up)
                    if selection == "marker":
                        self.key(terminal, "PageDown", page_down, undo=page_up)
                        # The first time fetches what is kept afterwards.
                        terminal.press("\r")
                        terminal.press("h")
                        self.key(terminal, "opening a dataset", "\r", undo="h")
                        terminal.press("f")
                        self.key(terminal, "a letter in the facets", "a", undo=backspace)

    def preview(self):
        for counted in self.passes():
            with self.opened([], counted, "preview", columns=120, rows=40) as terminal:
                self.key(terminal, "Down and its preview (120×40)", down, undo=up)

    def scroll(self):
        for counted in self.passes():
            with self.opened([], counted, "scroll") as terminal:
                # To the last row in sight, after which a Down scrolls by one; and there again each time.
                place = "g" + 3 * page_down + 12 * down
                terminal.press(place)
                self.key(terminal, "a Down that scrolls", down, undo=place)

    def search(self):
        for counted in self.passes():
            with self.opened([], counted, "search") as terminal:
                terminal.press("/")
                for letter in "geno":
                    terminal.press(letter)
                self.key(terminal, "a letter in the search", "m", undo=backspace)

    def form(self):
        for counted in self.passes():
            with self.opened(["--ephemeral"], counted, "form") as terminal:
                for key in ("b", "2", "n"):
                    terminal.press(key)
                terminal.press("\x0e")
                terminal.wait("Title of the project")
                terminal.press("G")
                self.key(terminal, "a letter in a form", "e", undo=backspace)
                self.key(terminal, "Tab in a form", "\t", undo="\x1b[Z")
                if not counted:
                    self.row_of_letters(terminal)

    def row_of_letters(self, terminal):
        """Letters as they are typed, each as soon as the one before is shown."""
        # What was typed before is saved, here and at the portal.
        terminal.pump(5)
        before = len(terminal.received)
        for letter in "genomic data":
            sent = len(terminal.received)
            terminal.type(letter)
            terminal.until(lambda: len(terminal.received) > sent, f"an answer to {letter!r}")
            terminal.pump(0.05)
        self.add("12 letters in a row in a form: bytes", len(terminal.received) - before)
        terminal.settle(1.5)

    @contextlib.contextmanager
    def opened(self, arguments, counted, name, columns=80, rows=24):
        with self.place() as home, Terminal(
                self.programs, ["--demo", *arguments], home, columns, rows, counted, name) as terminal:
            self.shown(terminal)
            yield terminal

    def idle(self):
        with self.place() as home, Terminal(self.programs, ["--demo"], home) as terminal:
            self.shown(terminal)
            main, found = str(terminal.process), []
            # The first ten seconds may still hold a connection that is let go.
            for _ in range(3):
                terminal.settle(3)
                before = terminal.switches()
                terminal.pump(10)
                after = terminal.switches()
                found.append((
                    after[main] - before[main], sum(after[task] - before.get(task, 0) for task in after)))
            if os.environ.get("BOUNDS_RAW"):
                print("idle", found, flush=True)
            self.add("10 s of rest: wake-ups of the main thread", min(main for main, _ in found))
            self.add("10 s of rest: wake-ups of all threads", min(every for _, every in found))
            rollup = pathlib.Path(f"/proc/{terminal.process}/smaps_rollup").read_text()
            # What was written is the program's own; what it only reads is the file's, and others' who run it.
            self.add("at rest: KiB of private memory written", int(re.search(r"^Private_Dirty:\s+(\d+)", rollup, re.M)[1]))
            terminal.finish()

    def commands(self):
        """What `portal search --json` costs beside a demo portal that is up, start and keeping the answers included."""
        if not self.counted:
            return
        with self.place() as home:
            catalogue = made(pathlib.Path(home) / "made.jsonl", 2000)
            with Demo(self.programs, catalogue, home) as demo:
                for limit in (100, 1000):
                    name = f"search --json of {limit:,}"
                    found = []
                    for _ in range(3):
                        dumps = clean(work / "commands")
                        subprocess.run(
                            callgrind(dumps) + [self.programs / "portal", "search", "--json", "--limit", str(limit),
                                                "--discovery", demo.discovery],
                            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(home))
                        found.append(read_all(dumps, self.symbols))
                    self.count(name, found)

    def demo(self):
        """Reading a catalogue: what it costs, and that what is in memory does not grow with it."""
        with self.place() as home:
            few, many = 10_000, 40_000
            peaks = {}
            for count in (few, many):
                catalogue = made(pathlib.Path(home) / f"{count}.jsonl", count)
                with Demo(self.programs, catalogue, home, data=f"{home}/{count}") as demo:
                    peaks[count] = demo.peak()
            self.add(f"portal-demo after {few:,} made datasets: KiB at its peak", peaks[few])
            self.add(f"portal-demo with {many - few:,} more: KiB that its peak is higher", max(0, peaks[many] - peaks[few]))
            if self.counted:
                catalogue = made(pathlib.Path(home) / "2000.jsonl", 2000)
                dumps = clean(work / "demo")
                with Demo(self.programs, catalogue, home, data=f"{home}/counted", under=callgrind(dumps)):
                    pass
                # The allocators of this program are not known.
                self.add("portal-demo reading 2,000 made datasets: instructions", read_all(dumps, set())[0])

    def sizes(self):
        for name in ("portal", "portal-demo"):
            self.add(f"size of {name}: bytes", (self.programs / name).stat().st_size)

    scenes = ("sizes", "start", "list", "preview", "scroll", "search", "form", "idle", "commands", "demo")


def margin_of(name):
    """How much more than the figure of today is let pass: a part of it, and a number."""
    if name.endswith(("instructions", "allocations")):
        return 0.05, 0
    if name.startswith("size of"):
        return 0.02, 0
    if "memory" in name:
        return 0.05, 0
    if name.endswith("KiB at its peak"):
        return 0.1, 0
    if name.endswith("KiB that its peak is higher"):
        # Which threads have begun to allocate when; with the file in memory it would be 30 MB.
        return 0, 4096
    if name.endswith("wake-ups of the main thread"):
        # A window of ten seconds holds two or three looks of five.
        return 0, 2
    if "wake-ups of all" in name:
        return 0, 4
    if name == "start to rest: bytes":
        # It tells how long ago the results were fetched, in more or fewer letters and frames.
        return 0.05, 0
    if name in (
            "12 letters in a row in a form: bytes", "a letter in the search: bytes", "Down and its preview (120×40): bytes"):
        # Of what comes from elsewhere a frame more or less is drawn, as it comes.
        return 0.15, 0
    return 0, 0


def bound_of(entry):
    return int(entry["figure"] * (1 + entry["margin"]) + entry.get("plus", 0))


advice = """
Exceeded: this build costs more than the table allows. Find the cost before anything else:

    BOUNDS_RAW=1 scripts/bounds.py SCENE        each press by itself; the dumps stay in .build/bounds
    callgrind_annotate .build/bounds/SCENE/out.N-01   (of a program with symbols: PORTAL_BIN=.build/release)

and mend it. If the price is right, `make bounds RECORD=1` writes the new figures; the commit's message says what is got
for them."""


def held(figures, scenes_all):
    """Prints figures beside bounds. Returns whether all are kept."""
    known = json.loads(table.read_text())["bounds"]
    kept, cheaper = True, []
    print(f"\n{'':52}{'measured':>14}{'bound':>14}")
    for name, value in figures.items():
        entry = known.get(name)
        if entry is None:
            print(f"{name:52}{value:>14,}{'none':>14}  NOT IN THE TABLE: make bounds RECORD=1")
            kept = False
            continue
        bound = bound_of(entry)
        print(f"{name:52}{value:>14,}{bound:>14,}{'' if value <= bound else '  EXCEEDED'}")
        kept = kept and value <= bound
        if value < entry["figure"] * (0.98 - entry["margin"]) - entry.get("plus", 0):
            cheaper.append(name)
    if scenes_all:
        for name in known.keys() - figures.keys():
            print(f"{name:52}{'not measured':>14}{bound_of(known[name]):>14,}")
    if cheaper:
        print("\nCheaper than the table says by more than the margin; `make bounds RECORD=1` keeps what was won:")
        print("\n".join(f"    {name}" for name in sorted(cheaper)))
    if not kept:
        print(advice)
    return kept


def record(figures):
    known = json.loads(table.read_text())["bounds"] if table.exists() else {}
    for name, value in figures.items():
        part, plus = margin_of(name)
        known[name] = {"figure": value, "margin": part, **({"plus": plus} if plus else {})}
    text = {
        "about": "What the shipped programs cost, by scripts/bounds.py: the figure when it was recorded, and the part of "
        "it (and the number) that may come on top.",
        "bounds": known,
    }
    table.write_text(json.dumps(text, indent=2, ensure_ascii=False) + "\n")


def compare(before, after):
    first, second = (json.loads(pathlib.Path(path).read_text()) for path in (before, after))
    kept = True
    print(f"{'':52}{'before':>14}{'after':>14}{'change':>10}")
    for name in first:
        if name in second:
            change = (second[name] - first[name]) / first[name] * 100 if first[name] else 0.0
            grown = second[name] > first[name] * 1.05
            kept = kept and not grown
            print(f"{name:52}{first[name]:>14,}{second[name]:>14,}{change:>9.1f}%{'  GREW' if grown else ''}")
    return kept


def main():
    parser = argparse.ArgumentParser(description="Bounds of what the shipped programs cost")
    parser.add_argument("scene", nargs="*", choices=[*Measurement.scenes, []])
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--to", type=pathlib.Path)
    parser.add_argument("--compare", nargs=2, type=pathlib.Path)
    parser.add_argument("--symbols", type=pathlib.Path, help="the program before it was stripped, or what nm says of it")
    options = parser.parse_args()
    if options.compare:
        return 0 if compare(*options.compare) else 1
    programs = pathlib.Path(os.environ.get("PORTAL_BIN", top / ".build/shipped/bin")).resolve()
    portal = programs / "portal"
    if not portal.exists():
        sys.exit(f"{portal} is missing: make release builds it.")
    version = subprocess.run([portal, "--version"], capture_output=True, text=True).stdout.strip()
    if "release build" not in version:
        sys.exit(f"{portal} is no release build, and costs what no user pays: {version}")
    print(version)
    counted = shutil.which("valgrind") is not None and shutil.which("vgdb") is not None
    symbols = set()
    for built in [options.symbols] if options.symbols else sorted(top.glob(".build/*/release/portal")):
        symbols = symbols or allocator_addresses(portal, built)
    if not counted:
        print("Left out: instructions and allocations, for there is no valgrind (scripts/install-dependencies.sh).")
    elif not symbols:
        print("Left out: allocations, for the program with the symbols of this one is not under .build.")
    measurement = Measurement(programs, symbols, counted)
    try:
        for scene in options.scene or Measurement.scenes:
            getattr(measurement, scene)()
    except Stopped as stopped:
        sys.exit(f"The measurement stopped: {stopped}")
    if options.to:
        options.to.write_text(json.dumps(measurement.figures, indent=2) + "\n")
    if options.record:
        record(measurement.figures)
        print(f"Recorded in {table.relative_to(top)}.")
        return 0
    return 0 if held(measurement.figures, not options.scene) else 1


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Proof at scale: kills, lost answers, random keys and hostile answers, in slices, going on where the last run ended.

    scripts/torture.py run [KIND…]      until the scale is reached; --minutes N ends it sooner, --lanes N at a time
    scripts/torture.py report [KIND…]   the totals so far
    scripts/torture.py again KIND SEED  one slice once more, of as many rounds as it had

A slice is one kind with one seed, by a test of StoryTests or PortalViewsTests. Each is a line of JSON in
.build/torture/slices.jsonl: kind, seed, asked, count, result, facts, when, seconds, program (what --version says) and
tests (the commit). What a red slice wrote is kept in .build/torture/red/. The last line of a kind and seed counts: a
slice that was red, and is green once the defect is mended, is run again by `again`. While any is red the exit status
is 1. ^C ends after the slices under way.

The programs are those of PORTAL_BIN, by default what `make release` shipped. The tests are copied when a run begins, so
that building meanwhile does not disturb it.
"""
import argparse, collections, datetime, json, os, pathlib, shutil, signal, subprocess, sys, threading, time

top = pathlib.Path(__file__).resolve().parent.parent
work = top / ".build/torture"
state = work / "slices.jsonl"
red = work / "red"

Kind = collections.namedtuple("Kind", "unit scale slice test optimised", defaults=(False,))

# Ten thousand kills altogether. The order of the table is that of the report.
kinds = {
    "typing": Kind("kills", 2500, 50, "whatTheScreenCalledSavedIsThereAfterAKillAtAnyMoment"),
    "create": Kind("kills", 1500, 36, "aRequestIsMadeOnceHoweverTheProgramIsKilledMeanwhile"),
    "submit": Kind("kills", 1500, 36, "aRequestIsSubmittedOnceHoweverTheProgramIsKilledMeanwhile"),
    "request": Kind("kills", 2000, 60, "aWholeRequestSurvivesKillsAtEveryStage"),
    "attach": Kind("kills", 1000, 100, "aFileIsAttachedOnceHoweverTheCommandIsKilledMeanwhile"),
    "upload": Kind("kills", 500, 25, "aFileOfAnAnswerIsThereOnceHoweverTheProgramIsKilledMeanwhile"),
    "renewal": Kind("kills", 1000, 100, "aRenewalThatIsKilledIsToldAndOneThatIsInterruptedKeepsTheLogin"),
    # In the model and its views, from every screen that is recorded.
    "keys": Kind("keys", 1_000_000, 25_000, "anyKeysAnywhere", True),
    # Of all dialects, damaged on the way to the program's own client, model and screens.
    "answers": Kind("answers", 100_000, 4_000, "everyAnswerIsReadOrToldAsAnError"),
    # Each call of a submission in all three dialects, lost, late and cut off.
    "calls": Kind("rounds", 3000, 300, "aRequestIsThereExactlyOnce"),
}
# Of one call: the rounds of a slice are shared by all of them.
calls = 15


def lines() -> list[dict]:
    return [json.loads(line) for line in state.read_text().splitlines()] if state.exists() else []


def latest() -> dict[tuple[str, int], dict]:
    return {(line["kind"], line["seed"]): line for line in lines()}


def said(*command: str) -> str:
    run = subprocess.run(command, cwd=top, capture_output=True, text=True)
    return run.stdout.splitlines()[0].strip() if run.returncode == 0 and run.stdout else "unknown"


class Run:
    """Slices, several at a time, each in a process of its own."""

    def __init__(self, names: list[str], minutes: float, lanes: int):
        self.names = names
        self.end = time.monotonic() + minutes * 60 if minutes else float("inf")
        self.lanes = lanes
        self.lock = threading.Lock()
        self.stopped = threading.Event()
        self.under_way: dict[str, int] = collections.Counter()
        self.seeds = {name: max([line["seed"] for line in lines() if line["kind"] == name], default=0) for name in names}
        self.bundles: dict[bool, pathlib.Path] = {}
        programs = pathlib.Path(os.environ.get("PORTAL_BIN", top / ".build/shipped/bin"))
        if not (programs / "portal").exists():
            sys.exit(f"torture: there is no program in {programs}: run make release, or set PORTAL_BIN")
        self.environment = os.environ | {"PORTAL_BIN": str(programs)}
        self.program = said(str(programs / "portal"), "--version")
        self.tests = said("git", "rev-parse", "--short=12", "HEAD")

    def prepare(self) -> None:
        red.mkdir(parents=True, exist_ok=True)
        for optimised in {kinds[name].optimised for name in self.names}:
            built = [top / ".build/debug/portalPackageTests.xctest"]
            if optimised:
                built.append(top / ".build/optimised/release/optimisedPackageTests.xctest")
            newest = max((path for path in built if path.exists()), key=lambda path: path.stat().st_mtime, default=None)
            if newest is None:
                sys.exit("torture: the tests are not built: swift build --build-tests")
            # Beside each other, so that runs at the same time do not share one.
            self.bundles[optimised] = work / f"{os.getpid()}-{newest.name}"
            shutil.copy2(newest, self.bundles[optimised])

    def all(self) -> None:
        signal.signal(signal.SIGINT, lambda *_: self.stop())
        signal.signal(signal.SIGTERM, lambda *_: self.stop())
        self.prepare()
        try:
            threads = [threading.Thread(target=self.lane) for _ in range(self.lanes)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        finally:
            for bundle in self.bundles.values():
                bundle.unlink(missing_ok=True)

    def stop(self) -> None:
        print("torture: ends after the slices under way", flush=True)
        self.stopped.set()

    def lane(self) -> None:
        while not self.stopped.is_set() and time.monotonic() < self.end:
            with self.lock:
                chosen = self.next()
            if chosen is None:
                return
            self.slice(*chosen)

    def next(self) -> tuple[str, int, int] | None:
        """The kind that is furthest from its scale, so that whatever ends the run leaves none out."""
        done = totals()
        shares = {name: (done[name]["count"] + self.under_way[name]) / kinds[name].scale for name in self.names}
        name = min(shares, key=lambda name: shares[name])
        if shares[name] >= 1:
            return None
        self.seeds[name] += 1
        self.under_way[name] += kinds[name].slice
        return name, self.seeds[name], kinds[name].slice

    def slice(self, name: str, seed: int, asked: int) -> bool:
        kind = kinds[name]
        report = work / f"{name}-{seed}.report"
        report.write_text("")
        output = work / f"{name}-{seed}.log"
        environment = self.environment | {
            "PORTAL_TORTURE_COUNT": str(asked // calls if name == "calls" else asked),
            "PORTAL_TORTURE_SEED": str(seed), "PORTAL_TORTURE_REPORT": str(report),
        }
        begun = time.monotonic()
        with output.open("w") as log:
            # In a session of its own: ^C is for the run, which lets the slices end.
            process = subprocess.Popen(
                [self.bundles[kind.optimised], "--testing-library", "swift-testing", "--filter", kind.test], cwd=top,
                env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
            try:
                status = process.wait(3600)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                status = process.wait()
        reports = [json.loads(line) for line in report.read_text().splitlines()]
        count = sum(one["count"] for one in reports)
        facts = collections.Counter()
        for one in reports:
            facts.update(one["facts"])
        # Without a report nothing was run, whatever the status says.
        is_green = status == 0 and count > 0
        line = {
            "kind": name, "seed": seed, "asked": asked, "count": count, "result": "green" if is_green else "red",
            "facts": facts, "when": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            "seconds": round(time.monotonic() - begun), "program": self.program, "tests": self.tests,
        }
        with self.lock:
            with state.open("a") as file:
                file.write(json.dumps(line) + "\n")
            self.under_way[name] -= asked
            print(f"torture: {name} {seed}: {count} {kind.unit} in {line['seconds']} s, {line['result']}", flush=True)
            if not is_green:
                kept = red / f"{name}-{seed}.log"
                output.replace(kept)
                print(f"torture: RED: {name}, seed {seed}: {kept}", flush=True)
        output.unlink(missing_ok=True)
        report.unlink()
        return is_green


def totals() -> dict[str, dict]:
    sums = {name: {"count": 0, "slices": 0, "seconds": 0, "red": [], "facts": collections.Counter()} for name in kinds}
    for (name, seed), line in latest().items():
        if name not in sums:
            continue
        total = sums[name]
        total["count"] += line["count"]
        total["slices"] += 1
        total["seconds"] += line["seconds"]
        total["facts"].update(line["facts"])
        if line["result"] == "red":
            total["red"].append(seed)
    return sums


def report(names: list[str]) -> bool:
    sums = totals()
    print(f"{'kind':<10} {'done':>10} {'of':>10}  {'unit':<8} {'slices':>6} {'minutes':>8}  red")
    for name in names:
        kind, total = kinds[name], sums[name]
        print(f"{name:<10} {total['count']:>10,} {kind.scale:>10,}  {kind.unit:<8} {total['slices']:>6}"
              f" {total['seconds'] / 60:>8.1f}  {', '.join(map(str, total['red'])) or '-'}")
        for fact, count in sorted(total["facts"].items()):
            print(f"{'':<10} {count:>10,} {'':>10}  {fact}")
    kills = sum(sums[name]["count"] for name in names if kinds[name].unit == "kills")
    if kills:
        print(f"kills altogether: {kills:,}; the programs: "
              + "; ".join(sorted({line["program"] for line in latest().values() if line["kind"] in names})))
    for name in names:
        for seed in sums[name]["red"]:
            print(f"RED: {name}, seed {seed}: {red / f'{name}-{seed}.log'}; scripts/torture.py again {name} {seed}")
    return not any(sums[name]["red"] for name in names)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=["run", "report", "again"])
    parser.add_argument("words", nargs="*", metavar="KIND", help=", ".join(kinds))
    parser.add_argument("--minutes", type=float, default=0, help="begins no slice after so long; 0 for no bound")
    parser.add_argument("--lanes", type=int, default=2, help="slices at a time")
    options = parser.parse_args()
    if options.action == "again":
        name, seed = options.words[0], int(options.words[1])
        before = latest().get((name, seed), {"asked": kinds[name].slice})
        run = Run([name], 0, 1)
        run.prepare()
        try:
            sys.exit(0 if run.slice(name, seed, before["asked"]) else 1)
        finally:
            for bundle in run.bundles.values():
                bundle.unlink(missing_ok=True)
    names = options.words or list(kinds)
    unknown = [name for name in names if name not in kinds]
    if unknown:
        parser.error(f"no kind is named {', '.join(unknown)}: {', '.join(kinds)}")
    if options.action == "run":
        Run(names, options.minutes, options.lanes).all()
    sys.exit(0 if report(names) else 1)


main()

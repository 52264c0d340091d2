import Testing

/// Started by something that has closed standard input, output and errors, such as a daemon or a shell's `>&-`: what is
/// meant for them must not get into what is opened next. It once went into the pipe that signals are read from, and the
/// first letter of the output was taken for a signal's number.
struct ClosedDescriptorTests {
    @Test(arguments: [
        ["keys"], ["config", "show"], ["health", "--discovery", "http://127.0.0.1:9/x", "--json"],
        ["basket", "list", "--ephemeral", "--discovery", "http://127.0.0.1:9/x"],
    ])
    func nothingIsWrittenIntoWhatIsOpenedNext(words: [String]) throws {
        let home = try TestHome()
        let line = "portal \(words.joined(separator: " "))"
        let closed = try ShellRun(["/bin/sh", "-c", "(\(line) <&- >&- 2>&-); echo $?"], in: home.path)
        // Of nobody who could be told: it is the status that speaks.
        let usual = try ShellRun(["/bin/sh", "-c", "\(line) >/dev/null 2>&1; echo $?"], in: home.path)
        let allowed = words[0] == "basket" || usual.output == "5\n" ? ["1\n", usual.output] : ["1\n"]
        #expect(allowed.contains(closed.output))
    }

    @Test func aClosedOutputIsTold() throws {
        let home = try TestHome()
        let run = try ShellRun(["/bin/sh", "-c", "portal keys <&- >&-; echo $?"], in: home.path)
        #expect(run.output.contains("could not be written to standard output: Bad file descriptor"))
        #expect(run.output.hasSuffix("1\n"))
    }
}

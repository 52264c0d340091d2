import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// However the program ends, the next one finds the terminal as it was and the next start finds the words.
    @Suite struct Signals {
        /// A shell around the program says what of the terminal is left: `stty` knows more than the screen does.
        private static let afterwards = "\"$@\"; echo \"ended with $?\"; stty -a; exec cat"

        private func start(_ story: PortalStory) async throws {
            try await story.start(
                ["sh", "-c", Self.afterwards, "sh", try ProgramUnderTest.portal(), "--demo"],
                columns: 100, rows: 40, environment: ["SWIFT_BACKTRACE": "enable=no"])
        }

        /// The shell's child, which is the program, once it runs.
        private func program(of story: PortalStory) async throws -> pid_t {
            let shell = try await story.programIdentifier()
            return try #require(Processes.children(of: shell).first { Processes.name(of: $0) == "portal" })
        }

        private func expectRestored(_ story: PortalStory, status: Int32) async throws {
            let screen = try await story.expect("the settings of the terminal") {
                $0.contains("ended with \(status)") && $0.contains("iexten")
            }
            for setting in ["icanon", "isig", "echo", "icrnl", "opost", "ixon"] {
                let words = screen.split { $0.isWhitespace || $0 == ";" }
                #expect(words.contains(Substring(setting)), "\(setting) is not as it was\n\(screen)")
            }
            #expect(try await story.terminalIsRestored())
        }

        @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
        func aSignalEndsTheProgramInOrderAndKeepsTheWords(signal: Int32) async throws {
            let story = try PortalStory()
            try await start(story)
            try await story.beginsARequest()
            let program = try await program(of: story)
            let demo = try #require(Processes.children(of: program).first { Processes.name(of: $0) == "portal-demo" })
            try await story.type("words that nobody waits for")
            try await story.expect("words that nobody waits for")
            kill(program, signal)
            try await expectRestored(story, status: 128 + signal)
            try await ProcessEnd.wait(for: demo)
            // Not yet saved when the signal came, perhaps: the signal is what saves them.
            try await start(story)
            try await story.continuesItsDraft()
            try await story.expect("words that nobody waits for")
            await story.end()
        }

        @Test func aWarningOfAClusterIsNoEnd() async throws {
            let story = try PortalStory()
            try await start(story)
            try await story.beginsARequest()
            let program = try await program(of: story)
            for signal in [SIGUSR1, SIGUSR2, SIGALRM] { kill(program, signal) }
            try await story.type("goes on")
            try await story.expect("goes on")
            kill(program, SIGTERM)
            try await expectRestored(story, status: 128 + SIGTERM)
            await story.end()
        }

        @Test(arguments: [SIGTERM, SIGQUIT, SIGUSR1, SIGALRM])
        func aSignalAtAQuestionForAPassphraseLeavesTheTerminalAsItWas(signal: Int32) async throws {
            let story = try PortalStory()
            try await story.start(
                ["sh", "-c", Self.afterwards, "sh", try ProgramUnderTest.portal(), "keys", "new", "--key", "own"],
                columns: 100, rows: 40, environment: ["SWIFT_BACKTRACE": "enable=no"])
            try await story.expect("passphrase")
            kill(try await program(of: story), signal)
            try await expectRestored(story, status: 128 + signal)
            await story.end()
        }

        @Test func controlZAtAQuestionForAPassphraseStopsAndFgAsksAgain() async throws {
            let story = try PortalStory()
            let portal = try ProgramUnderTest.portal()
            try await story.start(["bash", "--norc", "-i"], environment: ["PS1": "shell> ", "HISTFILE": ""])
            try await story.expect("shell>")
            try await story.type("'\(portal)' keys new --key \"$HOME/own\"")
            try await story.press("Enter")
            try await story.expect("passphrase")
            try await story.type("half")
            try await story.press("C-z")
            try await story.expect("Stopped")
            try await story.type("clear; stty -a | grep -ow -- 'isig\\|icanon\\|echo\\|opost' | wc -l")
            try await story.press("Enter")
            try await story.expect("a plain line") { $0.contains("4\n") }
            try await story.type("fg")
            try await story.press("Enter")
            try await story.expect("passphrase")
            try await story.press("C-c")
            try await story.expect("shell>")
            #expect(!(try await story.screen()).contains("half"))
            try await story.type("exit")
            try await story.press("Enter")
            await story.end()
        }

        @Test(arguments: [SIGSEGV, SIGABRT])
        func aCrashLeavesTheTerminalAsItWas(signal: Int32) async throws {
            let story = try PortalStory()
            try await start(story)
            try await story.beginsARequest()
            try await story.type("what was called saved")
            try await story.expect("the mark beside the words") {
                WizardPage($0).isSavedHere && $0.contains("what was called saved")
            }
            let program = try await program(of: story)
            kill(program, signal)
            try await expectRestored(story, status: 128 + signal)
            let screen = try await story.expect("What you had typed is kept on this machine")
            #expect(!screen.contains("^["), "an answer to the program was typed at the shell\n\(screen)")
            try await start(story)
            try await story.continuesItsDraft()
            try await story.expect("what was called saved")
            await story.end()
        }

        @Test func controlZStopsTheProgramAndFgComesBack() async throws {
            let story = try PortalStory()
            let portal = try ProgramUnderTest.portal()
            try await story.start(["bash", "--norc", "-i"], environment: ["PS1": "shell> ", "HISTFILE": ""])
            try await story.expect("shell>")
            try await story.type("'\(portal)' --demo")
            try await story.press("Enter")
            try await story.beginsARequest()
            try await story.type("before ")
            try await story.expect("before")
            try await story.press("C-z")
            try await story.expect("Stopped")
            try await story.type("stty -a | grep -ow -- 'isig\\|icanon\\|echo\\|opost' | wc -l")
            try await story.press("Enter")
            try await story.expect("a plain line") { $0.contains("\n4\n") }
            try await story.type("fg")
            try await story.press("Enter")
            try await story.expectField("Title of the project")
            try await story.type("and after")
            try await story.expect("before and after")
            // In the background and to the front again, twice in a row.
            for _ in 0..<2 {
                try await story.press("C-z")
                try await story.expect("shell>")
                try await story.type("fg")
                try await story.press("Enter")
                try await story.expect("before and after")
            }
            try await story.press("Escape")
            try await story.expectGone("Research project")
            try await story.press("q")
            try await story.expect("shell>")
            try await story.type("exit")
            try await story.press("Enter")
            #expect(try await story.exitStatus() == 0)
            await story.end()
        }

        @Test func aShutWindowEndsTheProgramAndItsDemoPortal() async throws {
            let story = try PortalStory()
            let terminal = try PtyTerminal(
                [try ProgramUnderTest.portal(), "--demo"], environment: story.home.environment)
            try await terminal.waitFor("Broad Institute")
            let demo = try #require(
                Processes.children(of: terminal.pid).first { Processes.name(of: $0) == "portal-demo" })
            terminal.hangUp()
            #expect(try await terminal.waitForExit() == 128 + SIGHUP)
            try await ProcessEnd.wait(for: demo)
        }
    }
}

extension PortalStory {
    /// From the list to the first field of a new request.
    func beginsARequest() async throws {
        try await expect("datasets ·")
        try await press("b")
        try await expect("Basket 1")
        try await press("2")
        try await expect("kept on this machine")
        try await press("n")
        try await expect("Access is asked for")
        try await press("C-n")
        try await expectField("Title of the project")
    }

    /// After another start: into the one draft that was kept, at its first form.
    func continuesItsDraft() async throws {
        try await expect("was kept: 3 opens the requests")
        try await press("3")
        try await expect("draft ")
        try await press("e")
        try await expect("Title of the project")
    }
}

import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// Machines that lack what one is used to: terminals, locales, a home, a user, a disk, certificates, names.
    @Suite struct Machines {
        private var portal: String { get throws { try ProgramUnderTest.portal() } }

        /// Nothing of the terminals, of locales and of hosts is known here.
        private static let bare = """
            for folder in /etc/terminfo /lib/terminfo /usr/lib/terminfo /usr/share/terminfo /usr/lib/locale; do
                if [ -d "$folder" ]; then mount -t tmpfs none "$folder" || exit 9; fi
            done
            exec "$@"
            """

        @Test(.needsMounts)
        func aKittyFromAMacIsAtHomeOnABareNode() async throws {
            let story = try PortalStory()
            let command = ["unshare", "-m", "sh", "-c", Self.bare, "sh", try portal, "--demo"]
            try await story.start(
                ["env", "TERM=xterm-kitty", "LC_CTYPE=UTF-8", "LANG="] + command, columns: 100, rows: 30)
            try await story.expect("datasets ·")
            try await story.press("Down", "Enter")
            try await story.expect("Overview")
            try await story.press("Escape")
            try await story.expectGone("Overview")
            try await story.press("q")
            #expect(try await story.exitStatus() == 0)
        }

        // More rows than a vt100 has: its cursor would stop at the 24th.
        @Test(.needsMounts, arguments: [("made-up-9000", "xterm-256color"), ("vt220", "vt100")])
        func aTerminalNobodyKnowsIsNamedAndServed(type: String, taken: String) async throws {
            let story = try PortalStory()
            let command = ["unshare", "-m", "sh", "-c", Self.bare, "sh", try portal, "--demo"]
            try await story.start(["env", "TERM=\(type)"] + command, columns: 120, rows: 30)
            try await story.expect("“\(type)”; it is used as \(taken)")
            try await story.expect("datasets ·")
            try await story.press("q")
            #expect(try await story.exitStatus() == 0)
        }

        // MARK: - Nobody's home

        /// As a user that no list names, without a home.
        private static let stranger = ["setpriv", "--reuid", "54321", "--regid", "54321", "--clear-groups"]

        private func run(
            _ wrapper: [String], _ arguments: [String], _ environment: [String: String]
        ) async throws -> CommandRun {
            let base = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TMPDIR": "/tmp", "ASAN_OPTIONS": "detect_leaks=0"]
            return try await CommandRun.run(
                "/usr/bin/env", wrapper + [try portal] + arguments, environment: base.merging(environment) { $1 })
        }

        @Test(.needsRoot, arguments: [nil, ""])
        func whoHasNoHomeCanReadAndIsToldWhatCannotBeKept(home: String?) async throws {
            let environment = home.map { ["HOME": $0] } ?? [:]
            let found = try await run(Self.stranger, ["search", "cancer", "--demo"], environment)
            #expect(found.status == 0, "\(found.words)")
            #expect(found.output.contains("Cancer Genome Atlas"))
            let keys = try await run(Self.stranger, ["keys"], environment)
            #expect(keys.status == 0)
            let basket = try await run(Self.stranger, ["basket", "list", "--demo"], environment)
            #expect(basket.status == 1 && basket.output.isEmpty)
            #expect(basket.words.contains("HOME") && basket.words.contains("XDG_DATA_HOME"), "\(basket.words)")
            let doctor = try await run(Self.stranger, ["doctor", "--demo", "--json"], environment)
            #expect(doctor.output.contains(#""name":"home""#) && doctor.output.contains("set HOME"), "\(doctor.output)")
        }

        @Test(.needsRoot)
        func theScreenOfWhoHasNoHomeWorksInMemoryAndSaysSo() async throws {
            let story = try PortalStory()
            let unset = ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"]
            let command = ["env"] + unset.flatMap { ["-u", $0] } + Self.stranger + [try portal, "--demo"]
            try await story.start(command, columns: 140, rows: 30)
            let notice = try await story.expect("gone with the program")
            #expect(notice.contains("HOME is not set"), "\(notice)")
            try await story.expect("datasets ·")
            try await story.press("q")
            #expect(try await story.exitStatus() == 0)
        }

        @Test(.needsRoot, arguments: ["read-only", "missing", "full"])
        func readingNeedsNoPlaceOnTheDisk(_ state: String) async throws {
            let story = try CommandStory()
            let folder = story.home.path + "/disk"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let prepare =
                switch state {
                case "read-only": "mount -t tmpfs -o ro none '\(folder)'"
                case "full": "mount -t tmpfs -o size=64k none '\(folder)' && cat /dev/zero > '\(folder)/x' 2> /dev/null"
                default: "mount -t tmpfs -o ro none '\(folder)'"
                }
            let home = state == "missing" ? folder + "/nobody/here" : folder
            let wrapper = ["unshare", "-m", "sh", "-c", "\(prepare); exec \"$@\"", "sh"]
            let at = ["--discovery", story.demo.listening.discovery]
            for words in [["search", "cancer"], ["show", "tcga"], ["filters"], ["health"]] {
                for place in [["--demo"], at] {
                    let done = try await run(wrapper, words + place, ["HOME": home])
                    #expect(done.status == 0 && !done.output.isEmpty, "\(words + place): \(done.words)")
                    #expect(done.words.split(separator: "\n").count <= 1, "\(done.words)")
                }
            }
            for words in [["basket", "list"], ["basket", "add", "tcga"], ["request", "template"]] {
                let refused = try await run(wrapper, words + ["--demo"], ["HOME": home])
                #expect(refused.status == 1 && refused.output.isEmpty, "\(words): \(refused.output)")
                #expect(refused.words.contains(folder), "\(words): \(refused.words)")
            }
        }

        // MARK: - Names and trust

        @Test(.needsMounts)
        func localhostNeedsNobodyToKnowIt() async throws {
            let story = try CommandStory()
            let address = story.demo.listening.discovery.replacingOccurrences(of: "127.0.0.1", with: "localhost")
            let hide = "mount --bind /dev/null /etc/hosts && mount --bind /dev/null /etc/resolv.conf; exec \"$@\""
            let found = try await run(
                ["unshare", "-m", "sh", "-c", hide, "sh"], ["search", "cancer", "--discovery", address],
                ["HOME": story.home.path])
            #expect(found.status == 0, "\(found.words)")
            #expect(found.output.contains("Cancer Genome Atlas"))
        }

        @Test func withoutCertificatesTheReasonIsSaid() async throws {
            let story = try CommandStory()
            let bare = "mount -t tmpfs none /etc/ssl; [ -d /etc/pki ] && mount -t tmpfs none /etc/pki; exec \"$@\""
            let refused = try await run(
                ["unshare", "-m", "sh", "-c", bare, "sh"], ["search", "x", "--discovery", "https://localhost:1"],
                ["HOME": story.home.path])
            #expect(refused.status == 1)
            #expect(refused.words.contains("no certificate authorities"), "\(refused.words)")
        }

        @Test(.needsMounts)
        func withoutProcTheProgramSaysSo() async throws {
            let refused = try await run(
                ["unshare", "-m", "sh", "-c", "umount -l /proc; exec \"$@\"", "sh"], ["--version"], [:])
            #expect(refused.status == 1)
            #expect(refused.words.contains("/proc is not there"), "\(refused.words)")
        }
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs the test where it may become other users.
    static var needsRoot: Self { .needs("only root becomes another user (setpriv)") { getuid() == 0 } }
}

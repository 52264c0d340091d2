import ArgumentParser
import Foundation
import Testing

@testable import PortalCommands
@testable import PortalTUI

@Suite struct LaunchTests {
    @Test(arguments: [
        ["--demo", "--profile", "gdi"], ["--catalogue", "x.jsonl"], ["--decision-delay", "3"], ["--selection", "loud"],
        ["--demo", "--decision-delay=-1"], ["--unknown"], ["nonsense"],
    ])
    func contradictionsAreUsageErrors(arguments: [String]) {
        #expect {
            _ = try PortalCommand.parseAsRoot(arguments)
        } throws: { error in
            Program.exitStatus(for: error) == 2
        }
    }

    @Test func theLocaleSaysWhichLabelsAreWanted() {
        #expect(Environment(variables: ["LANG": "fi_FI.UTF-8"]).languages == ["fi", "en"])
        #expect(Environment(variables: ["LC_ALL": "C", "LANG": "fi_FI.UTF-8"]).languages == ["en"])
        #expect(Environment(variables: [:]).languages == ["en"])
        #expect(
            Environment(variables: ["LANG": "en_GB.UTF-8", "LANGUAGE": "de_AT:fr"]).languages == ["de", "fr", "en"])
        #expect(Environment(variables: ["LC_ALL": "C.UTF-8", "LANGUAGE": "de"]).languages == ["en"])
        #expect(Environment(variables: ["LC_MESSAGES": "de_DE.ISO-8859-1"]).languages == ["de", "en"])
    }

    @Test func sshIsSeen() {
        #expect(Environment(variables: ["SSH_CONNECTION": "1 2 3 4"]).isOverSSH)
        #expect(!Environment(variables: ["SSH_CONNECTION": ""]).isOverSSH)
    }

    @Test func theDemoIsToldToEndWithItsParent() {
        var options = DemoServer.Options(logFile: "/dev/null")
        #expect(options.arguments == ["serve", "--end-with-stdin", "--progress", "--ephemeral"])
        options.dataDirectory = "/d"
        options.decisionDelay = 2
        #expect(
            options.arguments == [
                "serve", "--end-with-stdin", "--progress", "--data", "/d", "--decision-delay", "2.0",
            ])
        // It gets none of the descriptors of this program, and opens them by its name.
        options = DemoServer.Options(logFile: "/dev/null")
        for (path, expected) in [
            ("/dev/fd/63", "/proc/\(getpid())/fd/63"), ("/proc/self/fd/5", "/proc/\(getpid())/fd/5"),
            ("/dev/stdin", "/proc/\(getpid())/fd/0"), ("/dev/fd/x", "/dev/fd/x"), ("c.jsonl", "c.jsonl"),
        ] {
            options.catalogue = path
            #expect(options.arguments.suffix(2) == ["--catalogue", expected])
        }
    }
}

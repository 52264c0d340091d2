import Foundation
import PortalModel
import TerminalHarness
import Testing

@testable import PortalServices

extension GatewayTests {
    @Suite("The demonstration")
    struct Demonstration {
        private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "scripts/gateway/demo.py").path

        @Test("It says how to use it, works as it says, and ends with everything it started")
        func demonstration() async throws {
            let child = try ChildLine(["python3", Self.script, ProgramUnderTest.demo()])
            var words = ""
            while !words.contains("^C ends everything.") {
                words += String(decoding: await child.read(), as: UTF8.self) + "\n"
                try #require(words.count < 5000, "\(words)")
            }
            let address = try #require(words.firstMatch(of: #/listens at (https:\S+)/#)?.output.1)
            let caFile = try #require(words.firstMatch(of: #/--ca-file (\S+)/#)?.output.1)
            let tokenFile = try #require(words.firstMatch(of: #/cat ([^\s)]+)/#)?.output.1)
            let processes = words.matches(of: #/process (\d+)/#).compactMap { pid_t($0.output.1) }
            #expect(processes.count == 3)

            let token = try String(contentsOfFile: String(tokenFile), encoding: .utf8)
            try await withPortal(
                discovery: address + "/discovery", access: address + "/daam",
                options: ConnectionOptions(caFile: String(caFile)), token: token
            ) { portal async throws in
                #expect(try await portal.discoveryService.search(SearchQuery(), 0, 1).total > 0)
                #expect(try await portal.accessService.applications().isEmpty)
            }

            child.interrupt()
            #expect(await child.status() == 0)
            for process in processes { #expect(kill(process, 0) == -1) }
            #expect(!FileManager.default.fileExists(atPath: String(caFile)))
        }
    }
}

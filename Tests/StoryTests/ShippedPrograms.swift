import Foundation
import PortalVersion
import TerminalHarness
import Testing

extension Stories {
    /// Which programs the stories ran: with `PORTAL_BIN` those that are shipped, and nothing else may stand there.
    @Suite("What is shipped", .enabled(if: ProgramUnderTest.shippedDirectory != nil, "PORTAL_BIN is not set"))
    struct ShippedPrograms {
        @Test(
            "The programs under test need no library and no loader of the machine",
            arguments: ["portal", "portal-demo"])
        func areStatic(name: String) async throws {
            let program = name == "portal" ? try ProgramUnderTest.portal() : try ProgramUnderTest.demo()
            let run = try await CommandRun.run(
                "/usr/bin/ldd", [program], environment: ["LC_ALL": "C", "PATH": "/usr/bin:/bin"])
            #expect((run.output + run.words).contains("not a dynamic executable"), "\(run.output) \(run.words)")
        }

        @Test("They are optimised builds of one commit, and say so", arguments: ["portal", "portal-demo"])
        func areReleaseBuilds(name: String) async throws {
            let program = name == "portal" ? try ProgramUnderTest.portal() : try ProgramUnderTest.demo()
            let run = try await CommandRun.run(program, ["--version"], environment: [:])
            #expect(run.status == 0)
            #expect(run.output.contains("release build, static"), "\(run.output)")
            #expect(run.output.hasPrefix("\(name) \(PortalVersion.current) (commit "), "\(run.output)")
        }
    }
}

import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// What is found, for who hears it.
    @Suite struct SpokenCommands {
        private func expectHeardWell(_ run: CommandRun, _ command: [String]) {
            #expect(run.status == 0, "\(command): \(run.words)")
            #expect(!run.lines.isEmpty, "\(command)")
            for line in run.lines {
                #expect(!line.isEmpty && line.first != " ", "\(command): \(line)")
                #expect(!line.contains("  ") && !line.contains("\t"), "\(command): \(line)")
                let isDrawn = line.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) }
                #expect(!isDrawn, "\(command): \(line)")
            }
        }

        @Test func whatIsFoundIsHeardLineByLine() async throws {
            let story = try CommandStory()
            #expect(try await story.portal("searches", "save", "lung", "lung access:restricted").status == 0)
            #expect(try await story.portal("mirror", "sync").status == 0)
            let commands = [
                ["search", "cancer", "--limit", "3"], ["search", "cancer", "--columns", "year,title,access"],
                ["search", "--offline", "cancer"], ["show", "gnomad-v4"], ["show", "tcga"], ["filters"],
                ["filters", "theme"], ["compare", "gnomad-v4", "mimic-iv"],
                ["frequency", "3-45864731-T-C", "--assembly", "GRCh37"],
                ["searches", "list"], ["searches", "run", "lung"], ["mirror", "status"],
            ]
            for command in commands { expectHeardWell(try await story.portal(command + ["--linear"]), command) }
            let german = ["LC_ALL": "de_DE.UTF-8", "PORTAL_LINEAR": "1"]
            for command in commands {
                expectHeardWell(try await story.portal(command, environment: german), command)
            }
        }

        @Test func aRowBeginsWithItsNumberAndItsName() async throws {
            let story = try CommandStory()
            let found = try await story.portal("search", "gnomad", "--limit", "2", "--linear")
            let total = try #require(found.lines.first?.split(separator: ":").first)
            #expect(["1 of 1", "1 of 2"].contains(total), "\(found.output)")
            #expect(found.lines.contains("Id: gnomad-v4") || found.lines.contains("ID: gnomad-v4"), "\(found.output)")
            #expect(found.lines.contains("Access: open"), "\(found.output)")
            let shown = try await story.portal("show", "gnomad-v4", "--linear")
            #expect(shown.lines.first?.hasPrefix("gnomAD v4") == true)
            #expect(shown.lines.contains { $0.hasPrefix("File 1 of ") }, "\(shown.output)")
            let compared = try await story.portal("compare", "gnomad-v4", "mimic-iv", "--linear")
            let place = try #require(compared.lines.firstIndex(of: "Access differs."), "\(compared.output)")
            #expect(compared.lines[place + 1] == "Dataset 1: open")
            #expect(compared.lines[place + 2].hasPrefix("Dataset 2: restricted"))
        }
    }
}

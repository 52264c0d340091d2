import Foundation
import PortalDomain
import Testing

@testable import PortalStorage

/// What was counted, on the disk.
@Suite struct UsageFileTests {
    private let directory = FileManager.default.temporaryDirectory.appending(path: "usage-\(UUID().uuidString)").path

    private func figures(answered: Int, seconds: Double = 0.3) -> UsageFigures {
        var figures = UsageFigures()
        figures.answered = answered
        for _ in 0..<answered { figures.calls.add(.seconds(seconds)) }
        return figures
    }

    @Test func whatSeveralRunsCountedAddsUpByDay() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let file = UsageFile(in: directory)
        #expect(file.read().isEmpty)
        try file.add(UsageDay(day: "2026-11-28", figures: figures(answered: 2)))
        try file.add(UsageDay(day: "2026-11-29", figures: figures(answered: 1, seconds: 31)))
        try file.add(UsageDay(day: "2026-11-28", figures: figures(answered: 3)))
        let days = file.read()
        #expect(days.map(\.day) == ["2026-11-28", "2026-11-29"])
        #expect(days.map(\.figures.answered) == [5, 1])
        #expect(days[0].figures.calls.counts == [0, 0, 5, 0, 0, 0, 0, 0, 0])
        #expect(days[1].figures.calls.counts.last == 1)
        #expect(abs((days[0].figures.calls.mean ?? 0) - 0.3) < 0.001)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func whatIsNoLineOfItIsPassedOver() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let file = UsageFile(in: directory)
        try file.add(UsageDay(day: "2026-11-29", figures: figures(answered: 2)))
        var text = try String(contentsOfFile: file.path, encoding: .utf8)
        let whole = text
        for wrong in [
            whole.replacing("\"answered\":2", with: "\"answered\":-2"), whole.replacing("2026-11-29", with: "no day"),
            whole.replacing("\"answered\":2", with: "\"answered\":99999999999999999"), "{}\n", "rubbish\n",
            "\u{0}\n", String(whole.prefix(30)) + "\n",
        ] { text += wrong }
        try Data(text.utf8).write(to: URL(filePath: file.path))
        #expect(file.read() == [UsageDay(day: "2026-11-29", figures: figures(answered: 2))])
    }

    @Test func manyLinesArePutTogetherAndNothingIsLostByIt() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let file = UsageFile(in: directory)
        for number in 0..<1200 {
            let month = 1 + (number / 28) % 12
            let day = 1 + number % 28
            func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            try file.add(UsageDay(day: "2026-\(padded(month))-\(padded(day))", figures: figures(answered: 1)))
        }
        let days = file.read()
        #expect(days.reduce(0) { $0 + $1.figures.answered } == 1200)
        #expect(days.first?.day == nil)
        let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
        #expect((size ?? .max) < 70_000)
    }

    @Test func severalAtOnceLoseNothingOfEachOther() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let file = UsageFile(in: directory)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<150 { try file.add(UsageDay(day: "2026-11-29", figures: figures(answered: 1))) }
                }
            }
            try await group.waitForAll()
        }
        #expect(file.read().map(\.figures.answered) == [600])
    }

    @Test func aLinkIsNotFollowedAndAPlaceThatTakesNothingIsSaid() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let file = UsageFile(in: directory)
        let other = directory + "/other"
        try Data("precious\n".utf8).write(to: URL(filePath: other))
        try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: other)
        #expect(throws: PortalError.self) {
            try file.add(UsageDay(day: "2026-11-29", figures: figures(answered: 1)))
        }
        #expect(try String(contentsOfFile: other, encoding: .utf8) == "precious\n")
    }
}

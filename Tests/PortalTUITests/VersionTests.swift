import ArgumentParser
import Foundation
import PortalVersion
import Testing

@testable import PortalCommands
@testable import PortalTUI

/// One version, in one place.
@Suite struct VersionTests {
    @Test func theVersionTellsCommitAndBuild() throws {
        let words = PortalCommand.configuration.version
        #expect(words.hasPrefix("portal \(PortalVersion.current) ("))
        #expect(words.contains("commit") && words.contains("debug build"))
        // A day only together with the commit that it belongs to.
        #expect(words.contains("unknown commit") || words.contains(#/commit [0-9a-f]{7,40}\+?( of \d{4}-\d\d-\d\d)?,/#))
    }

    /// A released version has its heading; what is being worked on comes after the newest of them.
    @Test func theChangelogHasTheVersionOrIsBehindIt() throws {
        let text = try Self.text("CHANGELOG.md")
        let released = text.matches(of: #/(?m)^## \[(\d+)\.(\d+)\.(\d+)\]/#)
            .map { [Int($0.1), Int($0.2), Int($0.3)].compactMap(\.self) }
        let current = PortalVersion.current.split(separator: ".").compactMap { Int($0) }
        #expect(current.count == 3)
        let newest = released.first ?? [0, 0, 0]
        #expect(!current.lexicographicallyPrecedes(newest), "CHANGELOG.md is ahead of PortalVersion.swift")
        let unreleased = text.firstMatch(of: #/(?s)## \[Unreleased\]\n(.*?)(\n## \[|$)/#)?.1 ?? ""
        if !released.contains(current) {
            #expect(unreleased.contains("- "), "Nothing is written of version \(PortalVersion.current)")
        }
    }

    /// Whoever reads the sources finds the number once.
    @Test func noOtherFileOfTheSourcesHoldsTheVersion() throws {
        let sources = Self.root.appending(path: "Sources")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        var holders: [String] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift", let text = try? String(contentsOf: file, encoding: .utf8),
                text.contains("\"\(PortalVersion.current)\"") || text.contains("/\(PortalVersion.current)\"")
            else { continue }
            holders.append(file.lastPathComponent)
        }
        #expect(holders == ["PortalVersion.swift"])
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}

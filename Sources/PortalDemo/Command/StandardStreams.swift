import Foundation
import PortalVersion

/// Text that may reach a terminal: control, bidirectional and invisible characters are written as their code point.
///
/// Reports quote file names and catalogue lines, which come from anywhere.
struct PlainLine: Sendable, Equatable {
    let text: String

    init(_ text: String) {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control where scalar == "\n":
                safe.unicodeScalars.append(scalar)
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
                safe += "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
            default:
                safe.unicodeScalars.append(scalar)
            }
        }
        self.text = safe
    }
}

/// The only writer to standard error.
enum StandardError {
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static func write(_ line: PlainLine) {
        // There is nobody left to tell when standard error is closed.
        try? FileHandle.standardError.write(contentsOf: Data((line.text + "\n").utf8))
    }

    /// In the place of the line that the cursor is in, where it stays.
    static func write(over line: PlainLine) {
        try? FileHandle.standardError.write(contentsOf: Data(("\r" + line.text + "\r").utf8))
    }
}

/// The only writer to standard output, which carries JSON lines for the program that started the portal.
enum StandardOutput {
    static func write(_ announcement: Announcement) throws {
        try FileHandle.standardOutput.write(contentsOf: try line(announcement))
    }

    /// How far the catalogue is read: nothing is lost where nobody reads it any more.
    static func write(_ progress: CatalogueProgress) {
        try? FileHandle.standardOutput.write(contentsOf: line(progress))
    }

    private static func line(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return try encoder.encode(value) + Data("\n".utf8)
    }
}

/// The JSON line that says where the portal listens.
struct Announcement: Codable, Equatable, Sendable {
    let discovery: String
    let access: String
    let guide: String
    let rems: String
    /// The archive's download service.
    let sda: String
    /// The broker's user-info endpoint, with the visas of a passport.
    let userinfo: String
    /// Where programs are told at once what happens to applications.
    let notifications: String
    let version: String
    let datasets: Int
    let unreadableLines: Int
    /// The first of them, for the program that started the portal to show.
    let unreadable: [UnreadableLine]
    let pid: Int32
    /// The demo researcher's bearer token.
    let token: String
    /// The key of the REMS dialect, and who may be named with it.
    let remsKey: String
    let users: [String]

    init(_ running: RunningDemo) {
        discovery = running.discovery
        access = running.access
        version = PortalVersion.current
        datasets = running.summary.datasets
        unreadableLines = running.summary.unreadableCount
        unreadable = running.summary.unreadable
        pid = ProcessInfo.processInfo.processIdentifier
        token = running.token
        guide = running.guide
        rems = running.rems
        sda = running.archive
        userinfo = running.userInfo
        notifications = running.notifications
        remsKey = running.remsKey
        users = DemoUser.all.map(\.id)
    }
}

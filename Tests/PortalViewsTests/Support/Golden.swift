import Foundation
import PortalModel
import PortalViews
import TerminalCanvas
import Testing

/// A size that every screen is recorded at.
struct GoldenSize: CustomTestStringConvertible, Sendable {
    var columns: Int
    var rows: Int

    static let all = [(80, 24), (120, 40), (160, 50), (40, 10)].map { GoldenSize(columns: $0.0, rows: $0.1) }
    /// The least that everything has to work at.
    static let forms = [(80, 24), (40, 10)].map { GoldenSize(columns: $0.0, rows: $0.1) }
    var testDescription: String { "\(columns)x\(rows)" }
}

/// Compares what is drawn of a state with what was recorded: text, styles and cursor.
///
/// A golden that is missing is written, and the test fails, so that nobody records one without looking at it.
/// `RECORD_GOLDENS=1` writes all anew and fails too.
func assertGolden(
    _ name: String, _ state: AppState, columns: Int, rows: Int, glyphs: GlyphSet = .unicode,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let drawn = GoldenPicture(drawing: state, columns: columns, rows: rows, glyphs: glyphs).description
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Goldens/\(name)-\(columns)x\(rows).txt")
    let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"
    guard !isRecording, let recorded = try? String(contentsOf: file, encoding: .utf8) else {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try drawn.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("Recorded \(file.lastPathComponent). Look at it, then run again.", sourceLocation: sourceLocation)
        return
    }
    guard recorded != drawn else { return }
    Issue.record(
        "\(file.lastPathComponent) differs.\n=== recorded\n\(recorded)\n=== drawn\n\(drawn)",
        sourceLocation: sourceLocation)
}

/// A frame as text that a person can read and a program can compare.
struct GoldenPicture: CustomStringConvertible {
    let description: String

    init(drawing state: AppState, columns: Int, rows: Int, glyphs: GlyphSet) {
        var state = state
        state.terminal.columns = columns
        state.terminal.rows = rows
        let frame = Frame(columns: columns, rows: rows)
        RootView.draw(state, into: frame, context: ViewContext(glyphs: glyphs))
        description = Self.describe(frame)
    }

    private static func describe(_ frame: Frame) -> String {
        var legend = StyleLegend()
        let buffer = frame.buffer
        let styles = (0..<buffer.rows).map { row in
            let letters = (0..<buffer.columns).map { legend.letter(for: buffer[$0, row]) }
            return String(letters).trimmingTrailingDots
        }
        let cursor = frame.cursor.map { "cursor at column \($0.column), row \($0.row)" } ?? "no cursor"
        return ([frame.text, "--- styles"] + styles + ["--- \(cursor)"] + legend.lines).joined(separator: "\n") + "\n"
    }
}

/// Gives every style that occurs a letter: the roles have theirs, roles with attributes get one as they come.
private struct StyleLegend {
    private static let roles: [StyleRole: Character] = [
        .plain: ".", .dim: "d", .title: "t", .accent: "a", .focus: "f", .selection: "s", .error: "e", .warning: "w",
        .success: "g", .info: "i", .link: "l", .badge: "b", .rule: "r", .key: "k",
    ]
    private var given: [Style: Character] = [:]
    private(set) var lines: [String] = []

    mutating func letter(for cell: Cell) -> Character {
        if cell.style.attributes.isEmpty { return Self.roles[cell.style.role] ?? "?" }
        if let letter = given[cell.style] { return letter }
        let letter = Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(min(given.count, 25))))
        given[cell.style] = letter
        lines.append("\(letter): \(cell.style.role) with \(Self.words(cell.style.attributes))")
        return letter
    }

    private static func words(_ attributes: Style.Attributes) -> String {
        let names: [(Style.Attributes, String)] = [
            (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"), (.dim, "dim"),
        ]
        return names.filter { attributes.contains($0.0) }.map(\.1).joined(separator: " and ")
    }
}

extension String {
    fileprivate var trimmingTrailingDots: String {
        var text = self[...]
        while text.last == "." { text.removeLast() }
        return String(text)
    }
}

import Foundation
import PortalModel
import PortalViews
import TerminalCanvas
import Testing

/// A size that screens are recorded at.
struct GoldenSize: CustomTestStringConvertible, Sendable {
    var columns: Int
    var rows: Int

    static let all = [(80, 24), (120, 40), (160, 50), (40, 10)].map { GoldenSize(columns: $0.0, rows: $0.1) }
    static let usual = GoldenSize(columns: 80, rows: 24)
    var testDescription: String { "\(columns)x\(rows)" }
}

/// Compares what is drawn of a state with what was recorded: text, styles and cursor.
///
/// A golden that is missing is written, and the test fails, so that nobody records one without looking at it.
/// `RECORD_GOLDENS=1` writes all anew and fails too.
func assertGolden(
    _ name: String, _ state: AppState, columns: Int, rows: Int, glyphs: GlyphSet = .unicode,
    language: Language = .english, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let picture = GoldenPicture(drawing: state, columns: columns, rows: rows, glyphs: glyphs, language: language)
    try assertGolden("\(name)-\(columns)x\(rows)", picture, sourceLocation: sourceLocation)
}

/// The same of a picture that was drawn already, a part alone for one.
func assertGolden(
    _ name: String, _ picture: GoldenPicture, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let drawn = picture.description
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Goldens/\(name).txt")
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

    /// - Parameter part: the rows that are shown; all of them unless told otherwise.
    init(
        drawing state: AppState, columns: Int, rows: Int, glyphs: GlyphSet = .unicode, language: Language = .english,
        part: (ScreenLayout) -> Range<Int> = { 0..<$0.footerRow + 1 }
    ) {
        var state = state
        state.terminal.columns = columns
        state.terminal.rows = rows
        let keys = state.keys.translated(into: language)
        state.keys = keys
        let frame = Frame(columns: columns, rows: rows)
        RootView.draw(state, into: frame, context: ViewContext(language: language, glyphs: glyphs, keyMap: keys))
        description = Self.describe(frame, rows: part(state.layout).clamped(to: 0..<rows))
    }

    /// Something drawn alone, on as much room as it has.
    init(columns: Int, rows: Int, drawing draw: (Canvas) -> Void) {
        let frame = Frame(columns: columns, rows: rows)
        draw(frame.canvas)
        description = Self.describe(frame, rows: 0..<rows)
    }

    private static func describe(_ frame: Frame, rows: Range<Int>) -> String {
        var legend = StyleLegend()
        let buffer = frame.buffer
        let text = frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[rows]
        let styles = rows.map { row in
            let letters = (0..<buffer.columns).map { legend.letter(for: buffer[$0, row]) }
            return String(letters).trimmingTrailingDots
        }
        let cursor = frame.cursor.flatMap { rows.contains($0.row) ? $0 : nil }
            .map { "cursor at column \($0.column), row \($0.row - rows.lowerBound)" }
        let parts = [Array(text), ["--- styles"], styles, ["--- \(cursor ?? "no cursor")"], legend.lines]
        return parts.joined().map { $0 + "\n" }.joined()
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

import Foundation

/// A line of a catalogue file that is no dataset.
struct UnreadableLine: Codable, Equatable, Sendable {
    /// Counted from 1.
    let line: Int
    /// Why, to be read after "line 7: ".
    let reason: String
}

/// Reads a catalogue of one JSON object a line. Blank lines are passed over; bad ones are reported.
struct CatalogueReader {
    enum Element: Sendable {
        /// A dataset, with the line as it was written.
        case record(CatalogueRecord, json: Data, line: Int)
        case unreadable(UnreadableLine)
    }

    private var lines: LineReader
    private let decoder = JSONDecoder()

    init(_ bytes: any CatalogueBytes) { lines = LineReader(bytes) }

    /// How many bytes of the file were used so far.
    var position: Int { lines.position }

    /// The next dataset or bad line; nil at the end.
    ///
    /// - Throws: `StartFailure` where the file cannot be read on.
    mutating func next() throws -> Element? {
        while let line = try lines.next() {
            switch line {
            case .tooLong: return unreadable("it is longer than \(LineReader.longest >> 20) MB")
            case .text(let json) where json.contains(where: { !Self.isBlank($0) }): return read(json)
            case .text: continue
            }
        }
        return nil
    }

    private func read(_ json: Data) -> Element {
        do {
            return .record(try decoder.decode(CatalogueRecord.self, from: json), json: json, line: lines.number)
        } catch DecodingError.keyNotFound {
            return unreadable("it has no \"id\"")
        } catch DecodingError.typeMismatch {
            return unreadable("it is not a JSON object")
        } catch {
            return unreadable("it is not valid JSON")
        }
    }

    private func unreadable(_ reason: String) -> Element {
        .unreadable(UnreadableLine(line: lines.number, reason: reason))
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}

import Foundation

/// A line of a catalogue file that is no dataset.
struct UnreadableLine: Codable, Equatable, Sendable {
    /// Counted from 1.
    let line: Int
    /// Why, to be read after "line 7: ".
    let reason: String
}

/// Reads a catalogue of one JSON object a line. Blank lines are passed over; bad ones are reported and skipped.
struct CatalogueReader: Sequence, IteratorProtocol {
    enum Element {
        /// A dataset, with the line as it was written.
        case record(CatalogueRecord, json: Data)
        case unreadable(UnreadableLine)
    }

    private var rest: Data
    private var lineNumber = 0
    private var lineOfID: [String: Int] = [:]
    private let decoder = JSONDecoder()

    init(_ data: Data) {
        let byteOrderMark = Data([0xEF, 0xBB, 0xBF])
        rest = data.starts(with: byteOrderMark) ? data.dropFirst(byteOrderMark.count) : data
    }

    mutating func next() -> Element? {
        while let line = nextLine() {
            guard line.contains(where: { !Self.isBlank($0) }) else { continue }
            return read(line)
        }
        return nil
    }

    private mutating func nextLine() -> Data? {
        guard !rest.isEmpty else { return nil }
        lineNumber += 1
        guard let newline = rest.firstIndex(of: UInt8(ascii: "\n")) else {
            defer { rest = Data() }
            return rest
        }
        defer { rest = rest[rest.index(after: newline)...] }
        return rest[..<newline]
    }

    private mutating func read(_ line: Data) -> Element {
        do {
            let record = try decoder.decode(CatalogueRecord.self, from: line)
            if let earlier = lineOfID.updateValue(lineNumber, forKey: record.id) {
                lineOfID[record.id] = earlier
                return unreadable("its id is already used by line \(earlier)")
            }
            return .record(record, json: line)
        } catch DecodingError.keyNotFound {
            return unreadable("it has no \"id\"")
        } catch DecodingError.typeMismatch {
            return unreadable("it is not a JSON object")
        } catch {
            return unreadable("it is not valid JSON")
        }
    }

    private func unreadable(_ reason: String) -> Element {
        .unreadable(UnreadableLine(line: lineNumber, reason: reason))
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}

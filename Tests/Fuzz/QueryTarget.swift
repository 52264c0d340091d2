import FoundationEssentials

/// A search as somebody types it: read or refused with its place in the line, and what was read is written as a line that
/// says the same.
enum QueryTarget {
    static func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        // Asked with every letter, also of what is not finished.
        _ = QueryLine.isPlain(text)
        _ = QueryLine.words(ofUnfinished: text)
        let line: QueryLine
        do throws(QueryProblem) { line = try QueryLine.parse(text) } catch {
            let isWithin = error.start >= 0 && error.length >= 0 && error.start + error.length <= text.count
            FuzzTarget.expect(isWithin, "a problem at \(error.start), \(error.length) of \(text.count)")
            return
        }
        let written = line.text
        do throws(QueryProblem) {
            let again = try QueryLine.parse(written)
            FuzzTarget.expect(again == line, "\(written) is read as another search: \(again.text)")
            FuzzTarget.expect(again.text == written, "\(written) is written as \(again.text)")
        } catch {
            FuzzTarget.expect(false, "\(written) cannot be read: \(error.reason)")
        }
    }
}

/// What the end of a line stands in that may not be complete: a name, or the value of a condition. The parser tells it,
/// which notes what it begins to read; so whatever it understands is completed as it will be read.
package struct QueryCursor: Equatable, Sendable {
    /// Where the word at the end begins, in characters.
    package private(set) var start: Int
    /// The word, without a quotation mark in front.
    package private(set) var typed: String
    /// The name in front of the sign as it is written, where it is a value.
    package private(set) var name: String?
    /// Between brackets, where further values can follow.
    package private(set) var isInList = false

    /// - Parameter text: the line up to the cursor. Of one that is too long nothing is told.
    package init(_ text: String) {
        guard var parser = try? QueryParser(text) else {
            (start, typed) = (text.count, "")
            return
        }
        let begun = parser.readToEnd()
        let scanner = parser.scanner
        start = scanner.place(from: begun.start).start
        typed = scanner.text(from: begun.start)
        if typed.hasPrefix("\"") { typed.removeFirst() }
        (name, isInList) = (begun.name, begun.isInList)
        // What a minus is to leave out comes behind it.
        if name == nil, !typed.isEmpty, typed.allSatisfy({ $0 == "-" }) {
            start += typed.count
            typed = ""
        }
    }
}

/// What the parser has begun to read last.
struct QueryBegun {
    /// The first scalar of it, and the first behind it.
    var start = 0
    var end = 0
    /// Of the condition whose value it is, as it is written.
    var name: String?
    /// Between the brackets of its values.
    var isInList = false
}

extension QueryParser {
    /// Goes through the whole line, past what cannot be read.
    ///
    /// - Returns: what stands at its end.
    fileprivate mutating func readToEnd() -> QueryBegun {
        while !scanner.isAtEnd {
            let before = scanner.index
            if (try? line()) != nil { break }
            guard !scanner.isAtEnd else { break }
            leaveOut(from: before)
        }
        return begun.end == scanner.index ? begun : QueryBegun(start: scanner.startOfLastWord, end: scanner.index)
    }
}

extension QueryScanner {
    /// Behind the last blank or bracket.
    fileprivate var startOfLastWord: Int {
        var place = index
        while let scalar = scalar(before: place), !scalar.properties.isWhitespace, scalar != "(", scalar != ")" {
            place -= 1
        }
        return place
    }
}

extension QueryLine {
    /// The words of a line that may not be complete yet: those in front of what cannot be read.
    ///
    /// - Returns: as they are typed where words alone are looked for; nil where none can be told.
    package static func words(ofUnfinished text: String) -> String? {
        var text = text
        // Each time less is left of it.
        while true {
            do throws(QueryProblem) {
                return try parse(text).terms.compactMap(\.asWord).joined(separator: " ")
            } catch {
                let before = text.prefix(min(error.start, text.count))
                guard let blank = before.lastIndex(where: \.isWhitespace) else { return error.start == 0 ? "" : nil }
                text = String(text[..<blank])
            }
        }
    }
}

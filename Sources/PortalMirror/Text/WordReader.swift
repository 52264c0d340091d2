import GRDB

/// A word of SQLite's full-text search, as its tokenizer makes it: case and accents folded, with its place in the text.
struct TextToken: Equatable {
    var text: String
    /// In bytes of UTF-8.
    var range: Range<Int>
}

/// Reads texts as the index does, by the index's own tokenizer: what is looked for, what is shown of a text, and the
/// reading that the tests compare with agree in every sign.
struct WordReader {
    private let tokenizer: any FTS5Tokenizer

    init(_ database: Database) throws {
        tokenizer = try database.makeTokenizer(.init(components: MirrorSchema.tokenizer))
    }

    /// What a word or phrase has to be found by: all of it, each piece in a column as it is.
    enum Piece: Hashable {
        /// Words that stand beside each other.
        case words([String])
        /// Characters of a script without blanks that stand beside each other.
        case characters(String)
    }

    /// Empty for what holds nothing that could be found.
    func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var run = String.UnicodeScalarView()
        var plain = String.UnicodeScalarView()
        func endPlain() {
            let words = tokens(of: String(plain)).map(\.text)
            if !words.isEmpty { pieces.append(.words(words)) }
            plain = String.UnicodeScalarView()
        }
        func endRun() {
            if !run.isEmpty { pieces.append(.characters(String(run))) }
            run = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if IndexedText.isWithoutBlanks(scalar) {
                endPlain()
                run.append(scalar)
            } else {
                endRun()
                plain.append(scalar)
            }
        }
        endPlain()
        endRun()
        return pieces
    }

    func tokens(of text: String) -> [TextToken] {
        final class Found { var tokens: [TextToken] = [] }
        let found = Found()
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                _ = tokenizer.tokenize(
                    context: Unmanaged.passUnretained(found).toOpaque(), tokenization: .aux,
                    pText: characters.baseAddress, nText: CInt(clamping: characters.count)
                ) { context, _, token, length, start, end in
                    guard let context, let token else { return 0 }
                    let found = Unmanaged<Found>.fromOpaque(context).takeUnretainedValue()
                    let bytes = UnsafeRawBufferPointer(start: token, count: Int(length))
                    found.tokens.append(
                        TextToken(text: String(decoding: bytes, as: UTF8.self), range: Int(start)..<Int(end)))
                    return 0
                }
            }
        }
        return found.tokens
    }
}

/// A text as the full-text index gets it: words of scripts with blanks as they are, and of those without (Chinese,
/// Japanese, Korean) every two characters that stand beside each other.
///
/// SQLite's tokenizer takes a whole sentence of Chinese for one word. Pairs find any part of one from two characters on,
/// and the last character of a run stands alone besides, so that a single one is found as a beginning.
struct IndexedText: Equatable {
    /// What is written with blanks between words; a blank in the place of everything else.
    var plain: String
    /// Pairs of characters with blanks between them; empty for most texts.
    var pairs: String

    init(_ text: String) {
        var text = text
        guard text.withUTF8(Self.mayHoldPairs) else {
            (plain, pairs) = (text, "")
            return
        }
        var (plain, pairs) = (String.UnicodeScalarView(), String.UnicodeScalarView())
        var last: Unicode.Scalar?
        func endRun() {
            guard let character = last else { return }
            pairs.append(character)
            pairs.append(" ")
            plain.append(" ")
            last = nil
        }
        for scalar in text.unicodeScalars {
            guard Self.isWithoutBlanks(scalar) else {
                endRun()
                plain.append(scalar)
                continue
            }
            if let character = last {
                pairs.append(character)
                pairs.append(scalar)
                pairs.append(" ")
            }
            last = scalar
        }
        endRun()
        (self.plain, self.pairs) = (String(plain), String(pairs))
    }

    /// Whether there is a byte that begins a character of one of these scripts: most texts are done with that.
    private static func mayHoldPairs(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in bytes where byte >= 0xE1 {
            // U+2000 to U+2FFF: punctuation and signs.
            if byte != 0xE2 { return true }
        }
        return false
    }

    /// Whether words of its script stand beside each other without blanks. Only what SQLite 3.40 takes for a letter.
    static func isWithoutBlanks(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Han, the sign that repeats it, and zero.
        case 0x4E00...0x9FCC, 0x3400...0x4DB5, 0xF900...0xFA6D, 0x20000...0x2A6D6, 0x2A700...0x2B81D, 0x3005, 0x3007:
            true
        // Hiragana, Katakana (its middle dot parts words), Bopomofo.
        case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x3105...0x312D, 0x31F0...0x31FF,
            0xFF66...0xFF9D:
            true
        // Hangul: syllables, and their parts.
        case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E: true
        default: false
        }
    }
}

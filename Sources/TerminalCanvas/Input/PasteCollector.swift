/// Gathers a bracketed paste until its end, which may come as one of our key codes or as the raw bytes.
struct PasteCollector: Sendable {
    /// Characters kept of one paste; more than any field takes, less than harms.
    static let limit = 2_000_000

    private static let end = "\u{1B}[201~".unicodeScalars.map(\.value)
    private static let answer = "\u{1B}[0n".unicodeScalars.map(\.value)

    private var scalars: [UInt32] = []
    /// More came than is kept.
    private(set) var isCut = false

    enum Progress { case more, answer, end }

    mutating func take(_ scalar: UInt32) -> Progress {
        scalars.append(scalar)
        if scalar == 0x7E, ends(with: Self.end) {
            scalars.removeLast(Self.end.count)
            return .end
        }
        // The terminal may answer between two blocks of a paste.
        if scalar == 0x6E, ends(with: Self.answer) {
            scalars.removeLast(Self.answer.count)
            return .answer
        }
        if scalars.count > Self.limit + Self.end.count {
            scalars.remove(at: Self.limit)
            isCut = true
        }
        return .more
    }

    /// The pasted text with line ends as `\n`, and without controls other than line ends and tabs.
    var text: String {
        var text = String.UnicodeScalarView()
        var previous: UInt32 = 0
        for value in scalars.prefix(Self.limit) {
            switch value {
            case 0x0A where previous == 0x0D: break
            case 0x0A, 0x0D: text.append("\n")
            case 0x09: text.append("\t")
            case ..<0x20, 0x7F..<0xA0: break
            default: if let scalar = Unicode.Scalar(value) { text.append(scalar) }
            }
            previous = value
        }
        return String(text)
    }

    private func ends(with tail: [UInt32]) -> Bool {
        scalars.count >= tail.count && scalars.suffix(tail.count).elementsEqual(tail)
    }
}

/// One of the forty sizes of a QR code, at the lowest level of correction: a screen has no stains, and fewer modules fit
/// more terminals.
struct QRVersion: Equatable {
    /// 1 to 40.
    let number: Int

    static let all = (1...40).map(QRVersion.init)

    /// The smallest that holds so many bytes.
    static func holding(_ bytes: Int) -> QRVersion? {
        all.first { 4 + $0.lengthBits + bytes * 8 <= $0.dataCodewords * 8 }
    }

    /// Modules of a side.
    var side: Int { number * 4 + 17 }

    /// Bits in which byte mode says how many bytes follow (ISO/IEC 18004, table 3).
    var lengthBits: Int { number < 10 ? 8 : 16 }

    /// Of data and of correction. What is left of the square when all patterns are drawn.
    var codewords: Int {
        var modules = (16 * number + 128) * number + 64
        if number >= 2 {
            let along = number / 7 + 2
            modules -= (25 * along - 10) * along - 55
        }
        if number >= 7 { modules -= 36 }
        return modules / 8
    }

    var dataCodewords: Int { codewords - correctionPerBlock * blocks }

    /// ISO/IEC 18004, table 9, level L.
    var correctionPerBlock: Int { Self.correction[number - 1] }
    var blocks: Int { Self.blockCounts[number - 1] }

    private static let correction = [
        7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
        28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ]
    private static let blockCounts = [
        1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
        8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25,
    ]

    /// Columns, and rows too, in which the centres of alignment patterns lie (annex E).
    var alignment: [Int] {
        guard number > 1 else { return [] }
        let count = number / 7 + 2
        let step = (number * 8 + count * 3 + 5) / (count * 4 - 4) * 2
        return [6] + (0..<count - 1).map { side - 7 - $0 * step }.reversed()
    }
}

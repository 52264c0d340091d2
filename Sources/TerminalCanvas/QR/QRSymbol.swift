/// The modules of a QR code, model 2 (ISO/IEC 18004).
struct QRSymbol {
    let version: QRVersion
    /// Row by row; true is dark.
    private(set) var modules: [Bool]
    /// What a camera finds the code by. Data is drawn around it, and no mask touches it.
    private var isPattern: [Bool]

    /// - Parameter mask: 0 to 7; without one the mask is taken that makes the code easiest to read.
    /// - Returns: nil where the bytes are more than any code holds.
    static func encoding(_ bytes: [UInt8], mask: Int? = nil) -> QRSymbol? {
        guard let version = QRVersion.holding(bytes.count) else { return nil }
        var bare = QRSymbol(version)
        bare.draw(codewords: QRCodewords.interleaved(bytes, version))
        if let mask { return bare.masked(mask) }
        return (0..<8).map { bare.masked($0) }.min { QRPenalty(of: $0).points < QRPenalty(of: $1).points }
    }

    private init(_ version: QRVersion) {
        self.version = version
        modules = Array(repeating: false, count: version.side * version.side)
        isPattern = modules
        drawPatterns()
    }

    var side: Int { version.side }

    subscript(column: Int, row: Int) -> Bool { modules[row * side + column] }

    private mutating func pattern(_ column: Int, _ row: Int, _ isDark: Bool) {
        guard (0..<side).contains(column), (0..<side).contains(row) else { return }
        modules[row * side + column] = isDark
        isPattern[row * side + column] = true
    }

    // MARK: - What is the same in every code of a size

    private mutating func drawPatterns() {
        for place in 0..<side {
            pattern(place, 6, place % 2 == 0)
            pattern(6, place, place % 2 == 0)
        }
        for (column, row) in [(3, 3), (side - 4, 3), (3, side - 4)] {
            square(column, row, reach: 4) { $0 != 2 && $0 != 4 }
        }
        let centres = version.alignment
        for column in centres {
            for row in centres where isAlignment(column, row) { square(column, row, reach: 2) { $0 != 1 } }
        }
        drawFormat(mask: 0)
        drawVersion()
    }

    /// Not where the finders are.
    private func isAlignment(_ column: Int, _ row: Int) -> Bool {
        let last = side - 7
        return !((column == 6 && row == 6) || (column == 6 && row == last) || (column == last && row == 6))
    }

    private mutating func square(_ column: Int, _ row: Int, reach: Int, isDark: (Int) -> Bool) {
        for down in -reach...reach {
            for right in -reach...reach {
                pattern(column + right, row + down, isDark(max(abs(right), abs(down))))
            }
        }
    }

    /// The level of correction and the mask, twice, with a BCH code of their own (7.9).
    private mutating func drawFormat(mask: Int) {
        let levelL = 0b01
        let data = levelL << 3 | mask
        let bits = (data << 10 | Self.remainder(data, shifts: 10, by: 0x537)) ^ 0x5412
        func isSet(_ bit: Int) -> Bool { bits >> bit & 1 == 1 }
        for bit in 0..<6 { pattern(8, bit, isSet(bit)) }
        pattern(8, 7, isSet(6))
        pattern(8, 8, isSet(7))
        pattern(7, 8, isSet(8))
        for bit in 9..<15 { pattern(14 - bit, 8, isSet(bit)) }
        for bit in 0..<8 { pattern(side - 1 - bit, 8, isSet(bit)) }
        for bit in 8..<15 { pattern(8, side - 15 + bit, isSet(bit)) }
        pattern(8, side - 8, true)
    }

    /// The size, twice, in those that are large enough to be miscounted (7.10).
    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        let bits = version.number << 12 | Self.remainder(version.number, shifts: 12, by: 0x1F25)
        for bit in 0..<18 {
            let (far, near) = (side - 11 + bit % 3, bit / 3)
            pattern(far, near, bits >> bit & 1 == 1)
            pattern(near, far, bits >> bit & 1 == 1)
        }
    }

    private static func remainder(_ value: Int, shifts: Int, by divisor: Int) -> Int {
        (0..<shifts).reduce(value) { rest, _ in rest << 1 ^ (rest >> (shifts - 1) & 1) * divisor }
    }

    // MARK: - What is said

    /// Two columns at a time, from the right, up and down in turn (7.7.3).
    private mutating func draw(codewords: [UInt8]) {
        var bit = 0
        var isUpward = true
        for right in stride(from: side - 1, to: 0, by: -2) {
            // The column of the timing pattern is stepped over.
            let right = right <= 6 ? right - 1 : right
            for step in 0..<side {
                let row = isUpward ? side - 1 - step : step
                for column in [right, right - 1] where !isPattern[row * side + column] && bit < codewords.count * 8 {
                    modules[row * side + column] = codewords[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1
                    bit += 1
                }
            }
            isUpward.toggle()
        }
    }

    private func masked(_ mask: Int) -> QRSymbol {
        var symbol = self
        for row in 0..<side {
            for column in 0..<side where !isPattern[row * side + column] && Self.flips(mask, column, row) {
                symbol.modules[row * side + column].toggle()
            }
        }
        symbol.drawFormat(mask: mask)
        return symbol
    }

    /// 7.8.2, table 10.
    private static func flips(_ mask: Int, _ column: Int, _ row: Int) -> Bool {
        let product = column * row
        return switch mask {
        case 0: (column + row) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (column + row) % 3 == 0
        case 4: (column / 3 + row / 2) % 2 == 0
        case 5: product % 2 + product % 3 == 0
        case 6: (product % 2 + product % 3) % 2 == 0
        default: ((column + row) % 2 + product % 3) % 2 == 0
        }
    }
}

/// How much of a masked QR code could mislead a camera (ISO/IEC 18004, 7.8.3): the fewer points, the better.
struct QRPenalty {
    let points: Int

    init(of symbol: QRSymbol) {
        let side = symbol.side
        let rows = (0..<side).map { row in (0..<side).map { symbol[$0, row] } }
        let columns = (0..<side).map { column in (0..<side).map { symbol[column, $0] } }
        points =
            (rows + columns).reduce(0) { $0 + Self.runs(in: $1) + Self.finders(in: $1) }
            + Self.blocks(in: rows) + Self.imbalance(of: symbol.modules)
    }

    /// Five of a colour in a row, and more.
    static func runs(in line: [Bool]) -> Int {
        var (points, length) = (0, 0)
        for (index, module) in line.enumerated() {
            length = index > 0 && line[index - 1] == module ? length + 1 : 1
            if length == 5 { points += 3 } else if length > 5 { points += 1 }
        }
        return points
    }

    /// What looks like a finder: 1:1:3:1:1 with four light modules before or behind. Around the code all is light.
    static func finders(in line: [Bool]) -> Int {
        let finder = [true, false, true, true, true, false, true]
        guard line.count >= finder.count else { return 0 }
        func isLight(_ places: Range<Int>) -> Bool { places.allSatisfy { !line.indices.contains($0) || !line[$0] } }
        return (0...line.count - finder.count).reduce(0) { points, start in
            let end = start + finder.count
            guard line[start..<end].elementsEqual(finder) else { return points }
            return isLight(start - 4..<start) || isLight(end..<end + 4) ? points + 40 : points
        }
    }

    /// Each square of two by two in one colour.
    private static func blocks(in rows: [[Bool]]) -> Int {
        var points = 0
        for (upper, lower) in zip(rows, rows.dropFirst()) {
            for column in upper.indices.dropFirst() {
                let square = [upper[column - 1], upper[column], lower[column - 1], lower[column]]
                if square.allSatisfy({ $0 == square[0] }) { points += 3 }
            }
        }
        return points
    }

    /// Ten points for each full five per cent away from half dark, half light.
    private static func imbalance(of modules: [Bool]) -> Int {
        let dark = modules.count { $0 }
        return abs(dark * 20 - modules.count * 10) / modules.count * 10
    }
}

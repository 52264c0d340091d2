import PortalModel

/// A share of something in per cent, with two digits that count: "8.5 %", "0.034 %".
enum ShareText {
    /// - Parameter share: from 0 to 1; nil and what is no share is empty.
    static func text(_ share: Double?, in language: Language) -> String {
        guard let share, share.isFinite, (0...1).contains(share) else { return "" }
        let percent = share * 100
        var decimals = 1
        // Rarer than one in a thousand million nobody can count.
        while decimals < 8, percent > 0, percent * power(of: decimals - 1) < 1 { decimals += 1 }
        let scaled = Int64((percent * power(of: decimals)).rounded())
        let whole = String(scaled / Int64(power(of: decimals)))
        let digits = String(scaled % Int64(power(of: decimals)))
        var fraction = String(repeating: "0", count: decimals - digits.count) + digits
        while fraction.count > 1, fraction.hasSuffix("0") { fraction.removeLast() }
        return "\(whole)\(language == .german ? "," : ".")\(fraction) %"
    }

    private static func power(of decimals: Int) -> Double {
        (0..<decimals).reduce(1) { product, _ in product * 10 }
    }
}

extension Phrasing {
    /// Empty where it is not known.
    package func share(_ share: Double?) -> String { ShareText.text(share, in: language) }

    /// How many alleles; as it came where that is no whole number.
    package func alleles(_ value: Double?) -> String {
        guard let value else { return "" }
        return Int64(exactly: value).map { number($0) } ?? AlleleFrequency.plain(value)
    }
}

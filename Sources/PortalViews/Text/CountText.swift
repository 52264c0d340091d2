import PortalModel

/// Numbers as people read them.
public enum CountText {
    /// With a comma between thousands, "1,204", or a point in German: "1.204".
    public static func text(_ count: some BinaryInteger, in language: Language = .english) -> String {
        let digits = String(count.magnitude)
        guard digits.utf8.count > 3 else { return count < 0 ? "-\(digits)" : digits }
        var text = count < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text.append(language == .german ? "." : ",") }
            text.append(digit)
        }
        return text
    }

    /// With its noun: "1 file", "3 files".
    public static func text(_ count: some BinaryInteger, _ one: String, _ many: String? = nil) -> String {
        "\(text(count)) \(count == 1 ? one : many ?? one + "s")"
    }

    /// Bytes in decimal units, two digits below ten: "4.1 TB", "812 kB".
    public static func bytes(_ count: Int64, in language: Language = .english) -> String {
        guard count >= 1000 else { return "\(max(count, 0)) B" }
        let units = ["kB", "MB", "GB", "TB", "PB", "EB"]
        // In tenths of the unit, so that rounding up to 1000 moves to the next one.
        var tenths = count / 100 + (count % 100 >= 50 ? 1 : 0)
        var unit = 0
        while tenths >= 9995, unit < units.count - 1 {
            tenths = (tenths + 500) / 1000
            unit += 1
        }
        let point = language.decimalPoint
        return tenths < 100
            ? "\(tenths / 10)\(point)\(tenths % 10) \(units[unit])" : "\((tenths + 5) / 10) \(units[unit])"
    }
}

extension Language {
    /// Between a number's whole and its tenths.
    var decimalPoint: String { self == .german ? "," : "." }
}

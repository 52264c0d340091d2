/// Rows as comma-separated values, as RFC 4180 has them. Line ends and control characters in a cell become spaces.
public enum CSVText {
    /// With a line end after every row.
    public static func text(_ rows: [[String]]) -> String {
        rows.map { row in row.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// The same with tabs between the cells, as IANA's text/tab-separated-values has it: nothing is quoted.
    public static func tabbed(_ rows: [[String]]) -> String {
        rows.map { row in row.map(harmless).joined(separator: "\t") + "\n" }.joined()
    }

    private static func harmless(_ value: String) -> String {
        let bare = String(value.map { $0.unicodeScalars.allSatisfy(isControl) ? " " : $0 })
        return startsFormula(bare) ? "'" + bare : bare
    }

    private static func cell(_ value: String) -> String {
        let safe = harmless(value)
        guard safe.contains(where: { $0 == "," || $0 == "\"" }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }

    /// A spreadsheet would carry it out. Titles come from catalogues, and are not to be trusted with that.
    private static func startsFormula(_ value: String) -> Bool {
        // Spreadsheets pass over spaces in front, and take the full-width signs of East Asian keyboards for the others.
        let words = value.drop {
            $0.isWhitespace || $0.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint)
        }
        guard value.first == "\t" || words.first.map({ "=+-@＝＋－＠".contains($0) }) == true else { return false }
        return Double(words) == nil
    }
}

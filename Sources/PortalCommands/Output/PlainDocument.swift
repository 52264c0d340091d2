import Foundation

/// A document of a service without what a terminal would obey: C0 controls but for tabs and line ends, DEL and C1. RDF/XML
/// and JSON do not allow them, and Turtle has escapes for them.
struct PlainDocument {
    let data: Data
    /// How many characters were left out; bytes that are not UTF-8 count too, since they may be C1 to a terminal.
    let left: Int

    init(_ document: Data) {
        let text = String(decoding: document, as: UTF8.self)
        var plain = String.UnicodeScalarView()
        var left = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.generalCategory == .control, !["\n", "\r", "\t"].contains(scalar) {
                left += 1
            } else {
                plain.append(scalar)
            }
        }
        let cleaned = Data(String(plain).utf8)
        self.left = left
        // Untouched where there is nothing to leave out.
        data = left == 0 && cleaned == document ? document : cleaned
    }
}

import Foundation

extension PrivateFile {
    /// What Linux's file systems take for one name, in bytes; room for a number (`-999`) is left.
    private static let longestName = 250

    /// A name that stays in its folder, shows what it is and is no option of a command: services name files as others
    /// called them. Its extension stays, because it says what opens it.
    static func safe(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        var clean = String.UnicodeScalarView()
        for scalar in last.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: clean.append("_")
            // Bidirectional overrides show "fdp.exe" as "exe.pdf"; joiners are letters' business.
            case .format where scalar != "\u{200C}" && scalar != "\u{200D}": break
            default: clean.append(scalar)
            }
        }
        let visible = String(clean).drop { $0 == "." || $0 == "-" || $0.isWhitespace }
        return visible.isEmpty ? "file" : cut(String(visible))
    }

    /// To `longestName` bytes, at whole characters and in front of the extension.
    private static func cut(_ name: String) -> String {
        guard name.utf8.count > longestName else { return name }
        let dot = name.lastIndex(of: ".")
        let ending = dot.map { String(name[$0...]) } ?? ""
        // What is longer is no extension but a sentence with a full stop.
        let kept = ending.utf8.count <= 20 ? ending : ""
        var stem = dot.map { kept.isEmpty ? name[...] : name[..<$0] } ?? name[...]
        while stem.utf8.count + kept.utf8.count > longestName { stem.removeLast() }
        return stem + kept
    }
}

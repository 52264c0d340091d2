/// What names say by themselves, where nothing is said of them.
enum FDPTerm {
    /// The end of the name where that is a word; else the whole name.
    static func label(_ name: String) -> String {
        if let theme = themes[name] { return theme }
        if let range = name.firstRange(of: "/media-types/") { return String(name[range.upperBound...]) }
        let end = String(tail(name))
        let isOfVocabulary = name.contains("publications.europa.eu/resource/authority/")
        let isWord = end.count > 1 && end.allSatisfy { $0.isLetter || $0 == "_" || $0 == "-" }
        guard isOfVocabulary || isWord, !end.isEmpty else { return name }
        return end.split(separator: "_").joined(separator: " ")
    }

    /// The local part, as a field of discovery.yaml would be called.
    static func field(_ predicate: String) -> String {
        let end = tail(predicate)
        let known = [
            "prefLabel": "label", "fn": "name", "hasFN": "name", "issued": "createdAt", "modified": "modifiedAt",
            "startDate": "start", "endDate": "end",
        ]
        return known[String(end)] ?? (end.isEmpty ? predicate : String(end))
    }

    private static func tail(_ name: String) -> Substring {
        var name = name[...]
        while name.hasSuffix("/") || name.hasSuffix("#") { name.removeLast() }
        return name.split { $0 == "/" || $0 == "#" || $0 == ":" }.last ?? name
    }

    /// The labels of the EU's vocabulary of themes (`data-theme`), whose names are abbreviations.
    private static let themes: [String: String] = {
        let labels = [
            "AGRI": "Agriculture, fisheries, forestry and food", "ECON": "Economy and finance",
            "EDUC": "Education, culture and sport", "ENER": "Energy", "ENVI": "Environment",
            "GOVE": "Government and public sector", "HEAL": "Health", "INTR": "International issues",
            "JUST": "Justice, legal system and public safety", "OP_DATPRO": "Provisional data",
            "REGI": "Regions and cities", "SOCI": "Population and society", "TECH": "Science and technology",
            "TRAN": "Transport",
        ]
        return Dictionary(
            uniqueKeysWithValues: labels.map {
                ("http://publications.europa.eu/resource/authority/data-theme/" + $0.key, $0.value)
            })
    }()
}

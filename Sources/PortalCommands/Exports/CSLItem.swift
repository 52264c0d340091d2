import PortalModel

/// A citation as the Citation Style Language takes it: an item of `csl-data.json` 1.0.2.
struct CSLItem: EncodesInKeyOrder {
    struct Name: EncodesInKeyOrder {
        /// Catalogues do not say which part of a name is the family's.
        var literal: String
    }

    struct Issued: EncodesInKeyOrder {
        var dateParts: [[Int]]

        private enum CodingKeys: String, CodingKey { case dateParts = "date-parts" }
    }

    var doi: String?
    var url: String?
    var author: [Name]?
    var id: String
    var issued: Issued?
    var keyword: String?
    var number: String?
    var publisher: String?
    package var title: String
    var type = "dataset"
    var version: String?

    private enum CodingKeys: String, CodingKey {
        case doi = "DOI"
        case url = "URL"
        case author, id, issued, keyword, number, publisher, title, type, version
    }

    init(_ citation: Citation) {
        doi = citation.doi?.name
        url = citation.url
        author = citation.authors.isEmpty ? nil : citation.authors.map { Name(literal: $0) }
        id = citation.id.rawValue
        issued = citation.issued.map { Issued(dateParts: [[$0.year, $0.month, $0.day]]) }
        keyword = citation.keywords.isEmpty ? nil : citation.keywords.joined(separator: ", ")
        number = citation.identifier
        publisher = citation.publisher
        title = citation.title
        version = citation.version
    }
}

/// The file that holds the terms of a licence of type `attachment`, in one language.
public struct LicenceFile: Hashable, Sendable {
    /// The licence's number.
    public var licence: Int64
    /// Such as `en`.
    public var language: String
    /// By which the service gives the file out, where it tells.
    public var attachment: Int64?
    /// What the file is called.
    public var name: String

    public init(licence: Int64, language: String, attachment: Int64?, name: String) {
        self.licence = licence
        self.language = language
        self.attachment = attachment
        self.name = name
    }
}

extension Licence {
    /// The file with the terms in the first of `languages` that is there; nil for licences of other types.
    public func file(in languages: [String]) -> LicenceFile? {
        guard case .attachment(let names, let files) = content else { return nil }
        guard let name = names.variant(in: languages) ?? files.variant(in: languages) else { return nil }
        let number = files.variants.first { $0.language == name.language } ?? files.variant(in: languages)
        return LicenceFile(
            licence: id, language: name.language, attachment: number.flatMap { Int64($0.text) }, name: name.text)
    }

    /// The languages that the terms are there in, in the service's order.
    public var languages: [String] { terms.variants.filter { !$0.text.isEmpty }.map(\.language) }

    /// The language in which they are read by whoever prefers `languages`.
    public func language(in languages: [String]) -> String? { terms.variant(in: languages)?.language }

    private var terms: LocalizedText {
        switch content {
        case .text(let text), .link(let text), .attachment(let text, _): text
        }
    }
}

extension Licence.Content {
    /// The terms themselves, or where they are.
    public func text(in languages: [String]) -> String {
        switch self {
        case .text(let text), .link(let text): text.text(in: languages)
        case .attachment(let name, _):
            "The terms are in a file, “\(name.text(in: languages))”, which comes with the request."
        }
    }
}

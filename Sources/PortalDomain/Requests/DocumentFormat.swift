/// In which form a request leaves the program as a document.
public enum DocumentFormat: String, Hashable, Sendable, CaseIterable {
    /// CommonMark.
    case markdown = "md"
    /// Plain text.
    case text = "txt"
    /// JSON, as `docs/schemas` describes it.
    case json
    /// PDF, made by groff.
    case pdf

    /// In words, in English.
    public var words: String {
        switch self {
        case .markdown: "Markdown"
        case .text: "plain text"
        case .json: "JSON, for programs"
        case .pdf: "PDF"
        }
    }

    /// As IANA names it.
    public var mediaType: String {
        switch self {
        case .markdown: "text/markdown"
        case .text: "text/plain"
        case .json: "application/json"
        case .pdf: "application/pdf"
        }
    }

    /// Such as `request-17.pdf`: what is no letter or digit of an id is left out.
    public func filename(of application: ApplicationID) -> String {
        let id = application.rawValue.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        return "request-\(id.isEmpty ? "draft" : id).\(rawValue)"
    }
}

import PortalDomain

/// What the browser shows when it has come back to this machine, in the language that it asks for.
enum LoopbackPage {
    case arrived, unknown

    /// A whole page of HTML, which holds nothing of the request.
    func html(in language: Language) -> String {
        let (title, words) = words(in: language)
        return """
            <!doctype html><html lang="\(language.rawValue)"><title>\(title)</title><h1>\(title)</h1><p>\(words)</p></html>

            """
    }

    private func words(in language: Language) -> (title: String, words: String) {
        switch (self, language) {
        case (.arrived, .english):
            ("Back to the terminal", "The answer has reached portal. You can close this page.")
        case (.arrived, .german):
            ("Zurück zum Terminal", "Die Antwort ist bei portal angekommen. Sie können diese Seite schließen.")
        case (.unknown, .english): ("Not found", "There is nothing here.")
        case (.unknown, .german): ("Nicht gefunden", "Hier ist nichts.")
        }
    }
}

extension Language {
    /// - Parameter accepted: what `Accept-Language` says (RFC 9110, 12.5.4), best first as browsers write it.
    init(accepted: String) {
        self.init(
            preferring: accepted.split(separator: ",").map { tag in
                String(tag.drop { $0 == " " }.prefix { $0.isLetter }).lowercased()
            })
    }
}

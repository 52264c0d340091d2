import PortalModel

extension RequestDocument {
    /// As HTML with the structure that a reader for the blind goes by: headings in order, questions with their answers as
    /// lists of descriptions. For programs that make PDF of it; it names nothing that would have to be fetched.
    public var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(HTML.escaped(language))">
        <head>
        <meta charset="utf-8">
        <title>\(HTML.escaped(title))</title>
        <style>
        @page { size: A4; margin: 20mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
        body { font: 11pt/1.4 "DejaVu Sans", "Noto Sans", sans-serif; }
        h1 { font-size: 18pt; } h2 { font-size: 14pt; margin: 14pt 0 4pt; } h3 { font-size: 12pt; margin: 10pt 0 2pt; }
        h1, h2, h3, dt { break-after: avoid; }
        dt { font-weight: bold; margin-top: 6pt; } dd { margin: 0 0 0 5mm; }
        dd, p, li { white-space: pre-wrap; overflow-wrap: anywhere; }
        </style>
        </head>
        <body>
        <h1>\(HTML.escaped(title))</h1>
        \(HTML.body(blocks))
        </body>
        </html>

        """
    }
}

enum HTML {
    static func body(_ blocks: [RequestDocument.Block]) -> String {
        var parts: [String] = []
        var answers: [RequestDocument.Answer] = []
        func endAnswers() {
            guard !answers.isEmpty else { return }
            parts.append("<dl>\n" + answers.map(text).joined(separator: "\n") + "\n</dl>")
            answers = []
        }
        for block in blocks {
            if case .answer(let answer) = block {
                answers.append(answer)
            } else {
                endAnswers()
                parts.append(text(block))
            }
        }
        endAnswers()
        return parts.joined(separator: "\n")
    }

    private static func text(_ block: RequestDocument.Block) -> String {
        switch block {
        case .heading(let title): "<h2>\(escaped(title))</h2>"
        case .subheading(let title): "<h3>\(escaped(title))</h3>"
        case .note(let text): "<p>\(escaped(text))</p>"
        case .facts(let facts):
            "<dl>\n"
                + facts.map { "<dt>\(escaped($0.label))</dt><dd>\(escaped($0.value))</dd>" }.joined(separator: "\n")
                + "\n</dl>"
        case .answer(let answer): text(answer)
        case .list(let entries):
            "<ul>\n" + entries.map { "<li>\(escaped($0))</li>" }.joined(separator: "\n") + "\n</ul>"
        }
    }

    private static func text(_ answer: RequestDocument.Answer) -> String {
        let answers = answer.answers.isEmpty ? ["No answer"] : answer.answers
        return "<dt>\(escaped(answer.question))</dt>" + answers.map { "<dd>\(escaped($0))</dd>" }.joined()
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}

/// The review as it is read off a screen on which all of it has room.
struct RequestReview {
    private let lines: [String]

    init(_ screen: String) {
        lines = screen.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            // The cursor's mark and the scroll bar are no part of it.
            var line = Substring(line.first == PortalStory.marker ? " " + line.dropFirst() : String(line))
            if line.last == "┃" { line = line.dropLast() }
            while line.last == " " { line = line.dropLast() }
            return String(line)
        }
    }

    static func isShown(_ screen: String) -> Bool { screen.contains("Still to do") || canBeSent(screen) }

    /// Nothing is missing; it may have been tried before.
    static func canBeSent(_ screen: String) -> Bool {
        screen.contains("Everything is there") || screen.contains("s sends it again")
    }

    /// The title of the first thing that is missing; the cursor stands on it.
    var firstMissing: String? {
        lines.first { $0.hasPrefix("   × ") }.map { String($0.dropFirst(5)) }
    }

    /// By title, as far as there is an answer.
    var answers: [String: String] {
        var answers: [String: String] = [:]
        var title: String?
        // The first form's heading follows what is missing.
        for line in lines.drop(while: { !$0.hasPrefix(" Research project") }).dropFirst() {
            let indent = line.prefix { $0 == " " }.count
            switch indent {
            case 3: title = String(line.dropFirst(3))
            case 5...:
                let words = String(line.dropFirst(5))
                guard let title, !words.hasPrefix("no answer") else { continue }
                answers[title] = answers[title].map { $0 + " " + words } ?? words
            default:
                title = nil
                if line == " Licences" { return answers }
            }
        }
        return answers
    }
}

extension WizardPage {
    /// What a one-line or long text shows; nil when the field is not in sight or has not the cursor.
    func text(of title: String) -> String? {
        guard focus?.hasPrefix(title) == true else { return nil }
        let rows = focusedBlock.dropFirst().filter { !$0.isEmpty && !$0.hasPrefix("×") && !$0.hasPrefix("(") }
        return rows.joined(separator: " ")
    }
}

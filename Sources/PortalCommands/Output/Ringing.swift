import PortalModel
import PortalViews
import TerminalCanvas

/// What makes the terminal tell a person who looks elsewhere.
package struct Ringing {
    let settings: NotifySettings

    package init(settings: NotifySettings) { self.settings = settings }

    /// The bytes for the terminal; nil where nothing is wanted.
    package func sequence(for text: TerminalText) -> String? {
        switch settings.way {
        case .off: nil
        case .bell: "\u{07}"
        case .osc9: wrapped("\u{1B}]9;\(Self.shown(text))\u{1B}\\")
        case .osc777: wrapped("\u{1B}]777;notify;portal;\(Self.shown(text))\u{1B}\\")
        }
    }

    /// Short, since notices cut what is long; without the sign that parts what terminals read; and not as ConEmu and
    /// Windows Terminal have progress, which begins with a digit.
    private static func shown(_ text: TerminalText) -> String {
        let words = String(text.singleLine.plain.map { $0 == ";" ? "," : $0 })
        return String((words.first?.isNumber == true ? "portal: " + words : words).prefix(longest))
    }

    private static let longest = 100

    /// Each ESC doubled, as tmux takes what is not for it.
    private func wrapped(_ sequence: String) -> String {
        guard settings.passesTmux else { return sequence }
        let doubled = sequence.flatMap { $0 == "\u{1B}" ? [$0, $0] : [$0] }
        return "\u{1B}Ptmux;\(String(doubled))\u{1B}\\"
    }
}

extension Ringing {
    /// Rings in the terminal of a command, where it has one, as the screen would: once for all that a look has found.
    ///
    /// Words for people go to standard error, and so does this: results are a program's where that is no terminal.
    func tell(_ movements: [RequestMovement]) {
        guard let message = RequestMessage.news(of: movements),
            let sequence = sequence(for: Phrasing.person(Message.requests(message)))
        else { return }
        for writer in [TerminalWriter.standardError, .standardOutput] where writer.isTerminal {
            return writer.send(control: sequence)
        }
    }
}

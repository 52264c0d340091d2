import PortalCommands
import PortalModel
import PortalViews
import TerminalBackend
import TerminalCanvas

/// What makes the terminal tell a person who looks elsewhere.
struct Ringing {
    let settings: NotifySettings

    /// The bytes for the terminal; nil where nothing is wanted.
    func sequence(for text: TerminalText) -> String? {
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

extension PortalProgram {
    func ring(_ message: Message, _ movements: [RequestMovement]) {
        let notify = settings.screen.notify
        if let sequence = Ringing(settings: notify).sequence(for: TerminalText(singleLine: view.text(message))) {
            session?.screen.send(control: sequence)
        }
        ChangeHook(notify.hook, environment: settings.environment, logger: logger).tell(movements)
    }
}

import Logging
import PortalModel
import TerminalBackend

/// What the machine does not have and the program brings along: said once, so that nobody wonders later.
extension PortalProgram {
    func tellStandIns(for terminal: TerminalDescription?) {
        if let terminal, terminal.source == .program {
            logger.notice("\(terminal.words)")
            // The very terminal that was asked for looks as it should: then the log is enough.
            if terminal.isStandIn { send(.noted(terminal.words)) }
        }
        let locale = settings.locale
        guard locale.source != .environment else { return }
        logger.notice(
            "locale", metadata: ["asked": "\(locale.asked ?? "none")", "taken": "\(locale.taken ?? "ASCII")"])
    }
}

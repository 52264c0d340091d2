import PortalCommands
import PortalModel
import PortalViews
import TerminalBackend
import TerminalCanvas

extension PortalProgram {
    /// Tells a person who looks elsewhere.
    func ring(_ message: Message, _ movements: [RequestMovement]) {
        let notify = settings.screen.notify
        if let sequence = Ringing(settings: notify).sequence(for: TerminalText(singleLine: view.text(message))) {
            session?.screen.send(control: sequence)
        }
        ChangeHook(notify.hook, environment: settings.environment, logger: logger).tell(movements)
    }
}

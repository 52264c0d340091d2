import Glibc
import PortalCommands
import PortalModel
import PortalServices
import PortalStorage
import PortalViews
import TerminalBackend
import TerminalCanvas

/// The end: nothing that was written is lost, and nobody is signed out by it.
extension PortalProgram {
    func quit() {
        Task { @UI in
            await runner?.finishJournal()
            keepElsewhere(after: saveNow())
            leave(exitCode: 0)
        }
    }

    func finishWriting() {
        Task { @UI in
            await runner?.finishJournal()
            send(.writingFinished)
        }
    }

    /// A signal or a lost terminal: drafts reach the disk before anything else is done.
    func end(_ end: TerminalSession.End) {
        // A second one while something is waited for: the person wants to go now.
        guard !isLeaving else { return end == .signal(SIGINT) ? shutDown(exitCode: end.exitCode) : () }
        keepElsewhere(after: saveNow())
        leave(exitCode: end.exitCode)
    }

    /// Ends the program as soon as no sign-in is being renewed any more: what the service has replaced would be lost.
    private func leave(exitCode: Int32) {
        isLeaving = true
        logMissingWords()
        let isUnderWay = UncutWork.shared.end { Task { @UI [weak self] in self?.shutDown(exitCode: exitCode) } }
        guard isUnderWay else { return shutDown(exitCode: exitCode) }
        // The shell's screen, so that it is seen that the program is ending.
        session?.finish()
        TerminalWriter.standardError.write("portal: \(Phrasing.person(SignInCommandWords.awaitsAnswerOfScreen))")
        EventSources.shared.schedule(at: .now + UncutWork.longest) { [weak self] in
            self?.shutDown(exitCode: exitCode)
        }
    }

    /// What the disk has not taken is kept in the next best place, and said when the terminal is the shell's again.
    private func keepElsewhere(after failure: PortalError?) {
        guard let failure else { return }
        lastWords = [failure.why]
        guard let portal else { return }
        lastWords.append(portal.disk.rescue(store.state.flushDrafts()))
    }

    /// Whoever is about to be stopped or ended may not come back. What is written later in the usual way is the same
    /// once more.
    @discardableResult
    func saveNow() -> PortalError? {
        do throws(PortalError) {
            try portal?.disk.saveDraftsNow(store.state.flushDrafts())
            return nil
        } catch {
            return error
        }
    }

    private func shutDown(exitCode: Int32) {
        self.exitCode = exitCode
        session?.finish()
        for words in lastWords.map(view.text) {
            TerminalWriter.standardError.write(TerminalText(sanitizing: "portal: \(words)"))
        }
        lastWords = []
        let lines = store.state.linesToGoOn
        if !lines.isEmpty {
            let words = view.text(Message.fetching(.goesOn(lines: lines)))
            TerminalWriter.standardError.write(TerminalText(sanitizing: "portal: \(words)"))
        }
        meter.write()
        runner?.cancelReads()
        portal?.close()
        portal = nil
        connection = nil
        UI.executor.stop()
    }
}

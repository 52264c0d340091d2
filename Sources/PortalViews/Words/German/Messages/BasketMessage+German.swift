import PortalModel
import TerminalCanvas

extension BasketMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .alreadyIn: "Sie liegen schon im Korb."
        case .takenOut: "Aus dem Korb genommen. \(c.key(.undoRemove, in: .basket)) im Korb legt es zurück."
        case .keptInMemory: "Der Korb bleibt, solange das Programm läuft."
        case .writtenAgain: "Bei der nächsten Änderung wird er wieder geschrieben."
        case .noIdentifierHere:
            "Keine Kennung, mit der gefragt werden kann: \(c.key(.open, in: .basket)) zeigt, wen man fragt."
        case .notTakenHere(let words):
            """
            Wird hier nicht angenommen: \(c.key(.open, in: .basket)) zeigt, wo zu fragen ist. Das Portal sagt: \
            \(words)
            """
        case .nothingTakenOut: "Es wurde nichts herausgenommen."
        case .isEmpty: "Der Korb ist leer."
        case .isEmptyHere:
            """
            Der Korb ist leer: \(c.key(.addToBasket, in: .browserList)) in den Datensätzen legt etwas hinein.
            """
        case .begunBefore: "Dieser Antrag war schon begonnen: hier geht er weiter."
        case .standing(let number, let state):
            """
            Beim Portal steht schon ein Antrag zu denselben Datensätzen: \(number), \(c(state)). Noch einen \
            weiteren anlegen?
            """
        case .oneAtATime: "Dieses Portal nimmt einen Datensatz je Antrag: die anderen bleiben im Korb."
        case .otherStays: "Der andere Datensatz bleibt im Korb: er braucht einen eigenen Antrag."
        case .othersStay(let count): "Die anderen \(count) Datensätze bleiben im Korb: sie brauchen eigene Anträge."
        case .added(let count, let open):
            """
            \(count == 1 ? "Im Korb.\(open ? " Der Zugang ist offen: vielleicht geht es ohne Antrag." : "")" : "\(count) Datensätze in den Korb gelegt.")
            """
        case .andMore(let refusal, let others): "\(c(refusal)) (und \(others) weitere)"
        case .governedElsewhere(let title, nil):
            "„\(title)“ verwaltet der Anbieter: dort Zugang beantragen; \(c.key(.open, in: .browserList)) zeigt, wo."
        case .governedElsewhere(let title, .address(let address)):
            "„\(title)“ verwaltet der Anbieter: dort Zugang beantragen, unter \(address)."
        case .governedElsewhere(let title, let place?):
            "„\(title)“ verwaltet der Anbieter: dort Zugang beantragen. \(c(ProviderWords.instead(place)))"
        case .isSeries(let title):
            """
            „\(title)“ ist eine Serie: \(c.key(.open, in: .browserList)) öffnet sie, und \
            \(c.key(.addToBasket, in: .dataset)) legt dort ihre Datensätze in den Korb.
            """
        case .noIdentifier(let title): "„\(title)“ hat keine Kennung, mit der Zugang beantragt werden könnte."
        case .putBack(let title, let count): "Zurückgelegt: \(count == 1 ? title : c.count(count, .dataset))"
        case .noRequestsHere(let reason, let contact):
            """
            \(c(reason)) \
            \(contact.map { "Zu fragen: \($0)." } ?? "\(c.key(.open, in: .basket)) auf einem Datensatz zeigt, wen man fragt.")
            """
        case .sentBefore(let submission, let asked):
            """
            Ein Antrag zu denselben Datensätzen \(submission.phase == .submitted ? "wurde" : "sollte") am \
            \(c.day(submission.time)) von hier \
            \(submission.phase == .submitted ? "abgesendet" : "abgesendet werden")\(submission.application.map { ", als \($0.rawValue)" } ?? ""): \
            \(asked ? "das Portal zeigt ihn noch nicht, und er kann noch ankommen" : "das Portal konnte nicht gefragt werden, was daraus wurde"). \
            Noch einen weiteren anlegen?
            """
        }
    }
}

import PortalModel
import TerminalCanvas

extension MemberWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title(let id): "Mitglieder des Antrags \(id)"
        case .withInvited(let taking, let invited): "\(taking) \(c.glyphs.separator) \(invited) eingeladen"
        case .applicant: "Antragsteller"
        case .notKnown: "(nicht bekannt)"
        case .nobody: "Sonst nimmt noch niemand teil."
        case .invitedShort: "eingeladen"
        case .accepting:
            """
            Wer eingeladen wird, bekommt eine E-Mail von REMS, das die Anträge führt, und ist Mitglied, sobald \
            er sich dort angemeldet und angenommen hat.
            """
        case .takeBack(let name):
            "Die Einladung von \(name) zurücknehmen? Der Link in der E-Mail gilt dann nicht mehr."
        case .remove(let name): "\(name) aus diesem Antrag nehmen? Er ist dann für diese Person nicht mehr zu sehen."
        case .answer(let question):
            """
            \(question) \(c.key(.choose, in: .memberQuestion)) führt es aus, \
            \(c.key(.goBack, in: .memberQuestion)) lässt alles, wie es ist.
            """
        case .shownIsOlder: " Angezeigt ist der Stand davor."
        case .failed(let error, let id, let shown): "\(error)\(id)\(shown) \(c.key(.refresh)) fragt noch einmal."
        case .inviting(let name): "\(name) wird eingeladen"
        case .takingBack: "Die Einladung wird zurückgenommen"
        case .removing(let name): "\(name) wird herausgenommen"
        case .askingWho: "Die Antwort ging verloren. Das Portal wird gefragt, wer teilnimmt\(c.glyphs.ellipsis)"
        case .askingFirst: "Das Portal wird gefragt, ob die erste Einladung angekommen ist\(c.glyphs.ellipsis)"
        case .unknown(let error, let id, let again):
            """
            Ob es geschehen ist, ist nicht bekannt. \(error)\(id) \(again) fragt das Portal; zweimal gesendet \
            wird nicht.
            """
        case .mayStillArrive(let again):
            "Sie kann noch ankommen: \(again) sieht noch einmal nach und sendet erst dann eine weitere."
        case .doesItAgain(let again): "\(again) versucht es noch einmal."
        case .lost(let late): "Die Antwort ging verloren, und beim Portal ist nichts davon zu sehen. \(late)"
        case .keptTriesAgain(let again): " Das Geschriebene bleibt; \(again) versucht es erneut."
        case .notDone(let error, let detail, let id, let next): "Nicht geschehen. \(error)\(detail)\(id)\(next)"
        }
    }
}

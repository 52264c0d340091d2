import PortalModel
import TerminalCanvas

extension RequestMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .beingCopied: "Er wird gerade kopiert."
        case .originUnknown: "Das Portal sagt nicht, aus welchem Antrag dieser Zugang stammt."
        case .noAccess: "Noch ist kein Zugang gewährt."
        case .notSubmittedYet: "Er ist nicht abgesendet: \(c.key(.deleteRequest, in: .requests)) löscht den Entwurf."
        case .closedAlready: "Er ist schon geschlossen."
        case .nothingToClose(let state): "Er ist „\(c(state))“: es gibt nichts zu schließen."
        case .approvedStays: "Er ist genehmigt: nur das Komitee kann den Zugang beenden."
        case .mayNotClose:
            """
            Das Portal lässt Sie ihn jetzt nicht schließen. Ein zurückgegebener Antrag lässt sich schließen; solange er \
            beim Komitee ist, kann es das Komitee.
            """
        case .beingSent: "Der Antrag wird gerade gesendet."
        case .datasetsFixed(let state):
            """
            Er ist „\(c(state))“: nur in Entwürfen und zurückgegebenen Anträgen lassen sich die Datensätze \
            ändern.
            """
        case .mayNotChange: "Das Portal lässt Sie seine Datensätze nicht ändern."
        case .close(let number, let kept):
            """
            Antrag \(number) schließen? Das Komitee arbeitet nicht weiter daran, und er kann nicht wieder \
            geöffnet werden.\(kept ? "" : " Nicht abgesendete Antworten werden gelöscht.")
            """
        case .fetching(let name): "„\(name)“ wird abgerufen\(c.glyphs.ellipsis)"
        case .notEditable(let state):
            "Er ist „\(c(state))“: nur Entwürfe und zurückgegebene Anträge lassen sich bearbeiten."
        case .takenWhole: "Dieses Portal nimmt einen Antrag als Ganzes: was es hat, wird nicht mehr geändert."
        case .mayNotEdit: "Das Portal lässt Sie ihn nicht bearbeiten: das kann, wer ihn stellt."
        case .openElsewhere(let holder):
            """
            Dieser Entwurf ist in einem anderen Portal-Programm offen (\(holder)). Dort beenden, dann hier neu \
            beginnen.
            """
        case .notDeletable(let state): "Er ist „\(c(state))“: nur Entwürfe lassen sich löschen."
        case .mayNotDelete: "Das Portal lässt Sie ihn nicht löschen: das kann, wer ihn stellt."
        case .noRequest: "Unter dem Cursor ist kein Antrag."
        case .beingDeleted: "Er wird gerade gelöscht."
        case .beingMade: "Das Portal legt diesen Antrag gerade an: seine Antwort abwarten."
        case .noFile: "Keine Datei hängt daran."
        case .notAnswered: "Das Portal hat diesen Antrag noch nicht geschickt."
        case .beingChanged: "Das Portal wird um eine Änderung gebeten: seine Antwort abwarten."
        case .noneYet: "Es gibt noch keinen Antrag."
        case .oneDatasetAtLeast:
            """
            Ein Antrag braucht mindestens einen Datensatz: mit \(c.key(.toggleChoice, in: .menu)) einen \
            ankreuzen.
            """
        case .datasetsStay: "Die Datensätze bleiben, wie sie sind."
        case .shownWhenAnswered: "Ob es geschehen ist, zeigt sich, sobald das Portal antwortet."
        case .nothingChanged: "Nichts wurde geändert."
        case .datasetsChanged(let number): "Die Datensätze von Antrag \(number) sind geändert."
        case .closed(let number): "Antrag \(number) ist geschlossen."
        case .listShows: "Die Liste zeigt, ob er gelöscht ist."
        case .draftIsThere: "Der Entwurf ist noch da."
        case .deleteAgain: "\(c.key(.deleteRequest, in: .requests)) versucht es erneut."
        case .draftDeleted: "Der Entwurf ist gelöscht."
        case .submittedNotNoted: "Der Antrag ist abgesendet; nur konnte das nicht gespeichert werden."
        case .draftNextStart: "Beim nächsten Start steht der Entwurf noch in der Liste."
        case .hasChanged(let number, let state): "Antrag \(number) ist \(c(state))."
        case .haveChanged(let count): "\(c.count(count, .request)) haben sich geändert."
        case .notFollowed:
            """
            Das Portal meldet nicht sofort, was sich ändert: Dafür nimmt es diese Anmeldung nicht an. Es wird ab und zu \
            gefragt.
            """
        case .readOne: "1 Antrag ist als gelesen markiert."
        case .readSeveral(let count): "\(count) Anträge sind als gelesen markiert."
        case .nothingNew: "Es gibt nichts Neues."
        case .copy(let number):
            """
            Einen neuen Antrag mit den Datensätzen und Antworten von Antrag \(number) anlegen? Es wird ein \
            Entwurf: nichts wird abgesendet.
            """
        case .renew(let number):
            """
            Den Zugang von Antrag \(number) noch einmal beantragen? Ein Entwurf beginnt mit seinen Antworten und zeigt, \
            welche Sie ändern: nichts wird abgesendet.
            """
        case .renewAgain(let number, let other, let state):
            """
            Antrag \(other) gilt denselben Datensätzen und kam danach; sein Stand ist „\(c(state))“. Den Zugang von Antrag \
            \(number) trotzdem noch einmal beantragen? Ein Entwurf beginnt mit seinen Antworten: nichts wird abgesendet.
            """
        case .nothingToRenew(let state): "Nichts zu verlängern: Stand des Antrags ist „\(c(state))“."
        case .copying: "Das Portal kopiert den Antrag\(c.glyphs.ellipsis)"
        case .notCopied: "Nichts wurde kopiert."
        case .copyAgain: "\(c.key(.copyRequest, in: .requests)) versucht es erneut."
        case .copyBegun: "Diese Kopie war schon begonnen: hier geht sie weiter."
        case .copiedHere: "Das Portal kopiert keine Anträge: er wird hier kopiert."
        case .noCopy:
            """
            In der Liste ist keine Kopie des Antrags. Nichts ist verloren; \(c.key(.copyRequest, in: .requests)) \
            kopiert ihn noch einmal.
            """
        case .copied(let number): "Antrag \(number) ist kopiert. Seine Lizenzen müssen neu angenommen werden."
        case .notAtPortal: "Das Portal hat diesen noch nicht: mit dem Entwurf weitermachen."
        case .begunBefore: "Dieser Antrag war schon begonnen: hier geht er weiter."
        case .workedOnElsewhere(let holder):
            """
            Ein anderes Portal-Programm arbeitet an einem Antrag zu diesen Datensätzen (\(holder)). Hier wurde \
            nichts angelegt: dort weitermachen, oder jenes Programm beenden und noch einmal beantragen.
            """
        case .sentSignInFirst:
            """
            Ein Antrag zu denselben Datensätzen wurde schon von hier gesendet; was daraus wurde, erfährt nur, \
            wer angemeldet ist. Nichts wurde angelegt.
            """
        case .leftOver(let number, let other):
            """
            Entwurf \(number) beim Portal ist leer und gilt denselben Datensätzen wie Antrag \(other). Ein \
            aufgegebener Aufruf hat ihn vielleicht spät angelegt. Ihn wählen, und \
            \(c.key(.deleteRequest, in: .requests)) löscht ihn.
            """
        case .deleteDraft(let title): "Den Entwurf „\(title)“ mit allen Antworten löschen, hier und beim Portal?"
        case .deleteEmpty(let number, let other):
            """
            Den leeren Entwurf \(number) beim Portal löschen? Antrag \(other) zu denselben Datensätzen bleibt.
            """
        case .noREMSAddress: "Die Adresse des REMS steht nicht in diesem Profil (rems: address)."
        case .filter(let filter): "\(c(filter))"
        case .inBasket: "im Korb"
        }
    }
}

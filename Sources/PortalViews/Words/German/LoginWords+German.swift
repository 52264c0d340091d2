import PortalModel
import TerminalCanvas

extension LoginWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title: "Anmelden"
        case .address: "Adresse: "
        case .pasteHere: "hier einfügen"
        case .signedOut: "Die Anmeldung gilt nicht mehr."
        case .nothingLost: "Alles bisher Getane ist noch da und wird nach der Anmeldung erneut gefragt oder gesendet."
        case .beginOrLater:
            "\(c.key(.beginSignIn)) meldet an, \(c.key(.goBack, in: .login)) verschiebt es auf später."
        case .asking: "Der Anmeldedienst wird gefragt\(c.glyphs.ellipsis)"
        case .startsAgain(let other): "\(c.key(.beginSignIn)) beginnt neu, \(c.key(.otherSignInWay)) \(other)."
        case .showsPortals:
            "\(c.keyEverywhere(.showPortals)) zeigt die Portale, bei denen die Adresse zum Anmelden steht."
        case .openAnywhere: "Diese Adresse auf irgendeinem Gerät öffnen"
        case .typeCode: "und diesen Code eingeben (\(c.key(.copySignInCode)) kopiert ihn):"
        case .pointCamera: "Oder mit der Kamera eines Telefons auf das Bild zielen."
        case .confirmOnlyYours: "Nur bestätigen, wenn diese Anmeldung selbst begonnen wurde."
        case .largerShowsQR: "Ein größeres Terminal zeigt auch einen QR-Code."
        case .openInBrowser: "Diese Adresse in einem Browser öffnen (\(c.key(.copySignInAddress)) kopiert sie):"
        case .browserEndsElsewhere:
            """
            Endet der Browser auf einer Seite, die sich nicht öffnet: deren Adresse kopieren und mit \
            \(c.key(.pasteAnswer)) hier einfügen.
            """
        case .runTunnel: "Oder vor dem Öffnen dort, wo der Browser ist, dies ausführen:"
        case .byBrowser: "meldet stattdessen im Browser an"
        case .byCode: "meldet stattdessen mit einem Code an"
        case .timeLeft(let minutes, let zero, let rest): "Wartet auf die Bestätigung: noch \(minutes):\(zero)\(rest)."
        }
    }
}

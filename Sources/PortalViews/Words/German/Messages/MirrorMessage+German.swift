import PortalModel
import TerminalCanvas

extension MirrorMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .asksMirror(let datasets, let age):
            """
            Datensätze kommen jetzt von diesem Rechner: \(c.number(datasets))\
            \(age.map { ", Stand \(c.age(seconds: Double($0)))" } ?? ""). Niemand wird gefragt.
            """
        case .asksPortal: "Datensätze kommen wieder vom Portal."
        case .facetsLeft(let count, let source):
            source == .mirror
                ? "\(c.count(count, .facet)) des Beacon-Netzes abgenommen: nur das Portal fragt es."
                : "\(c.count(count, .facet)) abgenommen, worauf nur dieser Rechner antwortet."
        case .canAnswer(let datasets, let age):
            """
            Das Portal ist nicht zu erreichen. \(c.key(.showMirror)) durchsucht \(c.count(datasets, .dataset)) auf diesem \
            Rechner\(age.map { ", Stand \(c.age(seconds: Double($0)))" } ?? "").
            """
        case .filled(let report): Self.germanFilled(report, c)
        case .fillStopped: "Angehalten. Was gelesen ist, bleibt; das nächste Füllen macht dort weiter."
        case .whatWasReadStays: "Was gelesen ist, bleibt; das nächste Füllen macht dort weiter."
        case .noneYet: "Hier ist noch nichts: \(c.key(.fillMirror)) füllt ihn."
        case .isFilling: "Er wird schon gefüllt."
        case .recordsToRead(let count, let isAll): isAll ? "alle \(c.number(count)), die fehlen" : "\(c.number(count))"
        case .remarks(let remarks): Self.germanRemarks(remarks, c)
        case .meant(let line): "War \(TerminalText(singleLine: line)) gemeint?"
        }
    }

    private static func germanFilled(_ report: MirrorReport, _ c: Phrasing) -> TerminalText {
        let holds: TerminalText = "Auf diesem Rechner: \(c.count(report.datasets, .dataset))"
        guard report.new + report.changed + report.removed > 0 else { return "\(holds); nichts hat sich geändert." }
        return """
            \(holds): \(c.number(report.new)) neu, \(c.number(report.changed)) geändert, \(c.number(report.removed)) weg.
            """
    }

    private static func germanRemarks(_ remarks: MirrorRemarks, _ c: Phrasing) -> TerminalText {
        var parts = remarks.gaps.map { gap -> TerminalText in
            """
            „\(TerminalText(singleLine: gap.label))“ ist von \(c.number(gap.known)) von \(c.number(gap.total)) Datensätzen \
            bekannt.
            """
        }
        if remarks.undecided > 0 { parts.append("\(c.number(remarks.undecided)) weitere gehören vielleicht dazu.") }
        if !remarks.isWhole { parts.append("Die Kopie ist nicht voll: \(c.key(.showMirror)) füllt sie.") }
        return parts.joined(separator: " ")
    }
}

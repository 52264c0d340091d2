import PortalModel
import TerminalCanvas

extension MirrorMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .asksMirror(let datasets, let age):
            """
            Datasets come from this machine now: \(c.count(datasets, .dataset))\
            \(age.map { ", as they were \(c.age(seconds: Double($0)))" } ?? ""). Nobody is asked.
            """
        case .asksPortal: "Datasets come from the portal again."
        case .facetsLeft(let count, let source):
            source == .mirror
                ? "\(c.count(count, .facet)) of the Beacon network taken off: the portal alone asks it."
                : "\(c.count(count, .facet)) taken off that only this machine can answer."
        case .canAnswer(let datasets, let age):
            """
            The portal cannot be reached. \(c.key(.showMirror)) searches \(c.count(datasets, .dataset)) on this machine\
            \(age.map { ", as they were \(c.age(seconds: Double($0)))" } ?? "").
            """
        case .filled(let report): Self.filled(report, c)
        case .fillStopped: "Stopped. What was read is kept; the next filling goes on there."
        case .whatWasReadStays: "What was read is kept; the next filling goes on there."
        case .noneYet: "There is nothing here yet: \(c.key(.fillMirror)) fills it."
        case .isFilling: "It is being filled already."
        case .recordsToRead(let count, let isAll):
            isAll ? "all \(c.number(count)) that are lacking" : "\(c.number(count))"
        case .remarks(let remarks): Self.remarks(remarks, c)
        case .meant(let line): "Did you mean \(TerminalText(singleLine: line))?"
        }
    }

    private static func filled(_ report: MirrorReport, _ c: Phrasing) -> TerminalText {
        let holds: TerminalText = "\(c.count(report.datasets, .dataset)) are on this machine"
        guard report.new + report.changed + report.removed > 0 else { return "\(holds); nothing has changed." }
        return """
            \(holds): \(c.number(report.new)) new, \(c.number(report.changed)) changed, \(c.number(report.removed)) removed.
            """
    }

    private static func remarks(_ remarks: MirrorRemarks, _ c: Phrasing) -> TerminalText {
        var parts = remarks.gaps.map { gap -> TerminalText in
            "“\(TerminalText(singleLine: gap.label))” is known for \(c.number(gap.known)) of \(c.number(gap.total)) datasets."
        }
        if remarks.undecided > 0 { parts.append("\(c.number(remarks.undecided)) more may belong to these.") }
        if !remarks.isWhole { parts.append("The copy is not full yet: \(c.key(.showMirror)) fills it.") }
        return parts.joined(separator: " ")
    }
}

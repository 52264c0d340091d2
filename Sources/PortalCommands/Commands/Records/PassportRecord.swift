import Foundation
import PortalModel
import PortalViews

/// A visa, or what no visa tells of yet (docs/schemas/passport.json).
struct PassportRecord: Encodable {
    /// What looking at it came to: the verdict's word, or that there is none.
    enum State: String, Encodable {
        case checked, failed, missing
        case notChecked = "not-checked"
    }

    var state: State
    /// One word that stays, and an English sentence.
    var reason: String?
    var detail: String?
    var type: String?
    var value: String?
    var title: String?
    var source: String?
    var by: String?
    var issuer: String?
    var subject: String?
    var id: String?
    var asserted: Date?
    var issued: Date?
    var expires: Date?
    /// 0 on the last day and when it is over.
    var daysLeft: Int?
    var conditions: Bool?
    var keyAddress: String?
    var keyId: String?
    var algorithm: String?
    var origin: PassportOrigin?
    /// For people, who read it in their language.
    var said: PassportReason?

    private enum CodingKeys: String, CodingKey {
        case state, reason, detail, type, value, title, source, by, issuer, subject, id, asserted, issued, expires
        case daysLeft, conditions, keyAddress, keyId, algorithm, origin
    }

    init(_ visa: Visa, title: String?, now: Date) {
        said = visa.verdict.reason
        (reason, detail) = (said?.code, said?.sentence)
        state =
            switch visa.verdict {
            case .checked: .checked
            case .notChecked: .notChecked
            case .failed: .failed
            }
        type = visa.kind == .unknown ? nil : visa.kind.rawValue
        value = visa.value.isEmpty ? nil : visa.value
        self.title = title
        (source, by, issuer, subject, id) = (visa.source, visa.by, visa.issuer, visa.subject, visa.id)
        (asserted, issued, expires) = (visa.asserted, visa.issued, visa.expires)
        daysLeft = visa.daysLeft(at: now).map { max($0, 0) }
        conditions = visa.hasConditions ? true : nil
        (keyAddress, keyId, algorithm, origin) = (visa.keyAddress, visa.keyID, visa.algorithm, visa.origin)
    }

    /// Access that was granted and that no visa tells of yet.
    init(missing entitlement: Entitlement, title: String?, now: Date) {
        state = .missing
        type = VisaKind.controlledAccessGrants.rawValue
        value = entitlement.datasetIdentifier
        self.title = title
        asserted = entitlement.start
    }

    /// For people, by the columns of the command.
    var row: [String] {
        let words = Phrasing.person
        return [
            title ?? value ?? "", words.text(PassportCommandWords.kind(type ?? "")),
            [source, by.map { "(\($0))" }].compactMap(\.self).joined(separator: " "), CommandOutput.day(issued),
            CommandOutput.day(expires), daysLeft.map { words.text(RequestCommandWords.daysLeft($0)) } ?? "",
            words.text(PassportCommandWords.state(state, said)),
        ]
    }
}

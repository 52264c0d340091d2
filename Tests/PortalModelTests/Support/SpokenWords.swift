import PortalModel
import PortalViews

extension Message {
    /// With the keys that everybody has.
    var english: String { Phrasing().text(self) }
}

// What the model tells is values; tests read it as the person does, in English and with the usual keys.

extension Toast {
    var text: String { message.english }

    func says(_ kind: Kind, _ words: String) -> Bool { self.kind == kind && text == words }
}

extension Availability {
    /// Why something cannot be done; nil where it can, or makes no sense.
    var reason: String? { if case .unavailable(let reason) = self { reason.english } else { nil } }
}

extension Message {
    var words: String { english }

    func contains(_ words: String) -> Bool { english.contains(words) }
}

extension Invitation.Problem {
    var words: String { Message.members(reason).english }
}

/// An address of the Internet protocol that can be reached from outside.
public struct IPAddressKind: FieldKind {
    public var guidance: FieldGuidance { .ipAddress }

    public func tidied(_ text: String) -> String {
        let bare = text.trimmingSpaces
        return IPAddress(bare)?.full ?? bare
    }

    public func faults(in value: FieldValue, of field: FormField, files: Set<Int64>?) -> [FieldProblem] {
        IPAddress.faults(in: value.text)
    }
}

extension IPAddress {
    static func faults(in text: String) -> [FieldProblem] {
        // A file of answers may have a short form, which REMS refuses at submission.
        guard let address = IPAddress(text), address.isWrittenInFull(in: text) else { return [.invalidIPAddress] }
        return address.isPrivate ? [.privateIPAddress] : []
    }
}

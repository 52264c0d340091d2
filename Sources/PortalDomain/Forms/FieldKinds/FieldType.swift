/// The field types of `daam.yaml` (`FormFieldType`) and of REMS besides, by their names on the wire.
public enum FieldType: String, Hashable, Sendable, Codable, CaseIterable {
    case text
    case multilineText = "texta"
    case description
    case email
    case phoneNumber = "phone-number"
    case ipAddress = "ip-address"
    case date
    case option
    case multiselect
    case attachment
    case table
    case header
    case label
    /// A type that this program does not know.
    case unknown

    /// The one place where a type leads to what it is.
    public var kind: any FieldKind {
        switch self {
        case .text: TextKind()
        case .multilineText: MultilineTextKind()
        case .description: DescriptionKind()
        case .email: EmailKind()
        case .phoneNumber: PhoneNumberKind()
        case .ipAddress: IPAddressKind()
        case .date: DateKind()
        case .option: OptionKind()
        case .multiselect: MultiselectKind()
        case .attachment: AttachmentKind()
        case .table: TableKind()
        case .header: HeaderKind()
        case .label: LabelKind()
        case .unknown: UnknownKind()
        }
    }
}

extension FieldType {
    public var shape: AnswerShape { kind.shape }

    /// Headers and labels are read, not answered.
    public var takesValue: Bool { shape.takesValue }
}

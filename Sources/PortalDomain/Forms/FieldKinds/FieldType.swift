/// The field types of `daam.yaml` (`FormFieldType`) and of REMS besides, by their names on the wire.
public enum FieldType: String, Hashable, Sendable, Codable, CaseIterable {
    /// Text of one line.
    case text
    /// Text of several lines.
    case multilineText = "texta"
    /// Text that becomes the application's own description too.
    case description
    /// An address for mail, as HTML's input takes it.
    case email
    /// A telephone number: `+`, a digit from 1 to 9, and 4 to 26 digits or blanks (REMS).
    case phoneNumber = "phone-number"
    /// An IP address that is not of a private range (REMS).
    case ipAddress = "ip-address"
    /// A day, as ISO 8601 writes it.
    case date
    /// The key of one option.
    case option
    /// The keys of options, with blanks between them.
    case multiselect
    /// The numbers of attachments, with commas between them.
    case attachment
    /// Rows of a key and a text for each column.
    case table
    /// A heading: there is no answer to it.
    case header
    /// An explanation: there is no answer to it.
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
    /// What the answer is made of.
    public var shape: AnswerShape { kind.shape }

    /// Headers and labels are read, not answered.
    public var takesValue: Bool { shape.takesValue }
}

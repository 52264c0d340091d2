/// What is wrong with an answer.
public enum FieldProblem: Hashable, Sendable {
    case required
    case tooLong(length: Int, maximum: Int)
    case invalidEmail
    case invalidPhoneNumber
    case invalidIPAddress
    case privateIPAddress
    /// Not written as a date at all, or no such day.
    case invalidDate
    case notAnOption
    case columnValuesMissing
    case badFormat
    case licencesNotAccepted
    /// The service has another answer than it was sent.
    case keptOtherwise
    /// A finding of the service that this program does not know, by its key.
    case other(key: String)

    /// What a service's validation key means.
    /// - Parameters:
    ///   - key: such as `t.form.validation/required`.
    ///   - field: the field it points at, for the numbers in the sentence.
    public init(serviceKey key: String, field: FormField? = nil, length: Int = 0) {
        switch key {
        case "t.form.validation/required": self = .required
        case "t.form.validation/toolong": self = .tooLong(length: length, maximum: field?.maxLength ?? 0)
        case "t.form.validation/invalid-email": self = .invalidEmail
        case "t.form.validation/invalid-phone-number": self = .invalidPhoneNumber
        case "t.form.validation/invalid-ip-address": self = .invalidIPAddress
        case "t.form.validation/invalid-ip-address-private": self = .privateIPAddress
        case "t.form.validation/invalid-value": self = field?.type == .date ? .invalidDate : .notAnOption
        case "t.form.validation/column-values-missing": self = .columnValuesMissing
        case "t.form.validation/format_error": self = field?.type == .date ? .invalidDate : .badFormat
        case "t.actions.errors/licenses-not-accepted": self = .licencesNotAccepted
        default: self = .other(key: key)
        }
    }

    /// What is wrong and what to do, in plain words.
    public var sentence: String {
        switch self {
        case .required: "Needed before the request can be submitted."
        case .tooLong(let length, let maximum) where length > maximum && maximum > 0:
            "Too long: \(length - maximum) of \(length) characters have to go."
        case .tooLong(_, let maximum) where maximum > 0: "Too long: at most \(maximum) characters."
        case .tooLong: "Too long."
        case .invalidEmail: "Not an e-mail address. Write it as name@example.org."
        case .invalidPhoneNumber: "Not a phone number. Start with + and the country code, then digits only."
        case .invalidIPAddress: "Not an IP address. Write it as 198.51.100.7 or 2001:db8::7."
        case .privateIPAddress: "A private address. Give one that can be reached from outside."
        case .invalidDate: "Not a date. Write it as year-month-day, such as 2026-03-31."
        case .notAnOption: "Not one of the choices. Choose again."
        case .columnValuesMissing: "Every column of every row has to be filled in."
        case .badFormat: "Not in the form that the portal expects."
        case .licencesNotAccepted: "All licences have to be accepted."
        case .keptOtherwise:
            "The portal keeps another answer than this one. Write it in another way, or at the portal's web page."
        case .other(let key): "The portal says: \(Self.readable(key))."
        }
    }

    /// The last part of a key with its separators as spaces: `t.form.validation/too-few` → `too few`.
    private static func readable(_ key: String) -> String {
        let last = key.split(separator: "/").last.map(String.init) ?? key
        return String(last.map { $0 == "-" || $0 == "_" || $0 == "." ? " " : $0 })
    }
}

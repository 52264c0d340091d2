/// What is wrong with an answer.
public enum FieldProblem: Hashable, Sendable {
    /// Nothing was answered (REMS: `required`).
    case required
    /// More characters than are allowed (`toolong`).
    case tooLong(length: Int, maximum: Int)
    /// Not an address for mail (`invalid-email`).
    case invalidEmail
    /// Not an international number (`invalid-phone-number`).
    case invalidPhoneNumber
    /// Not an IP address (`invalid-ip-address`).
    case invalidIPAddress
    /// An address of a private network (`invalid-ip-address-private`).
    case privateIPAddress
    /// Not written as a date at all, or no such day.
    case invalidDate
    /// None of what is offered (`invalid-value`).
    case notAnOption
    /// A row of a table lacks a column (`column-values-missing`).
    case columnValuesMissing
    /// A file is named that the application does not have.
    case fileMissing
    /// Wrong in a way that the service does not tell (`format_error`).
    case badFormat
    /// Not of a field: licences are to be accepted first (`licenses-not-accepted`).
    case licencesNotAccepted
    /// A dataset cannot be requested at present.
    case datasetUnavailable
    /// The service does not let this user do it.
    case notAllowed
    /// The service has another answer than it was sent.
    case keptOtherwise
    /// A finding of the service that this program does not know, by its key.
    case other(key: String)

    /// What a service's validation key means. REMS's keys are Clojure keywords such as `t.form.validation/required`; what
    /// stands before the last part (the place of its translation) is not looked at, since it has changed before.
    /// - Parameters:
    ///   - key: as it came in a `ValidationWarning`.
    ///   - field: the field it points at, for the numbers in the sentence.
    public init(serviceKey key: String, field: FormField? = nil, length: Int = 0) {
        switch Self.lastPart(of: key) {
        case "required": self = .required
        case "toolong": self = .tooLong(length: length, maximum: field?.maxLength ?? 0)
        case "invalid-email": self = .invalidEmail
        case "invalid-phone-number": self = .invalidPhoneNumber
        case "invalid-ip-address": self = .invalidIPAddress
        case "invalid-ip-address-private": self = .privateIPAddress
        // Of the whole request: which choice it is about is not said.
        case "invalid-value": self = field?.kind.misfit ?? .notAnOption
        case "column-values-missing": self = .columnValuesMissing
        case "format_error": self = field?.kind.misfit ?? .badFormat
        case "invalid-attachments": self = .fileMissing
        case "licenses-not-accepted": self = .licencesNotAccepted
        case "disabled-catalogue-item", "archived-catalogue-item", "invalid-catalogue-item": self = .datasetUnavailable
        case "forbidden": self = .notAllowed
        default: self = .other(key: key)
        }
    }

    /// Without the colon that a keyword is written with.
    private static func lastPart(of key: String) -> String {
        let last = key.split(separator: "/").last ?? key[...]
        return String(last.first == ":" ? last.dropFirst() : last)
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
        case .invalidIPAddress: "Not an IP address. Write it as 142.250.74.110 or 2001:708:0:0:0:0:0:7."
        case .privateIPAddress: "A private address. Give one that can be reached from outside."
        case .invalidDate: "Not a date. Write it as year-month-day, such as 2026-03-31."
        case .notAnOption: "Not one of the choices. Choose again."
        case .columnValuesMissing: "Every column of every row has to be filled in."
        case .fileMissing: "The portal does not have this file any more. Take it out and attach it again."
        case .badFormat: "Not in the form that the portal expects."
        case .licencesNotAccepted: "All licences have to be accepted."
        case .datasetUnavailable: "A dataset cannot be requested at present. Ask its contact, or request without it."
        case .notAllowed: "The portal does not let you do this now. Whoever made the request may be able to."
        case .keptOtherwise:
            "The portal keeps another answer than this one. Write it in another way, or at the portal's web page."
        case .other(let key): Self.sentence(for: key)
        }
    }

    /// Findings that no field of this program can make: what they mean is all there is to say.
    private static let sentences = [
        "date-not-in-past": "Has to be a day that is over.",
        "date-not-in-future": "Has to be a day that is still to come.",
        "must-not-be-empty": "At least one is needed.",
        "unbundlable-catalogue-items": notTogether,
        "changes-original-workflow": notTogether,
        "changes-original-form": notTogether,
        "already-member": "This person takes part already.",
        "user-not-member": "This person does not take part.",
        "cannot-remove-applicant": "Whoever made the request cannot be taken out of it.",
        "invalid-user": "The portal does not know this person. They have to sign in there once.",
        "invalid-token": "The invitation does not hold any more. Ask for a new one.",
        "application-not-found": "The portal does not have this request any more.",
        "unsupported-attachment": "The portal does not take files of this kind.",
        "too-large-attachment": "The file is larger than the portal takes.",
    ]

    private static let notTogether =
        "These datasets cannot be requested together. Request them one by one, or in smaller groups."

    /// Its own words are all there is: `t.form.validation/too-few` → "The portal says: too few."
    private static func sentence(for key: String) -> String {
        if let sentence = sentences[lastPart(of: key)] { return sentence }
        let words = String(lastPart(of: key).map { $0 == "-" || $0 == "_" || $0 == "." ? " " : $0 }).trimmingSpaces
        return words.isEmpty ? "The portal refuses this and does not say why." : "The portal says: \(words)."
    }
}

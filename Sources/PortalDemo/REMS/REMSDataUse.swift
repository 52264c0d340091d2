/// `resource/duo` of rems.yaml: what a dataset may be used for.
struct REMSCodes: Encodable, Sendable {
    let codes: [Code]

    /// `DuoCodeFull`.
    struct Code: Encodable, Sendable {
        let id: String
        let shorthand: String?
        let label: [String: String]
        let description: [String: String]
        let restrictions: [Restriction]?

        struct Restriction: Encodable, Sendable {
            let type: String
            let values: [Value]
        }

        /// REMS sends diseases by their `id`; its contract knows a `value` alone.
        struct Value: Encodable, Sendable {
            let id: String?
            let value: String
        }

        init(_ code: DUOCode) {
            id = code.id
            shorthand = code.shorthand
            label = code.label
            description = code.label
            restrictions = code.restrictions?.map { restriction in
                Restriction(
                    type: restriction.type ?? "",
                    values: (restriction.values ?? []).map { Value(id: $0.id, value: $0.text ?? "") })
            }
        }
    }

    enum CodingKeys: String, CodingKey {
        case codes = "duo/codes"
    }

    init(_ codes: [DUOCode]) { self.codes = codes.map(Code.init) }
}

/// `application/duo` of rems.yaml. There is none until codes were saved with a draft, and no matches where no dataset has
/// a code (`enrich-duos` of `rems src/clj/rems/application/model.clj`).
struct REMSDataUse: Encodable, Sendable {
    let codes: [REMSCodes.Code]
    let matches: [Match]?

    /// `DuoCodeMatch`.
    struct Match: Encodable, Sendable {
        let id: String
        let shorthand: String
        let label: [String: String]
        let resource: Int
        let validation: [String: String]

        enum CodingKeys: String, CodingKey {
            case id = "duo/id"
            case shorthand = "duo/shorthand"
            case label = "duo/label"
            case resource = "resource/id"
            case validation = "duo/validation"
        }
    }

    enum CodingKeys: String, CodingKey {
        case codes = "duo/codes"
        case matches = "duo/matches"
    }

    init?(_ application: Application) {
        guard let named = application.duoCodes else { return nil }
        codes = named.map(REMSCodes.Code.init)
        let all = application.datasets.flatMap { dataset in
            DUOCode.named(in: dataset.dataUse).map { code in
                Match(
                    id: code.id, shorthand: code.shorthand ?? "", label: code.label, resource: dataset.item,
                    validation: ["validity": code.validity(of: named.first { $0.id == code.id })])
            }
        }
        matches = all.isEmpty ? nil : all
    }
}

/// `application/processing-state` of REMS 2.39 (`rems src/clj/rems/api/schema.clj`), which the contract does not have yet:
/// where an application is with its handlers. The demo's look at every one before the committee does.
struct REMSProcessingState: Encodable, Sendable {
    let `public`: State

    struct State: Encodable, Sendable {
        let value: String
        let title: [String: String]

        enum CodingKeys: String, CodingKey {
            case value = "processing-state/value"
            case title = "processing-state/title"
        }
    }

    init?(_ application: Application) {
        guard application.state == .submitted else { return nil }
        `public` = State(
            value: "checked-for-completeness",
            title: ["en": "Checked for completeness", "de": "Auf Vollständigkeit geprüft"])
    }
}

/// `GET /api/config`, as far as it matters to who asks for access (`rems src/clj/rems/api/public.clj`).
struct REMSConfiguration: Encodable, Sendable {
    let usesDUO = true
    let hasProcessingStates = true
    let largestAttachment = AttachmentRules.maximalSize
    let languages = ["en", "de"]
    let defaultLanguage = "en"

    enum CodingKeys: String, CodingKey {
        case usesDUO = "enable-duo"
        case hasProcessingStates = "enable-processing-states"
        case largestAttachment = "attachment-max-size"
        case languages
        case defaultLanguage = "default-language"
    }
}

import JSONStream
import PortalDomain

extension ApplicationSummary {
    /// `ListedApplication` of daam.yaml.
    ///
    /// - Returns: nil without an id: it could be neither opened nor told from others.
    init?(wire value: JSONValue) {
        guard let id = value["id"].integer else { return nil }
        self.init(
            id: ApplicationID(id),
            // The service makes the title, a number; the description is what the applicant wrote.
            title: value["description"].text ?? value["title"].text ?? "Request \(id)",
            state: ApplicationState(serviceValue: value["currentState"].text ?? "unknown"),
            stateChanged: value["stateChangedAt"].date,
            created: value["createdAt"].date,
            datasets: value["datasets"].list.compactMap(RequestedDataset.init(wire:)))
    }
}

extension Application {
    /// `RetrievedApplication` of daam.yaml.
    ///
    /// - Parameter requested: stands in for an id that the answer lacks.
    init?(wire value: JSONValue, requested: ApplicationID) {
        guard case .object(let fields) = value, !fields.isEmpty else { return nil }
        let id = value["id"].integer.map { ApplicationID($0) } ?? requested
        let people = People(wire: value)
        self.init(
            id: id,
            // Only the list has a title; here it is what the applicant wrote, or a number.
            title: value["description"].text ?? value["externalId"].text ?? value["generatedExternalId"].text
                ?? "Request \(id.rawValue)",
            state: ApplicationState(serviceValue: value["state"].text ?? "unknown"),
            applicant: value["applicant"]["name"].text ?? value["applicant"]["email"].text
                ?? value["applicant"]["userId"].text,
            created: value["createdAt"].date,
            modified: value["modifiedAt"].date ?? value["lastActivity"].date,
            datasets: value["datasets"].list.compactMap(RequestedDataset.init(wire:)),
            forms: value["forms"].list.compactMap(RequestForm.init(wire:)),
            licences: value["licenses"].list.compactMap(Licence.init(wire:)),
            members: value["members"].list.compactMap { Member(wire: $0, isPending: false) }
                + value["invitedMembers"].list.compactMap { Member(wire: $0, isPending: true) },
            attachments: value["attachments"].list.compactMap(Attachment.init(wire:)),
            events: value["events"].list.compactMap { ApplicationEvent(wire: $0, people: people) },
            permissions: Set(value["permissions"].texts))
    }
}

/// The names of an application's people by the ids that its events give.
struct People {
    private var names: [String: String] = [:]

    init(wire application: JSONValue) {
        for (id, person) in [("userId", application["applicant"])]
            + application["members"].list.map({ ("memberId", $0) })
        {
            if let key = person[id].text, let name = person["name"].text { names[key] = name }
        }
    }

    func name(of id: String) -> String { names[id] ?? id }
}

extension RequestedDataset {
    /// `ApplicationDataset` of daam.yaml.
    init?(wire value: JSONValue) {
        let title = value["title"].localized
        guard let identifier = value["externalId"].text ?? value["id"].text else { return nil }
        self.init(identifier: identifier, title: title.isEmpty ? LocalizedText(identifier) : title)
    }
}

extension Member {
    /// `RetrievedApplicationMember` and `…InvitedMember` of daam.yaml.
    init?(wire value: JSONValue, isPending: Bool) {
        let email = value["email"].text
        let id = value["memberId"].text
        guard let name = value["name"].text ?? email ?? id else { return nil }
        self.init(id: id, name: name, email: email, isPending: isPending)
    }
}

extension Attachment {
    /// `RetrievedApplicationAttachment` of daam.yaml.
    init?(wire value: JSONValue) {
        guard let id = value["id"].integer else { return nil }
        let name = value["filename"].text.map(Self.withoutTemporaryNumber)
        self.init(id: id, filename: name ?? "Attachment \(id)", type: value["type"].text)
    }

    /// AMS hands a file on by a temporary one (`createTempFile(null, filename)` of its
    /// `AttachFileToApplicationService`), whose name begins with a random number of 64 bits: `8410293746510293847plan.pdf`.
    ///
    /// Nearly all of them have 18 digits or more. What has fewer, or so many that digits of the name follow, stays as it
    /// is, so that nothing of a name is taken for the number.
    static func withoutTemporaryNumber(_ name: String) -> String {
        let digits = name.prefix { $0.isASCII && $0.isNumber }
        let rest = name.dropFirst(digits.count)
        guard (18...20).contains(digits.count), UInt64(digits) != nil, !rest.isEmpty, !rest.hasPrefix(".") else {
            return name
        }
        return String(rest)
    }
}

extension ApplicationEvent {
    /// `RetrievedApplicationEvent` of daam.yaml, which has no comment; a service that adds one is heard.
    init?(wire value: JSONValue, people: People) {
        guard let type = value["eventType"].text else { return nil }
        self.init(
            actor: value["actorId"].text.map(people.name(of:)) ?? "", time: value["eventTime"].date, type: type,
            comment: value["comment"].text ?? value["eventComment"].text)
    }
}

extension Licence {
    /// `RetrievedApplicationLicense` of daam.yaml.
    init?(wire value: JSONValue) {
        guard let id = value["id"].integer else { return nil }
        let attachment = value["attachmentFilename"].localized
        let numbers = value["attachmentId"].localized
        let content: Content =
            switch value["type"].text {
            case "link": .link(value["link"].localized)
            case "attachment": .attachment(name: attachment, file: numbers)
            case "text": .text(value["text"].localized)
            // Of a type that is missing or new, what there is to read.
            default:
                if !value["link"].localized.isEmpty {
                    .link(value["link"].localized)
                } else if !attachment.isEmpty {
                    .attachment(name: attachment, file: numbers)
                } else {
                    .text(value["text"].localized)
                }
            }
        let title = value["title"].localized
        self.init(
            id: id, title: title.isEmpty ? LocalizedText("Licence \(id)") : title, content: content,
            isAccepted: value["acceptedByCurrentUser"].flag ?? false)
    }
}

extension Entitlement {
    /// `Entitlement` of daam.yaml.
    init?(wire value: JSONValue) {
        guard let dataset = value["datasetId"].text else { return nil }
        self.init(datasetIdentifier: dataset, start: value["start"].date, end: value["end"].date)
    }
}

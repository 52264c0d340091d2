import JSONStream
import PortalDomain

/// Reads applications of rems.yaml: the same as AMS sends, under REMS's own namespaced names.
struct REMSReader: Sendable {
    var naming: REMSNaming
    /// Whose accepted licences count.
    var user: String?

    func summary(_ value: JSONValue) -> ApplicationSummary? {
        guard let id = value["application/id"].integer else { return nil }
        var summary = ApplicationSummary(
            id: ApplicationID(id), title: title(of: value) ?? "Application \(id)",
            state: ApplicationState(serviceValue: value["application/state"].text ?? "unknown"),
            stateChanged: value["application/last-activity"].date ?? value["application/modified"].date,
            created: value["application/created"].date,
            datasets: value["application/resources"].list.compactMap(dataset), people: people(value))
        summary.processingState = processingState(value)
        return summary
    }

    /// `application/processing-state` of REMS 2.39 (`src/clj/rems/api/schema.clj`): applicants are told the public one.
    private func processingState(_ value: JSONValue) -> LocalizedText? {
        let state = value["application/processing-state"]["public"]
        let title = state["processing-state/title"].localized
        guard title.isEmpty else { return title }
        return state["processing-state/value"].text.map { LocalizedText($0) }
    }

    /// Everybody whom the list names.
    private func people(_ value: JSONValue) -> [String] {
        let all =
            [value["application/applicant"]] + value["application/members"].list
            + value["application/invited-members"].list
        return all.flatMap { [$0["name"].text, $0["email"].text].compactMap(\.self) }
    }

    /// - Parameter requested: stands in for an id that the answer lacks.
    func application(_ value: JSONValue, requested: ApplicationID) -> Application? {
        guard case .object(let fields) = value, !fields.isEmpty else { return nil }
        let id = value["application/id"].integer.map { ApplicationID($0) } ?? requested
        let applicant = value["application/applicant"]
        var application = Application(
            id: id, title: title(of: value) ?? "Application \(id.rawValue)",
            state: ApplicationState(serviceValue: value["application/state"].text ?? "unknown"),
            applicant: applicant["name"].text ?? applicant["email"].text ?? applicant["userid"].text,
            created: value["application/created"].date,
            modified: value["application/modified"].date ?? value["application/last-activity"].date,
            datasets: value["application/resources"].list.compactMap(dataset),
            forms: value["application/forms"].list.compactMap(RequestForm.init(rems:)),
            licences: licences(value),
            members: value["application/members"].list.compactMap { Member(rems: $0, isPending: false) }
                + value["application/invited-members"].list.compactMap { Member(rems: $0, isPending: true) },
            attachments: value["application/attachments"].list.compactMap(Attachment.init(rems:)),
            events: value["application/events"].list.compactMap(ApplicationEvent.init(rems:)),
            permissions: Set(value["application/permissions"].texts))
        application.processingState = processingState(value)
        application.purpose = purpose(value)
        return application
    }

    private func title(of value: JSONValue) -> String? {
        value["application/description"].text ?? value["application/external-id"].text
            ?? value["application/generated-external-id"].text
    }

    func dataset(_ value: JSONValue) -> RequestedDataset? {
        let resource = value["resource/ext-id"].text
        let item = value["catalogue-item/id"].text
        let identifier = naming == .resource ? resource ?? item : item ?? resource
        guard let identifier else { return nil }
        let title = value["catalogue-item/title"].localized
        return RequestedDataset(
            identifier: identifier, title: title.isEmpty ? LocalizedText(resource ?? identifier) : title,
            resource: resource == identifier ? nil : resource)
    }

    private func licences(_ value: JSONValue) -> [Licence] {
        let accepted = value["application/accepted-licenses"]
        let person = user ?? value["application/applicant"]["userid"].text ?? ""
        let own = Set(accepted[person].list.compactMap(\.integer))
        // The contract's list of required fields spells it in the plural.
        let listed =
            value["application/licenses"].isNull ? value["applications/licenses"] : value["application/licenses"]
        return listed.list.compactMap { Licence(rems: $0, accepted: own) }
    }
}

extension Member {
    /// `UserWithAttributes` and `…InvitedMembers` of rems.yaml.
    init?(rems value: JSONValue, isPending: Bool) {
        let (id, email) = (value["userid"].text, value["email"].text)
        guard let name = value["name"].text ?? email ?? id else { return nil }
        self.init(id: id, name: name, email: email, isPending: isPending)
    }
}

extension Attachment {
    /// `ApplicationAttachment` of rems.yaml.
    init?(rems value: JSONValue) {
        guard let id = value["attachment/id"].integer else { return nil }
        self.init(
            id: id, filename: value["attachment/filename"].text ?? "Attachment \(id)",
            type: value["attachment/type"].text)
    }
}

extension ApplicationEvent {
    /// `Event` of rems.yaml. Comments are there where somebody wrote one.
    init?(rems value: JSONValue) {
        guard let type = value["event/type"].text else { return nil }
        let actor = value["event/actor-attributes"]
        // Which one it is now, of `processing-state-changed`: REMS puts the title to it (`enrich-processing-states`).
        let title = value["application/processing-state"]["processing-state/title"].localized
        let state = title.isEmpty ? nil : title.text(in: [])
        self.init(
            actor: actor["name"].text ?? value["event/actor"].text ?? "", time: value["event/time"].date, type: type,
            comment: value["application/comment"].text ?? value["event/comment"].text ?? state,
            // Not in the contract; REMS sends it with `expiration-notifications-sent` (`events.clj`), by another name in
            // events of before.
            expires: value["application/expires-on"].date ?? value["expires-on"].date)
    }
}

extension Licence {
    /// `V2License` of rems.yaml.
    init?(rems value: JSONValue, accepted: Set<Int64>) {
        guard let id = value["license/id"].integer else { return nil }
        let (link, text) = (value["license/link"].localized, value["license/text"].localized)
        let file = value["license/attachment-filename"].localized
        let numbers = value["license/attachment-id"].localized
        let content: Content =
            switch value["license/type"].text {
            case "link": .link(link)
            case "attachment": .attachment(name: file, file: numbers)
            case "text": .text(text)
            default: !link.isEmpty ? .link(link) : !file.isEmpty ? .attachment(name: file, file: numbers) : .text(text)
            }
        let title = value["license/title"].localized
        self.init(
            id: id, title: title.isEmpty ? LocalizedText("Licence \(id)") : title, content: content,
            isAccepted: accepted.contains(id))
    }
}

extension Entitlement {
    /// `Entitlement` of rems.yaml.
    init?(rems value: JSONValue) {
        guard let resource = value["resource"].text else { return nil }
        self.init(
            datasetIdentifier: resource, start: value["start"].date, end: value["end"].date,
            application: value["application-id"].integer.map { ApplicationID($0) })
    }
}

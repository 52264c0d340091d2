import FoundationEssentials

extension ApplicationEvent {
    /// What happened, in words. An event that this program does not know is told by the service's name of it:
    /// `application.event/under-review` is "under review".
    public var words: String {
        switch name {
        case "created": "request made"
        case "draft-saved": "answers saved"
        case "licenses-accepted", "terms-accepted": "licences accepted"
        case "resources-changed", "datasets-changed": "datasets changed"
        case "copied-from": "made as a copy of another request"
        case "copied-to": "copied as a new request"
        case "member-invited": "member invited"
        case "member-uninvited": "invitation taken back"
        case "member-joined": "member joined"
        case "member-added": "member added"
        case "member-removed": "member removed"
        case "expiration-notifications-sent": "warned that the draft goes"
        case "processing-state-changed": "processing state changed"
        case "remarked", "public-remark": "remark"
        default: name.split(separator: "-").joined(separator: " ")
        }
    }

    private var name: String { type.split(separator: "/").last.map(String.init) ?? type }
}

extension Application {
    /// What happened, the oldest first, whatever order the service has.
    public var timeline: [ApplicationEvent] {
        events.enumerated().sorted { one, other in
            let (first, second) = (one.element.time ?? .distantPast, other.element.time ?? .distantPast)
            // A service with the newest first has it so within a second too.
            return first == second
                ? (hasNewestFirst ? one.offset > other.offset : one.offset < other.offset) : first < second
        }.map(\.element)
    }

    private var hasNewestFirst: Bool {
        guard let first = events.first?.time, let last = events.last?.time else { return false }
        return first > last
    }

    /// Until when the draft stays if nobody goes on with it; nil where the service does not tell.
    public var expires: Date? {
        guard state == .draft, let warning = timeline.last(where: { $0.expires != nil }), let date = warning.expires
        else { return nil }
        // Whoever worked on it since the warning has put it off.
        let wentOn = timeline.contains { event in
            guard let time = event.time, let warned = warning.time else { return false }
            return time > warned && event.expires == nil
        }
        return wentOn ? nil : date
    }
}

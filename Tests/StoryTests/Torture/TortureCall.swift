import PortalServices

/// A call that the making and sending of a request consists of, at a service of one dialect.
struct TortureCall: Sendable, CustomStringConvertible {
    enum Dialect: String, Sendable, CaseIterable { case gdi, guide, rems }

    let dialect: Dialect
    let name: String
    /// Method and path as the demo portal's faults name it; `*` stands for one part of the path.
    let path: String
    let isRead: Bool
    /// How many calls of a request may go well before the one that does not.
    let repeats: Int

    var description: String { "\(dialect.rawValue) \(name)" }

    private init(_ dialect: Dialect, _ name: String, _ path: String, isRead: Bool = false, repeats: Int = 1) {
        self.dialect = dialect
        self.name = name
        self.path = path
        self.isRead = isRead
        self.repeats = repeats
    }

    static func all(of dialect: Dialect) -> [TortureCall] {
        switch dialect {
        case .gdi:
            [
                TortureCall(.gdi, "create", "POST /daam/api/v1/applications/create"),
                TortureCall(.gdi, "save-forms-and-duos", "POST /daam/api/v1/applications/*/save-forms-and-duos"),
                TortureCall(.gdi, "accept-terms", "POST /daam/api/v1/applications/*/accept-terms"),
                TortureCall(.gdi, "submit", "POST /daam/api/v1/applications/*/submit"),
                TortureCall(.gdi, "list", "GET /daam/api/v1/applications", isRead: true, repeats: 2),
                TortureCall(.gdi, "get", "GET /daam/api/v1/applications/*", isRead: true, repeats: 5),
            ]
        case .guide:
            [
                TortureCall(.guide, "create", "POST /guide/api/v1/requests"),
                TortureCall(.guide, "list", "GET /guide/api/v1/requests", isRead: true, repeats: 2),
                TortureCall(.guide, "get", "GET /guide/api/v1/requests/*", isRead: true),
            ]
        case .rems:
            [
                TortureCall(.rems, "create", "POST /rems/api/applications/create"),
                TortureCall(.rems, "save-draft", "POST /rems/api/applications/save-draft"),
                TortureCall(.rems, "accept-licenses", "POST /rems/api/applications/accept-licenses"),
                TortureCall(.rems, "submit", "POST /rems/api/applications/submit"),
                TortureCall(.rems, "list", "GET /rems/api/my-applications", isRead: true, repeats: 2),
                TortureCall(.rems, "get", "GET /rems/api/applications/*", isRead: true, repeats: 5),
            ]
        }
    }

    /// The call before which nothing of a request is at the service.
    var createsRequest: Bool { name == "create" }
}

/// What goes wrong at a call.
enum TortureFault: String, Sendable {
    case dropBefore = "drop-before"
    case dropAfter = "drop-after"
    case truncate
    /// Carried out after the program has given up on it.
    case late = "delay"
    /// Carried out at once, and answered after the program has given up on it.
    case timeOut = "delay-after"
    case unavailable
    case badGateway = "bad-gateway"
    case tooManyRequests = "too-many-requests"
    case unauthorized, html
    /// The program is killed while it waits for the answer.
    case kill

    /// Twenty rounds: most often the answer is lost after the service has committed.
    static let rounds: [TortureFault] = [
        .dropAfter, .dropBefore, .dropAfter, .kill, .timeOut, .dropAfter, .truncate, .dropAfter, .unavailable, .kill,
        .dropAfter, .late, .dropBefore, .badGateway, .dropAfter, .tooManyRequests, .kill, .timeOut, .unauthorized,
        .html,
    ]

    /// Seconds by which a call is late: longer than the program waits for it, which in turn is longer than any call takes
    /// that nothing happens to, also on a machine that does much else: what a call that is late by itself can double is
    /// not asked here.
    static let delay = 5.0
    static let patience = Duration.seconds(3)

    /// As the demo portal takes it.
    func rule(at call: TortureCall, after: Int) -> String {
        let kind = self == .kill ? TortureFault.timeOut.rawValue : rawValue
        let seconds = [.late, .timeOut, .kill].contains(self) ? #","seconds":\#(Self.delay)"# : ""
        return #"[{"call":"\#(call.path)","fault":"\#(kind)","times":1,"after":\#(after)\#(seconds)}]"#
    }
}

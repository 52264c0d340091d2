import Foundation

/// What goes wrong at which call, and how often. Rules are tried in their order; the first that is due is carried out.
struct FaultRule: Codable, Equatable, Sendable {
    enum Kind: String, Codable, Sendable {
        /// The connection is reset before the call is carried out: nothing happened.
        case dropBefore = "drop-before"
        /// The call is carried out and committed, then the connection is reset: the answer is lost.
        case dropAfter = "drop-after"
        /// The call is carried out; half of its answer's body arrives.
        case truncate
        /// The call is carried out `seconds` later.
        case delay
        /// The call is carried out; its answer comes `seconds` later.
        case delayAfter = "delay-after"
        /// 429 with `Retry-After`.
        case tooManyRequests = "too-many-requests"
        /// 503 with a page in HTML, and `Retry-After` where it is given.
        case unavailable
        /// 502 with a page in HTML, as a gateway answers that cannot reach the service.
        case badGateway = "bad-gateway"
        /// 500 "Unimplemented method", as the running access service answers calls it does not have.
        case unsupported
        /// 400 with words for the person, as REMS refuses a command; nothing is carried out.
        case invalid
        /// 409, as AMS answers where the application's state does not allow it; nothing is carried out.
        case conflict
        /// 401, as when a token ended before its time.
        case unauthorized
        /// 200 with a page in HTML where JSON belongs.
        case html
        /// 200 without a body, whatever belongs there; nothing is done.
        case empty
        /// 200 with a body that is said to be JSON and is none; nothing is done.
        case notJSON = "not-json"
        /// The call is carried out; its answer becomes 200 without a body, as some gateways make one of 204.
        case emptyAfter = "empty-after"
        /// 401 of the web server in front, which wants a name and a password (RFC 7617).
        case basic
        /// 403 with the page of a firewall that wants to see a browser.
        case challenge
        /// 406 with the page of a firewall that did not like the call.
        case firewall
        /// A search finds the Beacon network broken: its answer says so, and counts no records.
        case beaconError = "beacon-error"
        /// The same, with the words for somebody whom the Beacon network does not let in.
        case beaconRefused = "beacon-refused"
    }

    /// A method and a path such as `POST /daam/api/v1/applications/*/submit`; `*` stands for one part of the path.
    let call: String
    let fault: Kind
    /// How many calls go well first.
    var after = 0
    /// How many calls go wrong; without it all that follow.
    var times: Int?
    var seconds: Double?
    /// In seconds, or a date as HTTP writes it.
    var retryAfter: String?

    enum CodingKeys: String, CodingKey {
        case call, fault, after, times, seconds, retryAfter
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        call = try fields.decode(String.self, forKey: .call)
        fault = try fields.decode(Kind.self, forKey: .fault)
        after = try fields.decodeIfPresent(Int.self, forKey: .after) ?? 0
        times = try fields.decodeIfPresent(Int.self, forKey: .times)
        seconds = try fields.decodeIfPresent(Double.self, forKey: .seconds)
        retryAfter = try fields.decodeIfPresent(String.self, forKey: .retryAfter)
    }

    func matches(method: String, path: String) -> Bool {
        let words = call.split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0] == method else { return false }
        let (pattern, parts) = (words[1].split(separator: "/"), path.split(separator: "/"))
        return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0 == "*" || $0 == $1 }
    }
}

import ArgumentParser
import Foundation
import PortalModel
import PortalStorage
import PortalViews
import Synchronization

/// For commands that read: whether the portal is asked.
struct ReadingFlags: ParsableArguments, Sendable {
    @Flag(
        help: """
            Answer with what was kept of an earlier answer and ask nobody; its age is told, and is "age" in seconds in \
            JSON.
            """)
    var cached = false
}

/// Where a command's answers come from, and how old they are.
final class Reading: Sendable {
    let isCached: Bool
    private let oldest = Mutex<Date?>(nil)

    init(isCached: Bool = false) { self.isCached = isCached }

    func told(_ at: Date) { oldest.withLock { $0 = min($0 ?? at, at) } }

    /// Of the oldest answer so far, in seconds; nil where the portal was asked.
    var age: Int? {
        guard isCached, let at = oldest.withLock({ $0 }) else { return nil }
        return max(0, Int(Date().timeIntervalSince(at)))
    }

    /// Nil where the portal was asked.
    var words: CommonCommandWords? { age.map { .keptAnswer(seconds: $0) } }
}

/// A record with its age beside its own fields.
struct AgedRecord<Record: Encodable>: Encodable {
    var record: Record
    var age: Int

    private enum Key: String, CodingKey { case age }

    func encode(to encoder: any Encoder) throws {
        try record.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(age, forKey: .age)
    }
}

extension CommandPortal {
    /// The catalogue: asked and kept, or what was kept alone.
    var discovery: DiscoveryService {
        let asked = portal.connection.discovery
        guard let answers = portal.answerCache else {
            return reading.isCached ? .kept(in: .none, told: reading.told) : asked
        }
        return reading.isCached ? .kept(in: answers, told: reading.told) : asked.keeping(in: answers)
    }

    /// One's own requests, to be shown and for nothing else.
    var shownAccess: AccessService {
        let answers = portal.answerCache
        if reading.isCached { return .kept(in: answers ?? .none, told: reading.told) }
        return answers.map { access.keeping(in: $0) } ?? access
    }
}

import ArgumentParser
import Foundation
import PortalModel
import PortalStorage
import PortalViews
import Synchronization

/// For commands that read and that a mirror can answer too: whether the portal is asked.
struct ReadingFlags: ParsableArguments, Sendable {
    @Flag(
        help: """
            Answer with what was kept of an earlier answer and ask nobody; its age is told, and is "age" in seconds in \
            JSON.
            """)
    var cached = false

    var way: Reading.Way { cached ? .kept : .portalOrKept }
}

/// For commands that read what no mirror has.
struct KeptFlags: ParsableArguments, Sendable {
    @Flag(
        name: [.customLong("cached"), .customLong("offline")],
        help: """
            Answer with what was kept of an earlier answer and ask nobody; its age is told, and is "age" in seconds in \
            JSON. Without it that answers where the portal cannot be reached.
            """)
    var cached = false

    var way: Reading.Way { cached ? .kept : .portalOrKept }
}

/// Where a command's answers come from, and how old they are.
final class Reading: Sendable {
    enum Way {
        /// The portal answers, or nobody does: for all that sends, or is decided by.
        case portal
        /// Where the portal cannot be reached, what was kept.
        case portalOrKept
        /// Nobody is asked.
        case kept
    }

    private struct Known {
        var oldest: Date?
        /// Of an answer that was asked for in another language than now.
        var language: String?
        var failure: PortalError?
    }

    let way: Way
    private let known: Mutex<Known>

    /// - Parameter failure: why something else than the portal answers.
    init(_ way: Way = .portal, because failure: PortalError? = nil) {
        self.way = way
        known = Mutex(Known(failure: failure))
    }

    convenience init(isCached: Bool) { self.init(isCached ? .kept : .portal) }

    var isCached: Bool { way == .kept }

    func told(_ at: Date) { known.withLock { $0.oldest = min($0.oldest ?? at, at) } }

    func told(_ kept: KeptAnswer) {
        told(kept.at)
        if let language = kept.language { known.withLock { $0.language = language } }
    }

    /// Something that was kept has answered in the portal's place.
    func failed(_ error: PortalError) { known.withLock { $0.failure = $0.failure ?? error } }

    /// Whether something that was kept has answered.
    var usesKept: Bool { isCached || known.withLock { $0.failure != nil } }

    /// Of the oldest answer so far, in seconds; nil where the portal was asked.
    var age: Int? {
        guard usesKept, let at = known.withLock({ $0.oldest }) else { return nil }
        return max(0, Int(Date().timeIntervalSince(at)))
    }

    /// Nil where the portal answered.
    var words: CommonCommandWords? {
        let (failure, language) = known.withLock { ($0.failure, $0.language) }
        return age.map { age in
            failure.map { .keptInstead($0, seconds: age, language: language) }
                ?? .keptAnswer(seconds: age, language: language)
        }
    }
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
        let answers = portal.answerCache
        let kept = DiscoveryService.kept(in: answers ?? .none, told: { [reading] in reading.told($0) })
        switch reading.way {
        case .kept: return kept
        case .portal: return answers.map { asked.keeping(in: $0) } ?? asked
        case .portalOrKept:
            return answers.map { asked.keeping(in: $0).fallingBack(on: kept, failed: reading.failed) } ?? asked
        }
    }

    /// One's own requests, to be shown and for nothing else.
    var shownAccess: AccessService {
        let answers = portal.answerCache
        let kept = AccessService.kept(in: answers ?? .none, told: { [reading] in reading.told($0) })
        switch reading.way {
        case .kept: return kept
        case .portal: return answers.map { access.keeping(in: $0) } ?? access
        case .portalOrKept:
            return answers.map { access.keeping(in: $0).fallingBack(on: kept, failed: reading.failed) } ?? access
        }
    }
}

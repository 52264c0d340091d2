/// Decides when the next frame may be drawn, by the terminal's own answers: after every frame `ESC[5n` is sent, and
/// the answer `ESC[0n` says that everything before has arrived. So a slow line never fills with old frames, and a
/// distant but fast one never waits for a round trip.
///
/// Pure: times are seconds of any steady clock, given from outside.
public struct FramePacer: Sendable {
    /// More unanswered frames than this, or more unanswered bytes than `byteLimit`, hold the next frame.
    public static let frameLimit = 2
    /// Bytes; see `frameLimit`.
    public static let byteLimit = 1_024
    /// Seconds after which a missing answer no longer holds anything.
    public static let answerDelay = 2.0
    /// Seconds after which an answer is no longer expected at all.
    public static let forgetDelay = 10.0
    /// Seconds after the first frame in which a terminal that answers has answered. A first screen takes 8 s at
    /// 9,600 bit/s.
    public static let giveUpDelay = 30.0

    private struct Sent: Sendable {
        var bytes: Int
        var time: Double
    }

    /// Frames without an answer, oldest first.
    private var unanswered: [Sent] = []
    private var firstFrame: Double?
    /// Whether this terminal has answered: until then nothing is held.
    public private(set) var hasAnswered = false
    /// Whether to send `ESC[5n` after a frame. Some terminals never answer; in the end they are no longer asked, so
    /// that Esc need not be told from an answer any more.
    public private(set) var asksForAnswers = true

    public init() {}

    /// Answers that the terminal still owes, late ones included: what `KeyDecoder` wants to know.
    public var outstanding: Int { unanswered.count }

    /// The same without those that are no longer expected at a time.
    public func outstanding(at time: Double) -> Int {
        unanswered.count { time - $0.time < Self.forgetDelay }
    }

    /// Notes that a frame was written, its question included. Frames without bytes need no question and no note.
    public mutating func frameSent(bytes: Int, at time: Double) {
        forget(at: time)
        let first = firstFrame ?? time
        firstFrame = first
        if !hasAnswered, time - first >= Self.giveUpDelay { asksForAnswers = false }
        if asksForAnswers { unanswered.append(Sent(bytes: bytes, time: time)) }
    }

    /// Notes that an answer came. It answers the oldest frame, for a terminal answers in order.
    public mutating func answerReceived(at time: Double) {
        hasAnswered = true
        if !unanswered.isEmpty { unanswered.removeFirst() }
        forget(at: time)
    }

    /// Whether the next frame may be drawn now.
    public func mayDraw(at time: Double) -> Bool {
        deadline.map { time >= $0 } ?? true
    }

    /// When the next frame may be drawn even though no answer comes; nil when nothing holds it.
    public var deadline: Double? {
        guard hasAnswered else { return nil }
        var frames = unanswered.count
        var bytes = unanswered.reduce(0) { $0 + $1.bytes }
        var release: Double?
        for sent in unanswered {
            if frames <= Self.frameLimit, bytes <= Self.byteLimit { break }
            frames -= 1
            bytes -= sent.bytes
            release = sent.time + Self.answerDelay
        }
        return release
    }

    private mutating func forget(at time: Double) {
        unanswered.removeAll { time - $0.time >= Self.forgetDelay }
    }
}

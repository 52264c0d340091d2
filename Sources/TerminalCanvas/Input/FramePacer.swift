/// Decides when the next frame may be drawn, by the terminal's own answers: after a frame `ESC[5n` is sent, and the answer
/// `ESC[0n` says that everything before has arrived. So a slow line never fills with old frames, and a
/// distant but fast one never waits for a round trip. What a slow line carries in a second is learned from the answers:
/// there the next frame is drawn when the one before has left, neither queued behind it nor a round trip later.
///
/// A terminal that answers at once is asked only now and then behind frames of a few bytes: each answer wakes the program
/// once more, which costs as much as the frame itself.
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

    /// Seconds after which a line counts as idle while nothing has ever been answered.
    public static let firstAnswerDelay = 1.0

    /// Bytes a second below which a line is slow: at that, a screen takes half a second.
    static let slowRate = 8_000.0
    /// Bytes; from so many on an answer tells how fast the line is, if the one before said the same.
    static let tellingBytes = 256
    /// Bytes; from so many on one answer is enough.
    static let surelyTellingBytes = 512
    /// So many small frames are remembered: a way may become longer.
    private static let mostSmall = 8
    /// Bytes; up to so many an answer tells how far the line goes.
    static let roundTripBytes = 128

    /// Seconds of a slow line that one frame may fill.
    static let shareAtOnce = 0.25
    /// Bytes that a frame may send in any case: so many that something is learned of the line.
    static let leastAtOnce = tellingBytes

    /// Seconds; a terminal that answered a small frame within so much is near.
    static let nearRoundTrip = 0.01
    /// Bytes that a near terminal may get before it is asked: no more than may be unanswered in any case.
    static let unaskedBytes = byteLimit

    private struct Sent: Sendable {
        var bytes: Int
        var time: Double
        /// Nothing was on the line before it.
        var isAlone: Bool
    }

    /// Frames without an answer, oldest first.
    private var unanswered: [Sent] = []
    private var firstFrame: Double?
    /// Whether this terminal has answered: until then nothing is held.
    public private(set) var hasAnswered = false
    /// Whether to send `ESC[5n` after a frame. Some terminals never answer; in the end they are no longer asked, so
    /// that Esc need not be told from an answer any more.
    public private(set) var asksForAnswers = true

    /// The last answer to a frame of some size that was alone on the line: what it took, and how much it was.
    private var carried: (bytes: Int, seconds: Double)?
    /// The last small frames.
    private var smalls: [(bytes: Int, seconds: Double)] = []
    /// Of them that which was answered soonest.
    private var small: (bytes: Int, seconds: Double)? { smalls.min { $0.seconds < $1.seconds } }
    /// What the last telling frame said by itself.
    private var seemedSlow = false
    /// Seconds that the last small frame took to be answered, whatever earlier ones took.
    private var lastRoundTrip: Double?
    /// Bytes since the last question.
    private var unasked = 0
    /// When the bytes that were sent will have left, by what is known.
    private var free = 0.0

    public init() {}

    /// Bytes that a slow line carries in a second; nil for one that is fast, or not known yet.
    public var slowBytesPerSecond: Double? {
        carried.flatMap { slowRate(of: $0.bytes, in: $0.seconds) }
    }

    private func slowRate(of bytes: Int, in time: Double) -> Double? {
        // What the small one did not carry took what it did not take. It may have taken longer than all of the other.
        let small = small
        let seconds = max(time - (small?.seconds ?? 0), time / 16, 0.000_1)
        let rate = Double(bytes - (small?.bytes ?? 0)) / seconds
        return rate < Self.slowRate ? rate : nil
    }

    /// About how many bytes a frame may send at once; nil is all of them. A slow line is given what it carries in a part of a
    /// second: then comes what a person has done meanwhile, and not what is out of date.
    public var bytesAtOnce: Int? {
        slowBytesPerSecond.map { max(Int($0 * Self.shareAtOnce), Self.leastAtOnce) }
    }

    /// Answers that the terminal still owes, late ones included: what `KeyDecoder` wants to know.
    public var outstanding: Int { unanswered.count }

    /// The same without those that are no longer expected at a time.
    public func outstanding(at time: Double) -> Int {
        unanswered.count { time - $0.time < Self.forgetDelay }
    }

    /// Whether to send `ESC[5n` behind a frame of so many bytes.
    public func asks(behind bytes: Int) -> Bool {
        guard asksForAnswers else { return false }
        let isNear = lastRoundTrip.map { $0 <= Self.nearRoundTrip } ?? false
        return !isNear || slowBytesPerSecond != nil || !unanswered.isEmpty || unasked + bytes > Self.unaskedBytes
    }

    /// Notes that a frame was written without a question, as ``asks(behind:)`` said.
    public mutating func frameSentUnasked(bytes: Int, at time: Double) {
        forget(at: time)
        unasked += bytes
    }

    /// Notes that a frame was written, its question included. Frames without bytes need no question and no note.
    public mutating func frameSent(bytes: Int, at time: Double) {
        forget(at: time)
        unasked = 0
        let first = firstFrame ?? time
        firstFrame = first
        if !hasAnswered, time - first >= Self.giveUpDelay { asksForAnswers = false }
        guard asksForAnswers else { return }
        unanswered.append(Sent(bytes: bytes, time: time, isAlone: unanswered.isEmpty))
        if let rate = slowBytesPerSecond { free = max(free, time) + Double(bytes) / rate }
    }

    /// Notes that an answer came. It answers the oldest frame, for a terminal answers in order.
    public mutating func answerReceived(at time: Double) {
        hasAnswered = true
        if !unanswered.isEmpty { learn(from: unanswered.removeFirst(), answeredAt: time) }
        // All has arrived, whatever was reckoned.
        if unanswered.isEmpty { free = min(free, time) }
        forget(at: time)
    }

    /// Whether the next frame may be drawn now.
    public func mayDraw(at time: Double) -> Bool {
        deadline.map { time >= $0 } ?? true
    }

    /// When the next frame may be drawn even though no answer comes; nil when nothing holds it.
    public var deadline: Double? {
        guard hasAnswered else { return nil }
        if let rate = slowBytesPerSecond { return deadline(at: rate) }
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

    /// When the line counts as idle even though no answer comes; nil when it has carried all.
    public var idleDeadline: Double? {
        unanswered.last.map { $0.time + (hasAnswered ? Self.answerDelay : Self.firstAnswerDelay) }
    }

    private mutating func learn(from sent: Sent, answeredAt time: Double) {
        guard sent.isAlone else { return }
        let seconds = time - sent.time
        if sent.bytes >= Self.tellingBytes {
            let seemsSlow = slowRate(of: sent.bytes, in: seconds) != nil
            if sent.bytes >= Self.surelyTellingBytes || seemsSlow == seemedSlow || !seemsSlow {
                carried = (sent.bytes, seconds)
            }
            seemedSlow = seemsSlow
        }
        guard sent.bytes <= Self.roundTripBytes else { return }
        lastRoundTrip = seconds
        if smalls.count == Self.mostSmall { smalls.removeFirst() }
        smalls.append((sent.bytes, seconds))
    }

    /// On a line that carries so much in a second. More on its way than a line of that length can hold means that it
    /// carries less: then answers are waited for.
    private func deadline(at rate: Double) -> Double? {
        guard let last = unanswered.last else { return nil }
        let bytes = unanswered.reduce(0) { $0 + $1.bytes } - last.bytes
        let isClogged = Double(bytes) > Double(Self.byteLimit) + rate * (small?.seconds ?? 0)
        return isClogged ? last.time + Self.answerDelay : min(free, last.time + Self.answerDelay)
    }

    private mutating func forget(at time: Double) {
        unanswered.removeAll { time - $0.time >= Self.forgetDelay }
    }
}

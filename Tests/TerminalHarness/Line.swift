/// What lies between a person's terminal and the program.
public struct LineProfile: Sendable, Hashable {
    /// How the terminal treats the question `ESC[5n`.
    public enum Answers: Sendable, Hashable {
        case atOnce
        case never
        /// `ESC[0n` arrives byte by byte with a gap between.
        case torn(gap: Duration)
    }

    /// The time that a byte takes, each way.
    public var delay: Duration
    /// Eight bits a byte, each way; nil for a line without limit.
    public var bitsPerSecond: Int?
    public var answers: Answers
    /// Bytes that the line takes from the program before it makes it wait.
    public var capacity: Int

    public init(
        delay: Duration = .zero, bitsPerSecond: Int? = nil, answers: Answers = .atOnce, capacity: Int = 65_536
    ) {
        self.delay = delay
        self.bitsPerSecond = bitsPerSecond
        self.answers = answers
        self.capacity = capacity
    }

    /// A modem with a satellite behind it.
    public static let slowAndDistant = LineProfile(delay: .milliseconds(150), bitsPerSecond: 9_600)
    /// Another continent.
    public static let distant = LineProfile(delay: .milliseconds(150))

    func direction() -> LineDirection {
        LineDirection(delay: delay, byteTime: bitsPerSecond.map { .seconds(8) / $0 } ?? .zero)
    }
}

/// One direction of a line: bytes go in and come out later, in order. Times count from any common start.
struct LineDirection: Sendable {
    let delay: Duration
    let byteTime: Duration

    private struct Packet {
        var bytes: ArraySlice<UInt8>
        /// When its first byte began to be sent.
        var start: Duration
    }

    private var packets: [Packet] = []
    private var freeFrom = Duration.zero

    init(delay: Duration, byteTime: Duration) {
        self.delay = delay
        self.byteTime = byteTime
    }

    /// Bytes on their way.
    var count: Int { packets.reduce(0) { $0 + $1.bytes.count } }

    /// When the next byte comes out; nil when none is on its way.
    var nextArrival: Duration? { packets.first.map { $0.start + byteTime + delay } }

    mutating func send(_ bytes: some Sequence<UInt8>, at time: Duration) {
        let bytes = ArraySlice(bytes)
        guard !bytes.isEmpty else { return }
        let start = max(time, freeFrom)
        packets.append(Packet(bytes: bytes, start: start))
        freeFrom = start + byteTime * bytes.count
    }

    /// What has come out by now.
    mutating func receive(at time: Duration) -> [UInt8] {
        var arrived: [UInt8] = []
        while let packet = packets.first, packet.start + byteTime + delay <= time {
            let count = byteTime == .zero ? packet.bytes.count : Int((time - delay - packet.start) / byteTime)
            let part = packet.bytes.prefix(max(count, 1))
            arrived += part
            if part.count == packet.bytes.count {
                packets.removeFirst()
            } else {
                packets[0].bytes.removeFirst(part.count)
                packets[0].start += byteTime * part.count
            }
        }
        return arrived
    }
}

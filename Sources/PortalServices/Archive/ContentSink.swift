import FoundationEssentials
import PortalDomain

/// Where the body of a file goes to.
public protocol ContentSink: AnyObject, Sendable {
    /// How many bytes of the body are there; the next ones belong behind them.
    var position: UInt64 { get }
    /// Takes what comes next.
    func take(_ bytes: UnsafeRawBufferPointer) throws
    /// Throws away what is there of the body.
    func restart() throws
}

/// The body is another one than the header is for, or than what is there of it: the header has to be fetched anew, and
/// all of the body.
public struct ContentChanged: Error {
    public init() {}
}

/// The body is shorter or longer than the archive's own list says.
public struct ContentOfWrongLength: Error {
    /// In bytes.
    public var listed: UInt64
    /// In bytes; nil where more came than was listed.
    public var given: UInt64?
}

/// What an answer to a request for a body means for what is there of it. Pure.
enum ContentPlan: Equatable {
    /// What comes belongs behind what is there.
    case goOn
    /// What comes is all of it, from the beginning.
    case startOver
    /// All is there already.
    case isWhole
    /// The place that was asked for is behind the end of what there is.
    case askAgainFromTheStart
    case changed
    case wrongLength(given: UInt64)
    /// No answer that HTTP has for this.
    case senseless

    /// - Parameters:
    ///   - position: from where on it was asked for.
    ///   - tag: of the body that the header belongs to; nil where the archive does not say.
    ///   - size: as the archive lists it.
    init(
        status: Int, range: String?, length: String?, answerTag: String?, position: UInt64, tag: String?, size: UInt64
    ) {
        let isAnother = if let tag, let answerTag { answerTag != tag } else { false }
        switch status {
        case 200:
            if isAnother {
                self = .changed
            } else if let given = length.flatMap({ UInt64($0) }), given != size {
                self = .wrongLength(given: given)
            } else {
                // Whoever was asked for a part and gives all has not looked at the range, or has something new.
                self = position == 0 ? .goOn : .startOver
            }
        case 206:
            guard let (start, total) = Self.parts(of: range), start == position else {
                self = .senseless
                return
            }
            if isAnother {
                self = .changed
            } else if let total, total != size {
                self = .wrongLength(given: total)
            } else {
                self = .goOn
            }
        case 416:
            let total = range.flatMap { $0.split(separator: "/").last }.flatMap { UInt64($0) }
            if let total, total != size {
                self = .wrongLength(given: total)
            } else {
                self = position == size ? .isWhole : position > 0 ? .askAgainFromTheStart : .senseless
            }
        default: self = .senseless
        }
    }

    /// `bytes 100-199/200`; the last number may be `*`.
    private static func parts(of range: String?) -> (start: UInt64, total: UInt64?)? {
        guard let range, range.lowercased().hasPrefix("bytes ") else { return nil }
        let words = range.dropFirst(6).split(separator: "/")
        guard words.count == 2, let start = words[0].split(separator: "-").first.flatMap({ UInt64($0) }) else {
            return nil
        }
        return (start, words[1] == "*" ? nil : UInt64(words[1]))
    }
}

/// Why a file of Crypt4GH is not read, or not to its end.
package enum Crypt4GHFault: Error, Equatable, Sendable {
    /// It does not begin with `crypt4gh`.
    case notCrypt4GH
    /// Of this program's time there is version 1.
    case unknownVersion(UInt32)
    /// It ends within its header.
    case headerCutOff
    /// A packet of the header (from 0) is said to be of a length that none has.
    case packetLength(packet: Int, UInt32)
    /// The header is larger than `Crypt4GHHeader.largest`, in bytes.
    case headerTooLarge
    /// None of the header's packets opens with the keys at hand: it was encrypted for somebody else.
    case wrongKey(packets: Int)
    /// Packets open, and none tells what the data is encrypted with.
    case noDataKey
    case unknownPacketType(UInt32)
    case unknownDataMethod(UInt32)
    /// The header names two ways of encrypting the data, where the specification allows one.
    case mixedDataMethods
    /// More data keys than `OpenedHeader.mostKeys`: each would be tried with each segment.
    case tooManyDataKeys
    case tooManyEditLists
    /// An edit list is shorter than it says, or none at all.
    case badEditList
    /// A packet of the data's parameters is shorter than it has to be.
    case badParameters
    /// A segment (from 0) is not what was encrypted: changed, or, where it is the last one, cut off.
    case forged(segment: UInt64, isLast: Bool)
    /// The file ends within a segment (from 0), before its authentication code.
    case cutOff(segment: UInt64)
    /// What is read cannot be moved back in, such as a pipe.
    case notSeekable
    /// The system's number.
    case unreadable(Int32)
    /// A recipient's key is none that anything can be kept secret with.
    case weakKey
}

import Crypt4GH
import Glibc
import PortalModel
import PortalViews
import TerminalCanvas

extension DataWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .decrypted(let bytes, let path, let isCounted):
            "\(size(bytes, c)) are decrypted in \(path)."
                + (isCounted
                    ? " Nothing of it is missing."
                    : " What is there is as it was encrypted; whether something is missing, only a checksum shows.")
        case .encrypted(let bytes, let path, let readers):
            "\(size(bytes, c)) are encrypted in \(path), for \(readers == 1 ? "one key" : "\(readers) keys")."
        case .fault(let fault, let file, let left):
            Self.words(for: fault, file == "-" ? "Standard input" : file, left, c)
        case .behindTheEnd(let start): "The data ends before byte \(c.number(start)); nothing was written."
        case .endsBefore(let bytes): "The data ends before the range does: it has \(c.number(bytes)) bytes of it."
        case .notAtTerminal:
            "Data is not written to a terminal: name a file with --output, or send it on to a program with |."
        case .jsonNeedsOutput: "--json tells what became of a file: name one with --output."
        case .overwriteNeedsOutput: "--overwrite is for a file: name one with --output."
        case .noRoom(let path, let needed, let room):
            """
            There is no room for \(path): it takes \(size(needed, c)), and \(size(room, c)) are free. Nothing was written.
            """
        case .partIsTaken(let part, let path):
            """
            \(part) is there already, is not known to be of an earlier try, and was left as it is; \(path) would be written \
            there until it is whole. Move or remove it, or name another file.
            """
        case .diskFailed(let refusal, let path):
            "\(path) could not be written: \(refusal.words). What there was of it is removed."
        }
    }

    /// A number of bytes for people.
    func size(_ bytes: UInt64, _ c: Phrasing) -> String { c.bytes(Int64(clamping: bytes)) }

    private static func words(
        for fault: Crypt4GHFault, _ file: String, _ left: Left, _ c: Phrasing
    ) -> TerminalText {
        switch fault {
        case .notCrypt4GH: "\(file) is no file of Crypt4GH: it does not begin as one."
        case .unknownVersion(let version):
            "\(file) is of version \(c.number(version)) of Crypt4GH, which this program does not know."
        case .headerCutOff: "\(file) ends within its header: get it again."
        case .packetLength, .badParameters, .badEditList: "The header of \(file) is damaged: get it again."
        case .headerTooLarge: "The header of \(file) has more than 16 MB, which no file needs."
        case .wrongKey:
            """
            \(file) was not encrypted for this key. Name another one with --key; portal keys list tells which there are. \
            Whoever gave out the data can encrypt it for your public key (portal keys show).
            """
        case .noDataKey: "The header of \(file) opens, and does not tell what its data is encrypted with."
        case .unknownPacketType, .unknownDataMethod, .mixedDataMethods:
            "\(file) is encrypted in a way that this program does not know."
        case .tooManyDataKeys: "\(file) is encrypted with more than 1000 keys, which are not all tried."
        case .tooManyEditLists:
            "\(file) has more than one edit list, which the format forbids: it is not clear what is meant."
        case .forged(let segment, false):
            "\(file) was changed: its segment \(c.number(segment)) is not what was encrypted. \(rest(left, c))"
        case .forged(let segment, true):
            "\(file) is cut off or was changed: its last segment (\(c.number(segment))) is not what was encrypted. \(rest(left, c))"
        case .cutOff(let segment):
            "\(file) is cut off: its segment \(c.number(segment)) is missing or not whole. \(rest(left, c))"
        case .notSeekable: "\(file) can only be read once."
        case .unreadable(let code): "\(file) could not be read on: \(String(cString: strerror(code))). \(rest(left, c))"
        case .weakKey: "A key that it is to be encrypted for keeps nothing secret."
        }
    }

    private static func rest(_ left: Left, _ c: Phrasing) -> String {
        switch left {
        case .nothing: "Nothing was written."
        case .kept(let bytes, let path): "The \(c.number(bytes)) bytes before that are right, and are in \(path)."
        case .given(let bytes): "The \(c.number(bytes)) bytes that were written before that are right."
        }
    }
}

extension PrivateFile.Refusal {
    /// In the system's words.
    var words: String {
        switch self {
        case .exists, .noPlainFile: String(cString: strerror(EEXIST))
        case .failed(let code): String(cString: strerror(code))
        }
    }
}

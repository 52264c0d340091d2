/// Why a file of the person's could not be read, sent or written. Paths are as they were typed.
public enum FileReason: Hashable, Sendable {
    /// Services take these endings.
    case typeNotTaken(good: [String])
    /// In bytes.
    case tooLarge(bytes: Int, most: Int)
    /// Services take no file without a byte.
    case isEmpty
    /// It is not listed.
    case folderUnreadable(String)
    /// Or it is no plain file.
    case notThere(String)
    /// It is there.
    case unreadable(String)
    /// No number behind the name is free.
    case manyOfTheName(String, folder: String)
    /// Into the download folder.
    case notWritten(String)
    /// A name is missing behind it.
    case isFolder(String)
    /// Nothing is written over.
    case isThere(String)
    /// It is there: a device, a pipe or a socket.
    case noPlainFile(String)
    /// The same as `isThere`, in the line where the path is typed.
    case typeAnother(String)
    /// Nothing was typed.
    case typePath
    /// - words: the system's.
    case system(path: String, words: String)

    /// In English.
    public var sentence: String {
        switch self {
        case .typeNotTaken(let good): "Files of this type are not taken. Good are: \(good.joined(separator: ", "))."
        case .tooLarge(let bytes, let most):
            "The file is \(FileSize.words(bytes)); the portal takes up to \(FileSize.words(most)). Make it smaller, or split it."
        case .isEmpty: "The file is empty."
        case .folderUnreadable(let folder): "\(folder) cannot be read. Check the path and its permissions."
        case .notThere(let path): "There is no file \(path). Check the path."
        case .unreadable(let path): "\(path) cannot be read. Check its permissions."
        case .manyOfTheName(let name, let folder): "\(folder) has many files of the name \(name) already."
        case .notWritten(let path):
            "\(path) cannot be written. Check the folder's permissions and the free space."
        case .isFolder(let path): "\(path) is a folder. Write the name of the file behind it."
        case .isThere(let path): "\(path) is there already, and was left as it is. Write another name."
        case .noPlainFile(let path):
            "\(path) is no plain file but a device or a pipe, and was left as it is. Name another file."
        case .typeAnother(let path): "\(path) is there already. Type another name."
        case .typePath: "Type the path of a file."
        case .system(let path, let words):
            "\(path) cannot be written: \(words). Look at the folder's permissions and the free space."
        }
    }
}

/// A size in the unit that reads best, of powers of 1000: "3.4 MB".
public enum FileSize {
    /// With a point, as English has it.
    public static func words(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: return "\(bytes) B"
        case ..<1_000_000: return tenths(bytes, of: 1000, "kB")
        default: return tenths(bytes, of: 1_000_000, "MB")
        }
    }

    private static func tenths(_ bytes: Int, of unit: Int, _ name: String) -> String {
        let tenths = (bytes + unit / 20) / (unit / 10)
        return tenths % 10 == 0 || tenths >= 100 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
}

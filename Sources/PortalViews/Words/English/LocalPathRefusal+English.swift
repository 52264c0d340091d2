import PortalModel

/// Why a file of an archive is written under no name of its own, for the screen and for commands.
extension LocalPath.Refusal {
    package var english: String {
        switch self {
        case .empty: "It has no name."
        case .absolute: "Its name begins at the root of all files, and would be written there."
        case .climbs: "Its name leads out of the folder, or has an empty part."
        case .controls: "Its name holds characters that are no text."
        case .backslash: "Its name holds a backslash, which is a folder to other systems."
        case .tooLong: "Its name is longer than disks take."
        case .reserved: "By its name this program keeps what it writes itself."
        case .option: "A part of its name begins with a hyphen, which commands take for an option."
        case .sameAs(let other): "On some disks its name is that of \(other): fetch them into two folders."
        }
    }
}

import Glibc
import PortalStorage

/// Where the demo portal keeps its requests.
struct DemoData: Sendable {
    let directory: String

    /// Whether they can be kept there. What is there already only has to be writable; a new database needs some room
    /// besides.
    private var takesRequests: Bool {
        let database = directory + "/demo.sqlite"
        if access(database, F_OK) == 0 { return access(database, W_OK) == 0 && access(directory, W_OK) == 0 }
        return PrivatePlace.hasRoom(forBytes: Self.room, in: directory)
    }

    /// What an empty database and its log take.
    private static let room = 256 * 1024

    /// Why there is the catalogue alone, which needs no place on the disk; nil where requests can be kept.
    var refusal: String? {
        guard !takesRequests else { return nil }
        return
            "The demo portal's requests cannot be kept in \(directory): the folder cannot be written, or its disk is full. "
            + "Datasets can be searched and read. Make room or the folder writable, name another place with "
            + "XDG_DATA_HOME, or use --ephemeral."
    }
}

import Glibc
import PortalModel
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
    var refusal: Reason? { takesRequests ? nil : .catalogue(.noPlaceForRequests(folder: directory)) }
}

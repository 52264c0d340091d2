import FoundationEssentials
import Glibc

/// Asks a folder what it takes, before something is entrusted to it.
public enum PrivatePlace {
    /// Whether the folder is there or can be made, and takes so many bytes. Leaves nothing behind but the folder.
    public static func hasRoom(forBytes count: Int, in directory: String) -> Bool {
        let probe = directory + "/.room-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        do {
            try PrivateFiles.makeDirectory(directory)
            try PrivateFiles.replace(probe, with: Data(count: count))
        } catch {
            return false
        }
        return unlink(probe) == 0
    }
}

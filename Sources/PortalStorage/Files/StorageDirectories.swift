import FoundationEssentials
import PortalDomain

/// Where this program keeps its files: a folder for what must not be lost and one for what may be.
///
/// Each profile has a folder of its name in both. The layout is in docs/FILES.md.
public struct StorageDirectories: Hashable, Sendable {
    /// Absolute path of the folder whose sub-folders hold the drafts.
    public var data: String
    /// Absolute path of the folder whose sub-folders hold the cache.
    public var cache: String

    public init(data: String, cache: String) {
        self.data = data
        self.cache = cache
    }

    /// `$XDG_DATA_HOME/portal` and `$XDG_CACHE_HOME/portal`, by default in the home directory.
    ///
    /// A relative path in a variable is ignored, as the XDG Base Directory Specification asks for. Where nobody knows the
    /// home directory the paths are such that nothing can be kept there.
    public static func standard(environment: [String: String]) -> StorageDirectories {
        let home = HomeDirectory.path(environment: environment) ?? HomeDirectory.nowhere
        let data = environment["XDG_DATA_HOME"].flatMap(HomeDirectory.absolute) ?? home + "/.local/share"
        let cache = environment["XDG_CACHE_HOME"].flatMap(HomeDirectory.absolute) ?? home + "/.cache"
        return StorageDirectories(data: data + "/portal", cache: cache + "/portal")
    }

    /// Where a profile keeps what must not be lost: absolute, without a slash at its end.
    public func data(ofProfile name: String) throws(PortalError) -> String {
        try data + "/" + Self.folder(forProfile: name)
    }

    /// The folder name of a profile: the name itself where it is plain, else with other bytes written as `%XX`,
    /// so that no name can leave the folder and no two names share one.
    package static func folder(forProfile name: String) throws(PortalError) -> String {
        var folder = ""
        for byte in name.utf8 {
            let character = Character(UnicodeScalar(byte))
            let isPlain = character.isASCII && (character.isLetter || character.isNumber || "-_".contains(character))
            if isPlain || (character == "." && !folder.isEmpty) {
                folder.append(character)
            } else {
                folder += byte < 16 ? "%0" : "%"
                folder += String(byte, radix: 16, uppercase: true)
            }
        }
        guard !folder.isEmpty, folder.utf8.count <= 200 else {
            throw PortalError(
                .local, operation: "opening the drafts", because: .disk(.profileName))
        }
        return folder
    }
}

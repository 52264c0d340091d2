import Glibc

/// Where the person's own files lie, found out without asking more than has to be.
///
/// `HOME` is what shells go by. Only without it is the machine's list of users asked, which may not know the person: users
/// of LDAP or sssd are no entries of `/etc/passwd`, and a container runs under any number.
public enum HomeDirectory {
    /// Absolute path without a slash at its end; nil when nobody knows.
    public static func path(
        environment: [String: String], ofCurrentUser lookUp: () -> String? = ofCurrentUser
    ) -> String? {
        if let home = environment["HOME"].flatMap(absolute) { return home }
        return lookUp().flatMap(absolute)
    }

    /// Stands in paths for a home that nobody knows: nothing can be made or be found there, by root neither.
    public static let nowhere = "/proc/no-home"

    /// From the list of users.
    public static func ofCurrentUser() -> String? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var room = [CChar](repeating: 0, count: 16 * 1024)
        guard getpwuid_r(getuid(), &entry, &room, room.count, &found) == 0, found != nil, let home = entry.pw_dir else {
            return nil
        }
        return String(cString: home)
    }

    static func absolute(_ path: String) -> String? {
        guard path.hasPrefix("/") else { return nil }
        var path = path
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}

import Glibc

/// What a program is given to read from and write to.
enum StandardDescriptors {
    /// Puts `/dev/null` where a descriptor is closed (`>&-`), as setuid programs do: else the next file or pipe that the
    /// program opens gets its number, and what is meant for a person goes there. Writing to it still fails, so that a
    /// result that nobody gets is told of.
    static func fill() {
        for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
            // The lowest free number, which is this one.
            _ = open("/dev/null", O_RDONLY)
        }
    }
}

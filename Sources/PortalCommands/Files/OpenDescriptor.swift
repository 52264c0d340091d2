/// The names by which a program opens what it has open: `/dev/stdin`, `/dev/fd/63` (`<(…)` of a shell), `/proc/self/fd/63`.
enum OpenDescriptor {
    /// The descriptor that a path names; nil for any other path.
    static func number(of path: String) -> Int32? {
        if path == "/dev/stdin" { return 0 }
        let folder = ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
        return folder.flatMap { Int32(path.dropFirst($0.count)) }
    }
}

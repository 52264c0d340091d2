import Foundation

/// Other processes, as `/proc` tells of them.
enum Processes {
    static func children(of parent: pid_t) -> [pid_t] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.compactMap { pid_t($0) }.filter { status(of: $0)?.parent == parent }
    }

    static func name(of process: pid_t) -> String? { status(of: process)?.name }

    private static func status(of process: pid_t) -> (name: String, parent: pid_t)? {
        guard let text = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return nil }
        let line = String(decoding: text, as: UTF8.self)
        // The name stands in brackets and may hold anything.
        guard let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")") else { return nil }
        let rest = line[line.index(after: close)...].split(separator: " ")
        guard rest.count > 1, let parent = pid_t(rest[1]) else { return nil }
        return (String(line[line.index(after: open)..<close]), parent)
    }
}

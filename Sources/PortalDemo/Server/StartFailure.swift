import Foundation

/// Why a demo portal did not start, said for the person who started it.
enum StartFailure: Error, Equatable {
    case portInUse(Int)
    case portRefused(Int, reason: String)
    case catalogueUnreadable(path: String, reason: String)
    case catalogueWithoutDatasets(path: String, firstReason: String?)
    case dataDirectoryUnusable(path: String, reason: String)
    case databaseUnusable(path: String, reason: String)
    case tokensUnusable(path: String, reason: String)

    /// What happened, what is safe and what to do next.
    var message: String {
        switch self {
        case .portInUse(let port):
            return """
                Port \(port) on 127.0.0.1 is already in use by another program. Nothing was changed.
                Choose another port, or leave --port out to have a free one chosen.
                """
        case .portRefused(let port, let reason):
            return """
                Port \(port) on 127.0.0.1 could not be opened: \(reason). Nothing was changed.
                Choose a port from 1024 to 65535, or leave --port out to have a free one chosen.
                """
        case .catalogueUnreadable(let path, let reason):
            return """
                The catalogue file \(path) cannot be read: \(reason). Nothing was changed.
                Check the path and its permissions, or leave --catalogue out to use the bundled catalogue.
                """
        case .catalogueWithoutDatasets(let path, let firstReason):
            let detail = firstReason.map { " The first line that was refused: \($0)." } ?? " It is empty."
            return """
                The catalogue file \(path) holds no dataset.\(detail) Nothing was changed.
                Each line must be one JSON object with at least an "id".
                """
        case .dataDirectoryUnusable(let path, let reason):
            return """
                The data directory \(path) cannot be used: \(reason). Nothing was changed.
                Choose a directory you may write to with --data, or run with --ephemeral to keep nothing.
                """
        case .databaseUnusable(let path, let reason):
            return """
                The file \(DemoDatabase.fileName) in \(path) cannot be used: \(reason). It was left as it is.
                Close other demo portals that use it, free some disk space, or choose another directory with --data.
                """
        case .tokensUnusable(let path, let reason):
            return """
                The token file \(path) cannot be used: \(reason). Nothing was changed.
                Each line is a token, then optionally a blank and the id of a demo person: ada or grace.
                """
        }
    }
}

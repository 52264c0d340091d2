import Foundation
import Hummingbird

extension Request {
    /// What stands after a part of the path, decoded: an id that may itself hold slashes.
    func rest(after part: String) throws -> String {
        let path = uri.path
        guard let prefix = path.range(of: part), let rest = String(path[prefix.upperBound...]).removingPercentEncoding
        else { throw Problem(.badRequest, "Malformed request", "The id is not encoded as UTF-8.") }
        return rest
    }
}

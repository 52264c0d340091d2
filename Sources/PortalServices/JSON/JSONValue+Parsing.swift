import FoundationEssentials
import JSONStream
import PortalDomain

extension JSONValue {
    /// - Throws: `JSONRefusal`, of a text that is not JSON only after the repairs of `JSONRepair`.
    init(parsing text: Data) throws(JSONRefusal) {
        // Half a surrogate pair would come out of the parser as another character.
        if !JSONRepair.holdsSurrogates(text) {
            do throws(JSONRefusal) {
                self = try JSONReader.read(text)
                return
            } catch {
                guard error == .notJSON else { throw error }
            }
        }
        self = try JSONReader.read(JSONRepair.repaired(text))
    }
}

extension JSONRefusal {
    /// Nil for what is no JSON at all: what came in its place says more.
    var reason: AnswerReason? {
        switch self {
        case .notJSON: nil
        case .tooManyValues: .tooManyValues(most: JSONReader.mostValues)
        case .tooDeep: .tooDeep(levels: JSONReader.deepest)
        }
    }
}

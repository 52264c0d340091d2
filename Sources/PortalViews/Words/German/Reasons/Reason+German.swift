import PortalModel
import TerminalCanvas

extension Reason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .words(let words): TerminalText(sanitizing: words)
        case .disk(let reason): c(reason)
        case .kept(let reason): c(reason)
        case .file(let reason): c(reason)
        case .answers(let reason): c(reason)
        case .editor(let reason): c(reason)
        case .pager(let reason): c(reason)
        case .connection(let reason): c(reason)
        case .answer(let reason): c(reason)
        case .catalogue(let reason): c(reason)
        case .query(let reason): c(reason)
        case .variant(let reason): c(reason)
        case .change(let reason): c(reason)
        case .signIn(let reason): c(reason)
        case .tokens(let reason): c(reason)
        case .setup(let reason): c(reason)
        case .program(let reason): c(reason)
        case .mirror(let reason): c(reason)
        case .savedSearch(let reason): c(reason)
        case .passport(let reason): c(reason)
        case .archive(let reason): c(reason)
        case .notOffered(let feature): "\(c(feature)) bietet dieses Portal nicht an."
        case .notOfferedHere(let feature, let reason): "\(c(feature)) wird hier nicht angeboten. \(c(reason))"
        case .ofCall(let reason, let id): "\(c(reason)) (Anfrage-ID \(id.prefix(8)))"
        case .failed(let kind): c(kind)
        case .several(let reasons): reasons.map { c($0) }.joined(separator: " ")
        }
    }
}

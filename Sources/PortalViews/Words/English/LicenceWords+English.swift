import PortalModel
import TerminalCanvas

extension LicenceWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .acceptedMark: " accepted"
        case .notAcceptedMark: " not accepted"
        case .licenceOf(let index, let count): "Licence \(index) of \(count)"
        case .licence: "Licence"
        case .text: "text"
        case .address: "address"
        case .file: "file"
        case .inLanguage(let language): ", in \(language)"
        case .change(let others): " (\(c.key(.changeLanguage)): \(others))"
        case .atAddress: "The terms are at this address; read them there before you accept:"
        case .copiesAddress:
            """
            \(c.key(.copyIdentifier)) copies it. The portal gives the address alone, so that what stands there \
            cannot be shown here.
            """
        case .noTerms: "The portal gives no terms for this licence. Ask the committee for them before you accept."
        case .fetchesFile(let name):
            "The terms are in a file, “\(name)”. \(c.key(.open, in: .wizardLicences)) fetches it."
        case .fetching(let name): "Fetching “\(name)”\(c.glyphs.ellipsis)"
        case .isNoText: "The terms are in a file that is no text. It is kept as:"
        case .readElsewhere:
            """
            Read it with a program for such files before you accept; \(c.key(.copyIdentifier)) copies the path.
            """
        case .notFetched(let name, let error, let detail, let id):
            "\(c.glyphs.cross) “\(name)” could not be fetched. \(error)\(detail)\(id)"
        case .nothingLost:
            """
            Nothing is lost. \(c.key(.refresh)) fetches it again, here or later; the portal's web page has it \
            too.
            """
        }
    }
}

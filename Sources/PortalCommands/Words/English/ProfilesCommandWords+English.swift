import PortalModel
import PortalViews
import TerminalCanvas

extension ProfilesCommandWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .noneSetUp: "None is set up yet: portal profiles add NAME --discovery URL, or portal asks for one."
        case .noneSetUpYet: "No portal is set up yet: portal profiles add."
        case .unknown(let name, let suggestions, let known):
            """
            There is no profile “\(name)”.\(c(CommonCommandWords.didYouMean(suggestions))) \
            \(known.isEmpty ? "None is set up yet." : "Set up are \(known.joined(separator: ", ")).")
            """
        case .isYours(let name, let file, let line):
            """
            “\(name)” stands in \(file)\(line.map { ", line \($0)" } ?? ""), which is yours and is never written here. \
            Change it there.
            """
        case .setUpAlready(let name, let file):
            "“\(name)” is set up already, in \(file). portal profiles edit changes it."
        case .needsDiscovery: "A portal needs --discovery, its address."
        case .opens(let name): "portal opens \(name) from now on."
        case .noYes(let name): "Nobody can be asked here: add --yes to remove “\(name)”."
        case .typeYes(let portal):
            """
            Remove “\(portal.name)”?\(c.leftBehind(by: portal).map {
                " \($0.prefix(1).uppercased() + $0.dropFirst()) would stay behind."
            } ?? "") Type yes:
            """
        case .notRemoved: "Nothing was removed."
        case .removed(let portal, let folder, let tokens):
            """
            “\(portal.name)” is removed.\(c.leftBehind(by: portal).map {
                " What stays behind in \(folder): \($0). A profile of the same name finds it again"
                    + (portal.hasSignIn ? "; to forget the sign-in, delete \(tokens)." : ".")
            } ?? "")
            """
        case .finding(let finding):
            "\(finding.isWell ? "ok     " : "problem") \(finding.service): \(c(finding.reason))"
        case .notKept(let name):
            "“\(name)” was not kept. Mend the address, or keep it all the same with --untried."
        case .kept(let name, let folder, let signsIn):
            """
            “\(name)” is kept in \(folder)/profiles.d. portal --profile \(name) opens it\
            \(signsIn ? ", portal login --profile \(name) signs in." : ".")
            """
        case .shortName: "A profile has a short name of letters, digits and dashes, such as “gdi”."
        case .demoName: "“demo” is the demo portal's name. Choose another one."
        case .yoursOpens(let file, let yours, let name):
            """
            \(file) says default: \(yours), which comes first and is yours. Change or remove that line; until then portal \
            --profile \(name) opens it.
            """
        case .needsIssuerAndClient: "Signing in needs both --issuer and --client-id."
        case .noPlace(let deed):
            """
            There is no place to \(deed.english): HOME is not set, and this machine does not know your home directory. \
            Set HOME, or name a place with XDG_CONFIG_HOME.
            """
        case .notWritten(let deed, let folder, let reason):
            """
            \(folder)/profiles.d cannot be written to \(deed.english)\(reason.map { ": \($0)" } ?? ""). Look at its \
            permissions and the free space, or name another place with XDG_CONFIG_HOME.
            """
        }
    }
}

extension ProfilesCommandWords.Deed {
    fileprivate var english: String {
        switch self {
        case .keep(let name): "keep “\(name)”"
        case .remove(let name): "remove “\(name)”"
        case .choose(let name): "make “\(name)” the one that opens"
        }
    }
}

import PortalModel
import PortalServices
import TerminalBackend

/// What `portal doctor` finds: in English in JSON, and for people in their language.
enum DoctorWords {
    /// What is looked at, by its name in JSON.
    case name(String)
    case state(State)
    case notConfigured
    case finding(ServiceFinding)
    // Signing in.
    case demoKnowsYou, noPlaceToSignIn, noWay
    case ways([LoginWay])
    // The terminal.
    case terminal(TerminalDescription?, type: String?, isPipe: Bool)
    case refusal(TerminalCheck.Refusal)
    case notUTF8(asked: String?)
    case locale(asked: String?, taken: String, LocaleChoice.Source)
    case coloursLeftOut, noColours
    case colours(Int)
    case clipboardThroughTmux, clipboardThroughScreen, clipboard
    // Files.
    case noHome
    case homeOfList(String)
    case nowhere
    case notWritable(path: String, what: Loss, variable: String)
    case madeWhenNeeded(path: String)
    case noFolder(path: String)
    case othersWrite(path: String)
    case log(path: String, level: String)
    // The network.
    case noAuthorities(CertificateAuthorities)
    case trusts(CertificateAuthorities)
    case trustsToo(file: String, CertificateAuthorities?)
    case proxy(variable: String, address: String)

    /// What comes of a check.
    enum State: String, Encodable, Sendable { case ok, note, problem }

    /// What is not done where a place cannot be written.
    enum Loss { case keeping, logging }
}

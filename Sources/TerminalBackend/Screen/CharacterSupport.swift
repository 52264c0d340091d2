import CMachine
import CTerminal
import Glibc

/// The characters that the locale allows.
public enum CharacterSupport: Sendable, Hashable {
    /// The terminal and its locale take UTF-8.
    case unicode
    /// Frames and marks are drawn with ASCII, and what a description holds beyond it as `?`.
    case ascii

    /// Chooses the locale; see ``LocaleChoice``. Must run before the screen starts, for ncurses goes by the locale.
    public static func fromEnvironment() -> CharacterSupport { LocaleChoice.make().support }
}

/// By which locale characters are written: the one that the environment names where it is UTF-8, else any UTF-8 locale
/// that can be had.
///
/// Terminals have been UTF-8 for twenty years; what is missing is nearly always the locale: `LC_CTYPE=UTF-8` is a Mac's,
/// and a container has none at all. Only `C` or `POSIX` asks for ASCII, and not of a terminal that says of itself that it
/// is UTF-8.
public struct LocaleChoice: Sendable, Hashable {
    /// Where the locale in force came from.
    public enum Source: Sendable, Hashable {
        /// What the environment names.
        case environment
        /// Another one of this machine.
        case machine
        /// Brought along.
        case program
    }

    /// What the environment says: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set.
    public let asked: String?
    /// The locale's name; nil for ASCII.
    public let taken: String?
    /// Where the locale in force came from.
    public let source: Source

    /// What may be drawn.
    public var support: CharacterSupport { taken == nil ? .ascii : .unicode }

    /// Sets the program's `LC_CTYPE`. Call it before other threads are at work, since they may read the environment.
    public static func make() -> LocaleChoice {
        make(terminalIsUTF8: saysUTF8(flags: terminalFlags) || isAlwaysUTF8(value(of: "TERM") ?? ""))
    }

    static func make(terminalIsUTF8: Bool) -> LocaleChoice {
        let asked = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { value(of: $0) }.first
        let isNamed = setlocale(LC_CTYPE, "") != nil
        if isUTF8 { return LocaleChoice(asked: asked, taken: asked ?? "", source: .environment) }
        if isNamed, let asked, asksForASCII(asked), !terminalIsUTF8 { return ascii(asked) }
        for candidate in usual where setlocale(LC_CTYPE, candidate) != nil && isUTF8 {
            return LocaleChoice(asked: asked, taken: candidate, source: .machine)
        }
        guard setBroughtAlong() else { return ascii(asked) }
        return LocaleChoice(asked: asked, taken: own, source: .program)
    }

    /// Never a locale of another character set: a static C library would load converters of the machine for it.
    private static func ascii(_ asked: String?) -> LocaleChoice {
        setlocale(LC_CTYPE, "C")
        return LocaleChoice(asked: asked, taken: nil, source: .machine)
    }

    /// Only an explicit wish: a bare Debian or a cluster node often names no locale or one that is not installed.
    static func asksForASCII(_ locale: String) -> Bool { locale == "C" || locale == "POSIX" }

    private static let usual = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "en_GB.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8"]

    // MARK: - What the terminal says

    /// Terminals and secure shells set it on the line (`stty iutf8`), so that it erases whole characters.
    static func saysUTF8(flags: tcflag_t?) -> Bool { flags.map { $0 & tcflag_t(IUTF8) != 0 } ?? false }

    private static var terminalFlags: tcflag_t? {
        var settings = termios()
        return tcgetattr(STDIN_FILENO, &settings) == 0 ? settings.c_iflag : nil
    }

    /// Terminals that know no other characters.
    static func isAlwaysUTF8(_ type: String) -> Bool {
        ["xterm-kitty", "xterm-ghostty", "ghostty", "alacritty", "foot", "wezterm", "contour", "tmux"].contains {
            type.hasPrefix($0)
        }
    }

    // MARK: - The locale that is brought along

    static let own = "C.UTF-8"

    /// The C library reads locales from files only: this one is written for the moment in which it is opened.
    static func setBroughtAlong() -> Bool {
        var size = 0
        guard let ctype = cm_ctype(&size), size > 0, let folder = temporaryFolder() else { return false }
        let place = folder + "/" + own
        let file = place + "/LC_CTYPE"
        defer {
            unlink(file)
            rmdir(place)
            rmdir(folder)
        }
        guard mkdir(place, 0o700) == 0 else { return false }
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        let written = write(descriptor, ctype, size)
        guard close(descriptor) == 0, written == size else { return false }
        let before = value(of: "LOCPATH")
        setenv("LOCPATH", folder, 1)
        defer { if let before { setenv("LOCPATH", before, 1) } else { unsetenv("LOCPATH") } }
        return setlocale(LC_CTYPE, own) != nil && isUTF8
    }

    private static func temporaryFolder() -> String? {
        for parent in [value(of: "XDG_RUNTIME_DIR"), value(of: "TMPDIR"), "/tmp", "/dev/shm"].compactMap(\.self) {
            guard parent.hasPrefix("/") else { continue }
            var template = Array((parent + "/portal-locale-XXXXXX").utf8CString)
            guard mkdtemp(&template) != nil else { continue }
            return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
        return nil
    }

    private static func value(of name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    private static var isUTF8: Bool {
        nl_langinfo(Int32(CODESET)).map { String(cString: $0).uppercased() == "UTF-8" } ?? false
    }
}

import CPseudoTerminal
import Glibc

/// The two ends of a terminal device.
final class PseudoTerminal {
    /// The end of the person.
    let master: Int32
    /// The end of the program, held open so that the settings can be looked at after the program has ended.
    private(set) var slave: Int32
    private let path: String
    private var isOpen = true

    init(columns: Int, rows: Int) throws {
        var name = [CChar](repeating: 0, count: 128)
        let master = cpt_open(&name, name.count)
        guard master >= 0 else { throw HarnessError("No terminal can be made: \(String(cString: strerror(errno)))") }
        self.master = master
        path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        resize(columns: columns, rows: rows)
    }

    deinit {
        hangUp()
    }

    /// Starts a program whose controlling terminal this is: a session leader gets the first terminal that it opens.
    func start(_ arguments: [String], environment: [String: String]) throws -> pid_t {
        try ChildCommand.spawn(arguments, environment: environment, newSession: true) { actions in
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
            posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
        }
    }

    func resize(columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// The terminal's settings as the program left them.
    var settings: termios {
        var settings = termios()
        tcgetattr(slave, &settings)
        return settings
    }

    /// Shuts the window.
    func hangUp() {
        guard isOpen else { return }
        isOpen = false
        close(slave)
        close(master)
    }
}

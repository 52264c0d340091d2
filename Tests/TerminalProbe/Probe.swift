import Glibc
import PortalModel
import TerminalBackend
import TerminalCanvas

/// A list of rows with a marker, what was typed and pasted, and nothing else.
///
/// Arguments: `--bar` draws the selection as a bar, `--rows N` sets the length of the list, `--no-mouse`,
/// `--main-screen`. Keys: Down, Up; q ends; ^Z stops; ! crashes; ^X exits without more ado; ^E lends the terminal to a
/// shell; anything else is shown as text.
@main
enum Probe {
    static func main() {
        let characters = CharacterSupport.fromEnvironment()
        Task { @UI in
            do {
                try ProbeProgram(arguments: CommandLine.arguments, characters: characters).begin()
            } catch {
                complain("\(error)")
                exit(2)
            }
        }
        do { try UI.executor.run() } catch { complain("\(error)") }
    }

    static func complain(_ sentence: String) {
        let line = Array((sentence + "\n").utf8)
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

@UI
final class ProbeProgram {
    private let options: ScreenOptions
    private let bar: Bool
    private let rows: Int
    private var selected = 0
    private var typed = ""
    private var note = "ready"
    private var session: TerminalSession?
    private var frame = Frame(columns: 0, rows: 0)

    init(arguments: [String], characters: CharacterSupport) {
        options = ScreenOptions(
            mouse: !arguments.contains("--no-mouse"), alternateScreen: !arguments.contains("--main-screen"),
            characters: characters, crashWords: "What was typed is kept.\n")
        bar = arguments.contains("--bar")
        rows = arguments.firstIndex(of: "--rows").flatMap { Int(arguments[$0 + 1]) } ?? 100
    }

    func begin() throws {
        let screen = try NcursesScreen(options)
        session = try TerminalSession(
            screen: screen,
            handlers: .init(
                onInput: { [self] in $0.forEach(take) }, draw: { [self] in draw(size: $0) },
                onEnd: { [self] in leave(exitCode: $0.exitCode) }))
    }

    private func take(_ input: TerminalInput) {
        switch input {
        case .key(.down): selected = min(selected + 1, rows - 1)
        case .key(.up): selected = max(selected - 1, 0)
        case .key(.character("q")): leave(exitCode: 0)
        case .key(.character("!")): abort()
        case .key(.control("x")): exit(3)
        case .key(.control("e")): edit()
        case .key(.control("z")): session?.suspend()
        case .key(.control("l")): session?.redraw()
        case .key(.character(let character)): typed.append(character)
        case .key(let key): note = "\(key)"
        case .paste(let text): note = "pasted \(text.debugDescription)"
        case .mouse(let event): note = "\(event.kind) \(event.column),\(event.row)"
        case .resized(let columns, let rows): note = "size \(columns)x\(rows)"
        case .pasteWasCut(let characters): note = "cut at \(characters)"
        case .statusAnswer: note = "an answer got through"
        }
        session?.setNeedsFrame()
    }

    private func edit() {
        Task { @UI in
            let program = ["sh", "-c", "echo lent =$TERM=$TERMINFO=; read line; echo got $line"]
            let exit = await session?.lend { try? await ForegroundProgram.run(program) }
            note = exit.map { "\($0)" } ?? "not started"
            session?.setNeedsFrame()
        }
    }

    private func leave(exitCode: Int32) {
        session?.finish()
        Probe.complain("bye \(session?.framesDrawn ?? 0)")
        exit(exitCode)
    }

    private func draw(size: Size) -> Frame {
        if frame.buffer.columns != size.columns || frame.buffer.rows != size.rows {
            frame = Frame(columns: size.columns, rows: size.rows)
        }
        frame.clear()
        let canvas = frame.canvas
        canvas.draw("\(note) | \(typed)", column: 0, row: 0, style: .title)
        let visible = max(size.rows - 1, 1)
        let top = max(0, min(selected - visible / 2, rows - visible))
        for row in 0..<visible where top + row < rows {
            let isSelected = top + row == selected
            canvas.draw(isSelected ? "▌" : " ", column: 0, row: row + 1, style: .accent)
            let text: TerminalText = "Dataset number \(top + row) of the catalogue, 日本語 é"
            canvas.draw(text, column: 2, row: row + 1, style: isSelected && bar ? .selection : .plain)
        }
        return frame
    }
}

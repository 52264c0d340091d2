import TerminalBackend

@main
enum Probe {
    static func main() throws {
        Task { @UI in UI.executor.stop() }
        try UI.executor.run()
    }
}

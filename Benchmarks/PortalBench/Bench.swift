import Foundation
import TerminalHarness

/// Measures the built program in a bare terminal and prints a table. Run by `make bench`; with the names of parts as
/// arguments (start, keys, idle, line, catalogue, form, demo, mirror) it measures those only.
///
/// CPU is what the scheduler charged the program's threads; it is steadier than time on a shared machine. Each figure
/// is the median of its repetitions.
@main
enum Bench {
    static func main() async {
        do {
            if CommandLine.arguments.count == 3, CommandLine.arguments[1] == MirrorBench.firstPage {
                return try await MirrorBench.showFirstPage(of: CommandLine.arguments[2])
            }
            var table = ResultTable()
            let wanted = CommandLine.arguments.dropFirst()
            for part in Part.allCases where wanted.isEmpty || wanted.contains(part.rawValue) {
                try await part.run(into: &table)
            }
            write(table.markdown)
        } catch {
            write("The benchmark stopped: \(error)\n")
            exit(1)
        }
    }

    private enum Part: String, CaseIterable {
        case start, keys, idle, line, catalogue, form, demo, mirror

        func run(into table: inout ResultTable) async throws {
            switch self {
            case .start: try await StartBench().run(into: &table)
            case .keys:
                try await KeyBench(selection: "marker").run(into: &table)
                try await KeyBench(selection: "bar").run(into: &table)
            case .idle: try await IdleBench().run(into: &table)
            case .line: try await LineBench().run(into: &table)
            case .catalogue: try await CatalogueBench().run(into: &table)
            case .form: FormBench().run(into: &table)
            case .demo: try DemoBench().run(into: &table)
            case .mirror: try await MirrorBench().run(into: &table)
            }
        }
    }

    /// Everything here is our own text and numbers.
    static func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}

/// Rows of figures with what is aimed for.
struct ResultTable {
    private var rows: [(what: String, value: String, aim: String)] = []

    mutating func add(_ what: String, _ value: String, aim: String = "") {
        rows.append((what, value, aim))
        Bench.write("\(what): \(value)\n")
    }

    var markdown: String {
        let lines = rows.map { "| \($0.what) | \($0.value) | \($0.aim) |" }
        return (["", "| measured | median | aim |", "|---|---|---|"] + lines).joined(separator: "\n") + "\n"
    }
}

extension Sequence where Element: Comparable {
    /// The middle element. Nil without any.
    var median: Element? {
        let ordered = sorted()
        return ordered.isEmpty ? nil : ordered[ordered.count / 2]
    }
}

extension Duration {
    var microseconds: Double { self / .microseconds(1) }

    /// In the unit that reads best.
    var readable: String {
        let value = microseconds
        return value < 1000 ? "\(Int(value.rounded())) µs" : String(format: "%.1f ms", value / 1000)
    }
}

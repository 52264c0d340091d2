import Foundation
import PortalModel
import PortalViews
import TerminalCanvas

/// A key in a form of 200 fields and in a table of 500 rows: reducer, form engine and frame, within this process.
///
/// The demo has no form of this size. What the terminal's bytes cost besides is in the figures of the other keys.
struct FormBench {
    private static let fieldCount = 200
    private static let rowCount = 500
    private static let keys = 400

    func run(into table: inout ResultTable) {
        var typing = Self.state(focus: 120)
        measure("form engine, 200 fields: a key to paint", aim: "≤ 1 ms", into: &table) { number in
            _ = reduce(into: &typing, .input(.key(.character(number % 7 == 0 ? " " : "a"))))
            return typing
        }
        var moving = Self.state(focus: 60)
        measure("form engine, 200 fields: Tab to paint", aim: "≤ 1 ms", into: &table) { number in
            _ = reduce(into: &moving, .input(.key(number % 40 < 20 ? .tab : .backTab)))
            return moving
        }
        var cells = Self.state(focus: 0)
        measure("form engine, a table of 500 rows: a key to paint", aim: "≤ 1 ms", into: &table) { number in
            let key: Key = number % 5 == 4 ? .enter : .character("x")
            _ = reduce(into: &cells, .input(.key(key)))
            return cells
        }
    }

    /// The median of many keys, each drawn on 120×40 as the program does.
    private func measure(
        _ name: String, aim: String, into table: inout ResultTable, press: (Int) -> AppState
    ) {
        let frame = Frame(columns: 120, rows: 40)
        let view = ViewContext()
        var costs: [Duration] = []
        for number in 0..<Self.keys {
            let start = ThreadTime.now
            RootView.draw(press(number), into: frame, context: view)
            costs.append(ThreadTime.now - start)
        }
        table.add(name, "\(costs.median?.readable ?? "–") CPU", aim: aim)
    }

    /// - Parameter focus: the number of the field with the cursor; the first one is the table.
    private static func state(focus: Int) -> AppState {
        let now = Date(timeIntervalSince1970: 1_750_000_000)
        var state = AppState(
            now: now, terminal: TerminalState(columns: 120, rows: 40),
            profile: ProfileInfo(name: "bench", title: "Bench", user: "ada"))
        var draft = Draft(
            id: DraftID("bench"), application: ApplicationID(1), datasets: [], created: now, modified: now, revision: 1)
        for field in fields where field.type == .text { draft.answers[field.id] = .text("An answer of some words.") }
        state.requests.drafts = [draft]
        state.screen = .wizard
        state.wizard = WizardState(draft: draft)
        state.wizard?.session.application = Application(
            id: ApplicationID(1), title: "", state: .draft,
            forms: [RequestForm(id: 1, title: LocalizedText("A long form"), fields: fields)])
        _ = reduce(into: &state, .commandChosen(.nextStep))
        _ = reduce(into: &state, .clicked(.field(fields[focus].id), .press))
        return state
    }

    private static let fields: [FormField] = (0..<fieldCount).map { number in
        let types: [FieldType] = [.text, .text, .email, .option, .date, .text, .phoneNumber, .multiselect]
        let rows = (0..<rowCount).map { ["name": "Person \($0)", "role": "analyst", "place": "KI"] }
        let columns = ["name", "role", "place"].map { FieldOption(key: $0, label: LocalizedText($0)) }
        let options = (1...5).map { FieldOption(key: "o\($0)", label: LocalizedText("Option \($0)")) }
        return FormField(
            id: FieldID(form: 1, field: "field-\(number)"), type: number == 0 ? .table : types[number % types.count],
            title: LocalizedText("Question number \(number) of the committee"),
            info: LocalizedText("What the committee wants to know with this question, in a sentence or two."),
            isOptional: number % 3 == 0, maxLength: number % 2 == 0 ? 4000 : nil,
            condition: number % 10 == 7 ? FieldCondition(field: "field-\(number - 4)", values: ["o1"]) : nil,
            options: options, columns: columns, value: number == 0 ? .table(rows) : .text(""))
    }
}

/// What the scheduler charged this thread.
private enum ThreadTime {
    static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}

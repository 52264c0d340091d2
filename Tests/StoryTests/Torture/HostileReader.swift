import Foundation
import PortalModel
import PortalServices
import PortalViews
import TerminalCanvas

/// Somebody who looks through a portal whose answers are damaged: the program's own client, model and screens, without a
/// terminal. Each question is asked as it comes up, one after the other.
struct HostileReader {
    private let client: PortalClient
    private var random: SeededGenerator
    private var state: AppState
    private let context = ViewContext()
    private var questions: [(ReadID, Question)] = []
    private var trail: [String] = []
    private(set) var facts = ["read": 0, "told as an error": 0, "frames drawn and looked at": 0]
    /// The first thing that did not hold.
    private(set) var problem: String?

    init(_ client: PortalClient, _ random: SeededGenerator) {
        self.client = client
        self.random = random
        state = AppState(
            now: Date(timeIntervalSince1970: 1_790_000_000), terminal: TerminalState(columns: 100, rows: 40),
            profile: ProfileInfo(name: "hostile", title: "Hostile", user: "ada"))
    }

    /// What happened last, for whoever has to find out why.
    var story: String { "\(problem ?? "") after\n" + trail.suffix(12).joined(separator: "\n") }

    /// Where datasets, filters and requests are: back, and on to the next of them.
    private static let keys: [Key] = [
        .enter, .enter, .enter, .down, .down, .up, .pageDown, .end, .home, .tab, .escape, .escape, .character("]"),
        .character("]"), .character("["), .character("r"), .character("r"), .character("r"), .character("1"),
        .character("3"), .character("3"), .character("a"), .character("f"), .character(" "), .right, .left,
    ]

    mutating func read(keys count: Int) async {
        send(.started(StoredState()))
        await answerAll()
        for _ in 0..<count where problem == nil {
            // Two drafts more would be made by a key that is pressed in the wrong place.
            state.now += 2
            send(.input(.key(Self.keys.randomElement(using: &random) ?? .enter)))
            await answerAll()
            if Int.random(in: 0..<3, using: &random) == 0 { look() }
        }
        look()
    }

    private mutating func send(_ action: AppAction) {
        trail.append(String("\(action)".prefix(700)))
        if trail.count > 40 { trail.removeFirst(20) }
        state.now += 0.01
        for effect in reduce(into: &state, action) {
            switch effect {
            case .read(let id, let question): questions.append((id, question))
            case .cancelRead(let slot): questions.removeAll { $0.0.slot == slot }
            // What waits for a moment has waited for it.
            case .host(.startTimer(let timer, _)) where [.searchDebounce, .previewRest, .pagesRest].contains(timer):
                send(.timerFired(timer))
            default: break
            }
        }
    }

    private mutating func answerAll() async {
        // A list that asks for more with each answer comes to its end in another life.
        for _ in 0..<12 where !questions.isEmpty && problem == nil {
            let (id, question) = questions.removeFirst()
            do throws(PortalError) {
                let answer = try await question.ask(services)
                facts["read", default: 0] += 1
                send(.answered(id, .success(answer)))
            } catch {
                facts["told as an error", default: 0] += 1
                if error.sentence.isEmpty { problem = "\(question) fails without a word: \(error)" }
                send(.answered(id, .failure(error)))
            }
        }
        questions = []
    }

    /// What the program asks with: nothing is kept, and nothing is on a disk.
    private var services: Services {
        Services(
            discovery: client.discoveryService, access: client.accessService,
            journal: Journal(
                openDraft: { _, _ in nil }, takeOver: { _, _ in nil }, saveDraft: { _ in }, keepForm: { _, _ in },
                discardDraft: { _ in }, saveBasket: { _ in }, saveSeen: { _ in }))
    }

    /// Draws the screen, and looks at every cell of it.
    private mutating func look() {
        facts["frames drawn and looked at", default: 0] += 1
        let frame = Frame(columns: state.terminal.columns, rows: state.terminal.rows)
        RootView.draw(state, into: frame, context: context)
        if let extent = context.scrollExtent { send(.measured(extent)) }
        for scalar in frame.text.unicodeScalars where scalar != "\n" && !TerminalStream.isSeen(scalar) {
            problem = problem ?? "U+\(String(scalar.value, radix: 16)) is drawn"
        }
    }
}

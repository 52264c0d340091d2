/// One of the three stages in which REMS shows an application above its page (`get-application-phases` of
/// `src/cljs/rems/application.cljs`). They follow from its state: no service tells them.
public struct RequestStage: Hashable, Sendable {
    /// Which of the three.
    public enum Step: String, Hashable, Sendable, CaseIterable {
        /// Filling in and submitting.
        case application
        /// The committee's.
        case decision
        /// What came of it.
        case access
    }

    /// How far a stage is.
    public enum Progress: String, Hashable, Sendable {
        /// Not begun, under way, over.
        case ahead, current, done
        /// The committee said no, or took it back.
        case refused
        /// Nothing more happens.
        case closed
    }

    /// Which of the three.
    public var step: Step
    /// How far it is.
    public var progress: Progress

    public init(_ step: Step, _ progress: Progress) {
        self.step = step
        self.progress = progress
    }
}

extension ApplicationState {
    /// The stages in order; empty for a state that this program does not know.
    public var stages: [RequestStage] {
        let progress: [RequestStage.Progress]
        switch self {
        case .draft, .returned: progress = [.current, .ahead, .ahead]
        case .submitted: progress = [.done, .current, .ahead]
        case .approved: progress = [.done, .done, .done]
        case .rejected: progress = [.done, .refused, .refused]
        case .revoked: progress = [.done, .done, .refused]
        case .closed: progress = [.closed, .closed, .closed]
        case .other: progress = []
        }
        return zip(RequestStage.Step.allCases, progress).map { RequestStage($0, $1) }
    }
}

/// What is done once access is granted, as commands to type.
public enum NextStep: Hashable, Sendable {
    /// By which service the data of a dataset is had.
    case ways(dataset: String)
    /// Its files, and fetching them.
    case files(dataset: String)
    /// A key for which the archive encrypts.
    case key
    /// Whether an archive can see yet what was granted.
    case passport

    /// As it is typed in a shell.
    /// - Parameter flags: what makes a command mean this portal.
    public func command(_ flags: [String]) -> String {
        let words =
            switch self {
            case .ways(let dataset): ["portal data how", Self.quoted(dataset)] + flags
            case .files(let dataset): ["portal data fetch", Self.quoted(dataset), "--to data"] + flags
            case .key: ["portal keys new"]
            case .passport: ["portal passport"] + flags
            }
        return words.joined(separator: " ")
    }

    /// As one word of a shell, whatever is in it.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || "-_.:/@%+,".utf8.contains(byte)
        }
        return isPlain && !word.isEmpty && !word.hasPrefix("-")
            ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}

extension Application {
    /// In order; none before access is granted. Of several datasets the first stands for all.
    public var nextSteps: [NextStep] {
        guard state == .approved, let dataset = datasets.first?.grantedAs else { return [] }
        return [.passport, .key, .ways(dataset: dataset), .files(dataset: dataset)]
    }
}

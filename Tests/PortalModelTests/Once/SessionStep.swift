@testable import PortalModel

/// One of a session's state machines going from one case to another.
struct SessionStep: Hashable, Comparable {
    enum Machine: String, CaseIterable, Comparable {
        case opening, saving, sending

        static func < (one: Machine, other: Machine) -> Bool { one.rawValue < other.rawValue }
    }

    var machine: Machine
    var from: String
    var to: String

    static func < (one: SessionStep, other: SessionStep) -> Bool {
        (one.machine, one.from, one.to) < (other.machine, other.from, other.to)
    }

    static func steps(from before: RequestSession, to after: RequestSession) -> [SessionStep] {
        Machine.allCases.compactMap { machine in
            let (from, to) = (machine.place(in: before), machine.place(in: after))
            return from == to ? nil : SessionStep(machine: machine, from: from, to: to)
        }
    }
}

extension SessionStep.Machine {
    /// The case in which the session stands, without what it carries.
    fileprivate func place(in session: RequestSession) -> String {
        switch self {
        case .opening: Self.name(of: session.opening)
        case .saving: Self.name(of: session.service.phase)
        case .sending: Self.name(of: session.submission)
        }
    }

    private static func name(of value: some Any) -> String {
        let words = String(describing: value).prefix { $0 != "(" }
        return words.split(separator: ".").last.map(String.init) ?? String(words)
    }
}

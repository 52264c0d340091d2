import Synchronization

/// What stands in the fields of an application's forms and what is wrong with it, worked out once for each state of the
/// answers: a frame asks for it many times, and a form may have hundreds of fields and a table hundreds of rows.
struct FormFindings: Sendable {
    /// How far a form is.
    struct Count: Equatable, Sendable {
        /// Answered without a fault, and all fields that take an answer.
        var answered = 0
        var all = 0
        var isBegun = false
        var isDone = true
    }

    private(set) var counts: [Int64: Count] = [:]
    /// Places of the fields that keep the request from being submitted, in the order of the forms.
    private(set) var missing: [Int] = []
    private let index: FieldIndex
    private var entries: [Entry] = []

    private struct Entry: Sendable {
        var value: FieldValue
        /// By our own rules.
        var problems: [FieldProblem]
    }

    /// - Parameter before: findings for other answers; what is the same in both is not worked out again.
    fileprivate init(_ source: FindingsSource, index: FieldIndex, before: FormFindings?) {
        self.index = index
        // Without a common index places do not mean the same fields.
        let known = before.map { $0.index === index ? $0.entries : [] } ?? []
        entries.reserveCapacity(index.fields.count)
        for (place, field) in index.fields.enumerated() {
            let value = source.answers[field.id] ?? field.value
            let isKnown = place < known.count && known[place].value == value
            let problems =
                isKnown
                ? known[place].problems
                : FormValidation.problems(with: value, in: field, files: source.files)
            entries.append(Entry(value: value, problems: problems))
            let isFaulty = !problems.isEmpty || field.isVisible && source.warnings[field.id] != nil
            if isFaulty { missing.append(place) }
            count(field, value, isFaulty: isFaulty)
        }
    }

    private mutating func count(_ field: FormField, _ value: FieldValue, isFaulty: Bool) {
        var count = counts[field.id.form] ?? Count()
        if isFaulty { count.isDone = false }
        if field.type.takesValue {
            let isBlank = FormValidation.isBlank(value)
            if !isBlank { count.isBegun = true }
            if field.isVisible {
                count.all += 1
                if !isBlank, !isFaulty { count.answered += 1 }
            }
        }
        counts[field.id.form] = count
    }

    func field(_ id: FieldID) -> FormField? { index.places[id].map { index.fields[$0] } }

    func field(at place: Int) -> FormField { index.fields[place] }

    /// What is wrong with a field by our own rules.
    func problems(of id: FieldID) -> [FieldProblem] { index.places[id].map { entries[$0].problems } ?? [] }

    /// Whether an answer is asked for and such that the service would keep it.
    func isSavable(_ id: FieldID) -> Bool { isShown(id) && problems(of: id).allSatisfy { $0 == .required } }

    /// Whether an answer is asked for and has to be put right before the service gets it.
    func isHeldBack(_ id: FieldID) -> Bool { isShown(id) && problems(of: id).contains { $0 != .required } }

    private func isShown(_ id: FieldID) -> Bool {
        index.places[id].map { index.fields[$0].isVisible && index.fields[$0].type.takesValue } ?? false
    }
}

/// What findings are made from.
struct FindingsSource: Equatable, Sendable {
    var forms: [RequestForm]
    var answers: [FieldID: FieldValue]
    var warnings: [FieldID: [FieldProblem]]
    /// The files that the application has; nil where that is not known.
    var files: Set<Int64>?
}

/// The fields of all forms in one row, with the way from an id to its place. Of two fields of one id the first counts.
private final class FieldIndex: Sendable {
    let fields: [FormField]
    let places: [FieldID: Int]

    init(_ forms: [RequestForm]) {
        fields = forms.flatMap(\.fields)
        places = Dictionary(fields.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }
}

/// Remembers the last findings. No part of a state: what it gives follows from what it is asked.
final class FindingsCache: Sendable, Equatable {
    private struct Memory: Sendable {
        var source: FindingsSource
        var index: FieldIndex
        var findings: FormFindings
    }

    private let last = Mutex<Memory?>(nil)

    /// Comparing is cheap: parts that did not change share their storage.
    func findings(for source: FindingsSource) -> FormFindings {
        last.withLock { last in
            if let last, last.source == source { return last.findings }
            let isSameForm = last.map { $0.source.forms == source.forms && $0.source.files == source.files } ?? false
            let index = (isSameForm ? last?.index : nil) ?? FieldIndex(source.forms)
            let findings = FormFindings(source, index: index, before: last?.findings)
            last = Memory(source: source, index: index, findings: findings)
            return findings
        }
    }

    static func == (left: FindingsCache, right: FindingsCache) -> Bool { true }
}

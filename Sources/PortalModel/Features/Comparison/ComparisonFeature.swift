/// Marked datasets beside each other.
extension AppState {
    /// The marks, or what is in the basket.
    private var toCompare: [DatasetSummary] {
        guard screen == .basket else { return browser.marks.datasets }
        return basket.items.map { DatasetSummary(id: $0.id, identifier: $0.identifier, title: $0.title) }
    }

    var comparisonAvailability: Availability {
        DatasetComparison.sizes.contains(toCompare.count)
            ? .available
            : .unavailable(reason: screen == .basket ? .search(.basketNotComparable) : .search(.markToCompare))
    }

    /// What was fetched in this run is shown at once; the others are asked for.
    mutating func beginComparison() -> [Effect] {
        var begun = ComparisonState(toCompare)
        overlay = .comparison
        scrollLimit = Self.unmeasured
        var effects: [Effect] = []
        for index in begun.columns.indices {
            let id = begun.columns[index].summary.id
            begun.columns[index].detail = browser.fetched.first { $0.detail.summary.id == id }?.detail
            guard begun.columns[index].detail == nil else { continue }
            let read = nextRead(.compared(index))
            begun.columns[index].pending = Pending(id: read, since: now)
            effects.append(.read(read, .dataset(id)))
        }
        comparison = begun
        return effects + (effects.isEmpty ? [] : tick())
    }

    mutating func comparedAnswered(_ id: ReadID, _ result: Result<DatasetDetail, PortalError>) -> [Effect] {
        guard let index = comparison?.columns.firstIndex(where: { $0.pending?.id == id }) else { return [] }
        comparison?.columns[index].pending = nil
        switch result {
        case .success(let detail):
            comparison?.columns[index].detail = detail
            comparison?.columns[index].error = nil
            return []
        case .failure(let error):
            guard error.kind != .cancelled else { return [] }
            comparison?.columns[index].error = error
            return record(error)
        }
    }

    /// An earlier answer to the same question.
    mutating func recalledCompared(_ id: ReadID, _ detail: DatasetDetail, _ kept: KeptAnswer) {
        guard let index = comparison?.columns.firstIndex(where: { $0.pending?.id == id }) else { return }
        if kept.isFresh { comparison?.columns[index].pending = nil }
        comparison?.columns[index].detail = detail
    }

    /// How many datasets there is room for beside each other.
    public var comparedInSight: Int {
        ComparisonLayout.inSight(of: comparison?.columns.count ?? 0, columns: terminal.columns)
    }

    var canShiftComparison: Availability {
        comparedInSight < comparison?.columns.count ?? 0 ? .available : .unavailable(reason: .search(.allInSight))
    }

    mutating func shiftComparison(by step: Int) -> [Effect] {
        guard let count = comparison?.columns.count, let first = comparison?.first else { return [] }
        let last = count - comparedInSight
        comparison?.first = min(max(first + step, 0), last)
        return []
    }

    mutating func toggleDifferences() -> [Effect] {
        comparison?.onlyDifferent.toggle()
        comparison?.offset = 0
        scrollLimit = Self.unmeasured
        return []
    }

    mutating func leaveComparison() -> [Effect] {
        let reads = comparison?.columns.compactMap { $0.pending?.id.slot } ?? []
        comparison = nil
        closeOverlay()
        return reads.map { .cancelRead($0) }
    }

    mutating func chooseComparisonFormat() -> [Effect] {
        overlay = .menu(Menu(.comparison))
        return []
    }

    mutating func exportComparison(_ format: ComparisonFormat) -> [Effect] {
        guard let comparison else { return [] }
        overlay = .answersFile(
            AnswersPrompt(.comparison(comparison.comparison, format), path: "./comparison.\(format.rawValue)"))
        return [.file(.listFolder("./"))]
    }

    mutating func comparisonExported(_ result: Result<String, PortalError>) -> [Effect] {
        var prompt: AnswersPrompt?
        if case .answersFile(let open) = overlay, case .comparison = open.purpose { prompt = open }
        switch result {
        case .success(let path):
            if prompt != nil { closeOverlay() }
            return show(.success, .documents(.comparisonWritten(path: path)))
        case .failure(let error):
            guard var prompt else { return show(.failure, .reason(error)) }
            prompt.stage = .path
            prompt.problem = error.why
            overlay = .answersFile(prompt)
            return record(error)
        }
    }
}

/// How datasets stand beside each other.
public enum ComparisonLayout {
    /// Of the fields' names.
    public static let labelColumns = 17
    /// Narrower columns make words of single letters.
    static let leastColumns = 26

    /// How many there is room for; one at least.
    public static func inSight(of count: Int, columns: Int) -> Int {
        let room = columns - labelColumns - 2
        return max(min(count, (room + 1) / (leastColumns + 1)), min(count, 1))
    }
}

extension RequestForm {
    /// The form with its conditional fields shown or hidden as these answers have it. A field whose condition is not
    /// known keeps the visibility that the service gave it.
    ///
    /// The answer to a hidden field does not count: REMS drops it.
    public func showing(_ answers: [FieldID: FieldValue]) -> RequestForm {
        guard fields.contains(where: { $0.condition != nil }) else { return self }
        var visibility = Visibility(fields, answers)
        var form = self
        for index in fields.indices {
            let isVisible = visibility.shows(index)
            // Written only where it differs, so that an unchanged form is seen to be one without looking at its fields.
            if fields[index].isVisible != isVisible { form.fields[index].isVisible = isVisible }
        }
        return form
    }

    /// The form without those of its conditions that the service evidently reads otherwise than this program.
    ///
    /// For its own values a service tells what is visible. Where our reading of a condition comes to something else,
    /// the service's word stands until it says another: it decides what it keeps and what it asks for.
    /// - Parameter told: the fields of which it said whether they are visible.
    public func reconciled(told: Set<String>) -> RequestForm {
        let ours = showing([:])
        guard ours != self else { return self }
        var form = self
        for index in fields.indices
        where told.contains(fields[index].id.field) && ours.fields[index].isVisible != fields[index].isVisible {
            form.fields[index].condition = nil
        }
        return form
    }
}

/// Which fields of a form are asked for. A condition may stand on a field that has one itself.
private struct Visibility {
    private let fields: [FormField]
    private let answers: [FieldID: FieldValue]
    private let places: [String: Int]
    private var known: [Bool?]

    init(_ fields: [FormField], _ answers: [FieldID: FieldValue]) {
        self.fields = fields
        self.answers = answers
        places = Dictionary(fields.enumerated().map { ($1.id.field, $0) }) { first, _ in first }
        known = Array(repeating: nil, count: fields.count)
    }

    /// Goes back to a field that stands on no other, and then forward again: a form may chain thousands.
    mutating func shows(_ index: Int) -> Bool {
        var chain: [Int] = []
        var next: Int? = index
        while let place = next, known[place] == nil {
            // Conditions in a circle are never met.
            known[place] = fields[place].condition == nil && fields[place].isVisible
            chain.append(place)
            next = fields[place].condition.flatMap { places[$0.field] }
        }
        for place in chain.reversed() {
            if let condition = fields[place].condition { known[place] = isMet(condition) }
        }
        return known[index] ?? false
    }

    private func isMet(_ condition: FieldCondition) -> Bool {
        guard let place = places[condition.field], known[place] == true else { return false }
        let field = fields[place]
        let value = answers[field.id] ?? field.value
        let given = field.type.shape == .choices ? value.optionKeys : [value.text]
        return given.contains { condition.values.contains($0) }
    }
}

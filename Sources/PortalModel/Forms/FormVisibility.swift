extension RequestForm {
    /// The form with its conditional fields shown or hidden as these answers have it. A field whose condition is not
    /// known keeps the visibility that the service gave it.
    ///
    /// The answer to a hidden field does not count: REMS drops it.
    public func showing(_ answers: [FieldID: FieldValue]) -> RequestForm {
        var form = self
        // A condition can stand on a field that has one itself: as many passes as there are fields are enough.
        for _ in fields {
            let before = form
            for index in form.fields.indices {
                guard let condition = form.fields[index].condition else { continue }
                form.fields[index].isVisible = before.meets(condition, answers)
            }
            if form == before { break }
        }
        return form
    }

    private func meets(_ condition: FieldCondition, _ answers: [FieldID: FieldValue]) -> Bool {
        guard let field = fields.first(where: { $0.id.field == condition.field }), field.isVisible else { return false }
        let value = answers[field.id] ?? field.value
        let given = field.type == .multiselect ? FormValidation.keys(of: value) : [value.text]
        return given.contains { condition.values.contains($0) }
    }
}

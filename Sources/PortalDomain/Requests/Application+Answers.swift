extension Application {
    /// The application as it would be with these answers, its conditional fields shown and hidden by them.
    public func answered(with answers: [FieldID: FieldValue]) -> Application {
        guard !answers.isEmpty else { return self }
        var application = self
        for form in forms.indices {
            application.forms[form] = forms[form].showing(answers)
            for field in forms[form].fields.indices {
                if let answer = answers[forms[form].fields[field].id] {
                    application.forms[form].fields[field].value = answer
                }
            }
        }
        return application
    }
}

extension Application {
    /// The field for files where there is exactly one in sight: no other can be meant.
    public var onlyFileField: FormField? {
        let fields = forms.flatMap(\.fields).filter { $0.type.shape == .files && $0.isVisible }
        return fields.count == 1 ? fields[0] : nil
    }
}

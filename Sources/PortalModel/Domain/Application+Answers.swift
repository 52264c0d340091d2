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

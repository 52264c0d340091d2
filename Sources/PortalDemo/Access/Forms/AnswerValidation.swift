import Foundation

/// What REMS finds wrong with an answer, under its own keys.
enum AnswerFault: String, Sendable {
    case required = "t.form.validation/required"
    case tooLong = "t.form.validation/toolong"
    case invalidEmail = "t.form.validation/invalid-email"
    case invalidValue = "t.form.validation/invalid-value"
    case formatError = "t.form.validation/format_error"
}

extension FormDefinition {
    /// Everything that keeps this form from being submitted, in the order of its fields. Hidden fields are not looked at.
    func warnings(_ answers: Answers) -> [ValidationWarning] {
        let visible = visibleFields(answers)
        return fields.filter { visible.contains($0.id) }.compactMap { field in
            field.fault(of: answers[AnswerKey(form: id, field: field.id)] ?? "").map {
                ValidationWarning(key: $0.rawValue, formId: id, fieldId: field.id)
            }
        }
    }
}

extension FieldDefinition {
    /// - Parameter answer: Empty where none was given.
    func fault(of answer: String) -> AnswerFault? {
        guard type.holdsValue else { return nil }
        guard answer.contains(where: { !$0.isWhitespace }) else { return isOptional ? nil : .required }
        if let maxLength, answer.count > maxLength { return .tooLong }
        let keys = Set(options.map(\.key))
        switch type {
        case .email: return Self.isEmail(answer) ? nil : .invalidEmail
        case .date: return Self.isDate(answer) ? nil : .formatError
        case .option: return keys.contains(answer) ? nil : .invalidValue
        case .multiselect:
            return answer.split(separator: " ").allSatisfy { keys.contains(String($0)) } ? nil : .invalidValue
        case .text, .texta, .header, .label: return nil
        }
    }

    /// As HTML's `input type="email"` judges: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
    private static func isEmail(_ text: String) -> Bool {
        let local = /[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~\-]+/
        let label = /[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?/
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].wholeMatch(of: local) != nil else { return false }
        return parts[1].split(separator: ".", omittingEmptySubsequences: false)
            .allSatisfy { $0.wholeMatch(of: label) != nil }
    }

    /// A day that exists, as `yyyy-MM-dd`. Parsing alone lets the 30th of February pass as the 2nd of March.
    private static func isDate(_ text: String) -> Bool {
        let day = Date.ISO8601FormatStyle().year().month().day()
        guard text.utf8.count == 10, let date = try? day.parse(text) else { return false }
        return day.format(date) == text
    }
}

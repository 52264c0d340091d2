import Foundation

/// What REMS finds wrong with an answer, under its own keys.
enum AnswerFault: String, Sendable {
    case required = "t.form.validation/required"
    case tooLong = "t.form.validation/toolong"
    case invalidEmail = "t.form.validation/invalid-email"
    case invalidPhoneNumber = "t.form.validation/invalid-phone-number"
    case invalidAddress = "t.form.validation/invalid-ip-address"
    case privateAddress = "t.form.validation/invalid-ip-address-private"
    case missingColumns = "t.form.validation/column-values-missing"
    case invalidValue = "t.form.validation/invalid-value"
    case formatError = "t.form.validation/format_error"
}

extension FormDefinition {
    /// Everything that keeps this form from being submitted, in the order of its fields. Hidden fields are not looked at.
    ///
    /// - Parameter attachments: The ids of the files that the application has.
    func warnings(_ answers: Answers, attachments: Set<Int>) -> [ValidationWarning] {
        let visible = visibleFields(answers)
        return fields.filter { visible.contains($0.id) }.compactMap { field in
            field.fault(of: answers[AnswerKey(form: id, field: field.id)] ?? "", attachments: attachments).map {
                ValidationWarning(key: $0.rawValue, formId: id, fieldId: field.id)
            }
        }
    }
}

extension FieldDefinition {
    /// - Parameter answer: Empty where none was given.
    func fault(of answer: String, attachments: Set<Int> = []) -> AnswerFault? {
        guard type.holdsValue else { return nil }
        if type == .table { return tableFault(TableAnswer(stored: answer)) }
        guard answer.contains(where: { !$0.isWhitespace }) else { return isOptional ? nil : .required }
        // REMS runs on the JVM, where a length is in UTF-16 units.
        if let maxLength, answer.utf16.count > maxLength { return .tooLong }
        return formFault(of: answer, attachments: attachments)
    }

    /// What is wrong with an answer that was given and is not too long.
    private func formFault(of answer: String, attachments: Set<Int>) -> AnswerFault? {
        let keys = Set(options.map(\.key))
        switch type {
        case .email: return EmailAddress.isValid(answer) ? nil : .invalidEmail
        case .phoneNumber: return answer.wholeMatch(of: /\+[1-9][0-9 ]{4,26}/) == nil ? .invalidPhoneNumber : nil
        case .ipAddress: return NetworkAddress.fault(of: answer)
        case .date: return Self.isDate(answer) ? nil : .formatError
        case .option: return keys.contains(answer) ? nil : .invalidValue
        case .multiselect:
            return answer.split(separator: " ").allSatisfy { keys.contains(String($0)) } ? nil : .invalidValue
        case .attachment:
            let ids = answer.split(separator: ",").map { Int($0) }
            return ids.allSatisfy { $0.map(attachments.contains) ?? false } ? nil : .invalidValue
        case .text, .texta, .description, .table, .header, .label: return nil
        }
    }

    /// A table that must be filled in has a row, and every row a value in each column.
    private func tableFault(_ table: TableAnswer?) -> AnswerFault? {
        let rows = table?.rows ?? []
        guard !rows.isEmpty else { return isOptional ? nil : .required }
        let names = Set(columns.map(\.key))
        guard rows.allSatisfy({ Set($0.map(\.column)) == names }) else { return .formatError }
        let isFull = rows.allSatisfy { row in row.allSatisfy { $0.value.contains { !$0.isWhitespace } } }
        return isFull ? nil : .missingColumns
    }

    /// A day that exists, as `yyyy-MM-dd`. Parsing alone lets the 30th of February pass as the 2nd of March.
    private static func isDate(_ text: String) -> Bool {
        let day = Date.ISO8601FormatStyle().year().month().day()
        guard text.utf8.count == 10, let date = try? day.parse(text) else { return false }
        return day.format(date) == text
    }
}

enum EmailAddress {
    /// As HTML's `input type="email"` judges: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
    static func isValid(_ text: String) -> Bool {
        let local = /[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~\-]+/
        let label = /[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?/
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].wholeMatch(of: local) != nil else { return false }
        return parts[1].split(separator: ".", omittingEmptySubsequences: false)
            .allSatisfy { $0.wholeMatch(of: label) != nil }
    }
}

/// An address of version 4 or 6 that is reachable from anywhere.
enum NetworkAddress {
    static func fault(of text: String) -> AnswerFault? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            let number = UInt32(bigEndian: four.s_addr)
            // 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16, RFC 1918.
            let isPrivate = number >> 24 == 0x0A || number >> 20 == 0xAC1 || number >> 16 == 0xC0A8
            // This network, loopback and link-local: nobody connects from there either.
            let isLocal = number >> 24 == 0 || number >> 24 == 0x7F || number >> 16 == 0xA9FE
            // Shared, documentation's, benchmarks', multicast and what is reserved (REMS's `+reserved-ipv4-range-regex+`).
            let isReserved =
                number >> 22 == 0x191 || [0xC00000, 0xC00002, 0xC63364, 0xCB0071].contains(number >> 8)
                || number >> 17 == 0x6309 || number >> 24 == 224 || number >> 24 >= 240
            return isPrivate || isLocal || isReserved ? .privateAddress : nil
        }
        var six = in6_addr()
        // REMS knows no short form and no capital letter (`+ipv6-regex+`).
        guard inet_pton(AF_INET6, text, &six) == 1, text.wholeMatch(of: /(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}/) != nil
        else { return .invalidAddress }
        let bytes = withUnsafeBytes(of: &six) { Array($0) }
        // fc00::/7, RFC 4193, fe80::/10, and the addresses :: and ::1.
        let isPrivate = bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
        let isLocal = bytes.dropLast().allSatisfy { $0 == 0 } && (bytes.last ?? 0) <= 1
        return isPrivate || isLocal ? .privateAddress : nil
    }
}

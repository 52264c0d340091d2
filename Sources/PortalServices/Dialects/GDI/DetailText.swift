import JSONStream
import PortalDomain

/// Writes any value of a dataset out for reading: terms by their labels, periods, agents, and whatever else comes.
enum DetailText {
    /// One text for each element; empty when there is nothing to read.
    static func lines(_ value: JSONValue, as form: DetailField.Form = .plain) -> [String] {
        value.list.compactMap { line($0, as: form) }
    }

    static func entry(_ label: String, _ lines: [String], help: String? = nil) -> DetailEntry? {
        guard !lines.isEmpty else { return nil }
        return DetailEntry(
            label: label, values: lines, isAddress: lines.allSatisfy { isAddress($0) }, help: help)
    }

    static func isAddress(_ text: String) -> Bool {
        let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://") || text.hasPrefix("ftp://")
        return isWeb && !text.contains(where: \.isWhitespace)
    }

    private static func line(_ value: JSONValue, as form: DetailField.Form) -> String? {
        switch form {
        case .plain: line(value)
        case .count: value.integer.map(grouped) ?? line(value)
        case .metres: line(value).map { value.integer == nil && Double($0) == nil ? $0 : $0 + " m" }
        case .years: value.integer.map { $0 == 1 ? "1 year" : "\($0) years" } ?? line(value)
        case .date: line(value).map(readableDate)
        }
    }

    /// - Parameter depth: how far inside of other values this one stands; what is deeper than six is left out.
    private static func line(_ value: JSONValue, depth: Int = 0) -> String? {
        guard depth < 6 else { return nil }
        switch value {
        case .null: return nil
        case .bool(let flag): return flag ? "yes" : "no"
        case .integer, .number: return value.text
        case .string: return value.text.map(MarkedUpText.plain).flatMap { $0.isBlank ? nil : $0 }
        case .array:
            let parts = value.list.compactMap { line($0, depth: depth + 1) }
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        case .object(let fields): return line(fields, depth: depth)
        }
    }

    private static func line(_ fields: [String: JSONValue], depth: Int) -> String? {
        var fields = fields.filter { !$0.value.isNull }
        if Set(fields.keys).isSubset(of: ["start", "end"]) { return period(fields["start"], fields["end"]) }
        let head = head(taking: &fields, depth: depth)
        let rest = fields.sorted { $0.key < $1.key }.compactMap { key, value -> String? in
            line(value, depth: depth + 1).map { "\(words(key)): \(isDate(key) ? readableDate($0) : $0)" }
        }
        return switch (head, rest.isEmpty) {
        case (.some(let head), true): head
        case (.some(let head), false): "\(head) (\(rest.joined(separator: "; ")))"
        case (nil, false): rest.joined(separator: "; ")
        case (nil, true): nil
        }
    }

    /// What an object is called, or the statement that it makes; takes the fields that it uses.
    private static func head(taking fields: inout [String: JSONValue], depth: Int) -> String? {
        // Relations: {relation, target}, {role, relation}, {role, agent}.
        for (first, second) in [("relation", "target"), ("role", "relation"), ("role", "agent")] {
            guard let subject = fields[first].flatMap({ line($0, depth: depth + 1) }),
                let object = fields[second].flatMap({ line($0, depth: depth + 1) })
            else { continue }
            fields[first] = nil
            fields[second] = nil
            return "\(subject): \(object)"
        }
        for key in ["label", "name", "title", "text"] {
            guard let text = fields[key]?.label else { continue }
            fields[key] = nil
            // A term is read by its label; its value is for services.
            if key == "label", fields["value"] != nil {
                fields["value"] = nil
                fields["count"] = nil
            }
            return text
        }
        guard let value = fields["value"]?.text else { return nil }
        fields["value"] = nil
        return value
    }

    private static func period(_ start: JSONValue?, _ end: JSONValue?) -> String? {
        let start = start.flatMap { line($0) }.map(readableDate)
        let end = end.flatMap { line($0) }.map(readableDate)
        return switch (start, end) {
        case (.some(let start), .some(let end)): "\(start) – \(end)"
        case (.some(let start), nil): "from \(start)"
        case (nil, .some(let end)): "until \(end)"
        case (nil, nil): nil
        }
    }

    static func readableDate(_ text: String) -> String { ServiceDate(parsing: text)?.readable ?? text }

    private static func isDate(_ key: String) -> Bool {
        ["start", "end", "modified", "issued"].contains(key) || key.hasSuffix("At") || key.hasSuffix("Time")
    }

    /// `1,204,331`.
    static func grouped(_ number: Int64) -> String {
        var result = ""
        let digits = String(number.magnitude)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
            result.append(digit)
        }
        return number < 0 ? "-" + result : result
    }

    /// A field's name as words: `wasAssociatedWith` → "was associated with", `endpoint_url` → "endpoint URL".
    static func words(_ key: String) -> String {
        var words: [String] = [""]
        var previousIsLower = false
        for character in key {
            if "_-. ".contains(character) {
                words.append("")
            } else {
                if character.isUppercase, previousIsLower { words.append("") }
                words[words.count - 1] += character.lowercased()
            }
            previousIsLower = character.isLowercase || character.isNumber
        }
        return words.filter { !$0.isEmpty && $0 != "dct" }
            .map { ["url", "uri", "id"].contains($0) ? $0.uppercased() : $0 }
            .joined(separator: " ")
    }

    /// The same, as a label stands.
    static func label(_ key: String) -> String {
        let words = words(key)
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

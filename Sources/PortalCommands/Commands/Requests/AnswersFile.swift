import Foundation
import PortalModel
import Yams

/// Answers to a request's forms, in YAML: `answers:`, under it each form's number, under it each field with its value.
///
/// A value is a text; several choices are a list; a table is a list of rows, each a column with its value.
struct AnswersFile: Sendable {
    private let path: String
    private let entries: [Entry]

    private struct Entry: Sendable {
        var field: FieldID
        var value: WrittenAnswer
        var line: Int
    }

    /// - Parameter onlyFiles: refuses pipes and devices, which would be waited for.
    init(path: String, onlyFiles: Bool = false) throws {
        self.path = path
        do throws(Profiles.Problem) {
            entries = try Self.read(ConfigurationFile(path: path, onlyFiles: onlyFiles))
        } catch {
            throw CommandFailure(error.said, .validation)
        }
    }

    private static func read(_ file: ConfigurationFile) throws(Profiles.Problem) -> [Entry] {
        guard let root = file.root else { return [] }
        var all: [Entry] = []
        for (_, answers) in try file.entries(of: root, .file, allowed: ["answers"]) {
            for (form, fields) in try file.entries(of: answers, .named("answers")) {
                guard let number = Int64(form) else {
                    throw file.problem(at: fields, ConfigurationWords.noForm(form))
                }
                for (field, value) in try file.entries(of: fields, .form(form)) {
                    all.append(
                        Entry(
                            field: FieldID(form: number, field: field), value: try Self.value(value, field, file),
                            line: value.mark?.line ?? 0))
                }
            }
        }
        return all
    }

    private static func value(
        _ node: Node, _ field: String, _ file: ConfigurationFile
    ) throws(Profiles.Problem) -> WrittenAnswer {
        switch node {
        // As it is written: a date stays a date and 007 stays 007.
        case .scalar(let scalar): return .text(scalar.string.withoutNUL)
        case .sequence(let items):
            if items.contains(where: { $0.mapping != nil }) {
                var rows: [[String: String]] = []
                for item in items {
                    var row: [String: String] = [:]
                    for (column, cell) in try file.entries(of: item, .row(of: field)) {
                        row[column] = try file.text(cell, column).withoutNUL
                    }
                    rows.append(row)
                }
                return .rows(rows)
            }
            var texts: [String] = []
            for item in items { texts.append(try file.text(item, field).withoutNUL) }
            return .list(texts)
        default: throw file.problem(at: node, ConfigurationWords.textOrList(field))
        }
    }

    /// The answers in the form in which they are kept.
    ///
    /// - Throws: what the request has no field for, with the line.
    func answers(for application: Application?) throws(CommandFailure) -> [FieldID: FieldValue] {
        var answers: [FieldID: FieldValue] = [:]
        for entry in entries {
            do throws(Refusal) {
                answers[entry.field] = try value(of: entry, in: application)
            } catch {
                throw CommandFailure(error.reason, .validation)
            }
        }
        return answers
    }

    private struct Refusal: Error {
        let reason: AnswersFileReason
    }

    /// The answers that the request has fields for, and what of the file it has none for.
    func read(for application: Application) -> AnswersRead {
        var read = AnswersRead(answers: [:])
        for entry in entries {
            do throws(Refusal) {
                read.answers[entry.field] = try value(of: entry, in: application)
            } catch {
                read.unknown.append(.answers(error.reason))
            }
        }
        return read
    }

    private func unknown(_ entry: Entry, in application: Application?) -> AnswersFileReason {
        let forms = application?.forms ?? []
        guard let form = forms.first(where: { $0.id == entry.field.form }) else {
            return .noForm(entry.field.form, known: forms.map(\.id))
        }
        return .noField(
            entry.field.field, form: form.id, known: form.fields.filter(\.type.takesValue).map(\.id.field))
    }

    private func value(of entry: Entry, in application: Application?) throws(Refusal) -> FieldValue {
        func refusal(_ reason: AnswersFileReason) -> Refusal {
            Refusal(reason: .inLine(entry.line, path: path, reason))
        }
        guard let field = application?.field(entry.field), field.type.takesValue else {
            throw refusal(unknown(entry, in: application))
        }
        do throws(WrittenAnswer.Refusal) {
            return try field.kind.value(of: entry.value, for: field)
        } catch {
            throw refusal(Self.reason(error, field))
        }
    }

    private static func reason(_ refusal: WrittenAnswer.Refusal, _ field: FormField) -> AnswersFileReason {
        switch refusal {
        case .otherForm: .otherForm(field: field.id.field, field.kind.guidance, field.type.shape)
        case .noColumn(let name):
            .noColumn(name, field: field.id.field, known: field.columns.map(\.key))
        }
    }
}

extension String {
    /// YAML can write it (`\0`), and services, which end texts there, cannot keep it: what comes back would never be what
    /// was sent. At the screen and line by line no control character is taken.
    fileprivate var withoutNUL: String { utf8.contains(0) ? replacing("\0", with: "") : self }
}

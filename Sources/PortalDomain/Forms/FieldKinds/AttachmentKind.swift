/// Files that the application has, by their ids.
public struct AttachmentKind: FieldKind {
    public var guidance: FieldGuidance { .files }
    public var shape: AnswerShape { .files }
    public var belongsToRequest: Bool { true }
    public var misfit: FieldProblem { .fileMissing }

    public func faults(in value: FieldValue, of field: FormField, files: Set<Int64>?) -> [FieldProblem] {
        guard let named = value.fileIDs else { return [.fileMissing] }
        return files.map { known in named.allSatisfy(known.contains) } ?? true ? [] : [.fileMissing]
    }

    public func lines(
        _ value: FieldValue, of field: FormField, in languages: [String], files: [Attachment]
    ) -> [String] {
        guard let ids = value.fileIDs else { return [value.text] }
        return ids.map { id in files.first { $0.id == id }?.filename ?? "file \(id)" }
    }

    public func fitting(_ value: FieldValue, in field: FormField) -> FittedAnswer { FittedAnswer(nil, .isFile) }

    public func typed(_ lines: [String], for field: FormField, in languages: [String]) -> TypedAnswer {
        let paths = lines.map(\.trimmingSpaces).filter { !$0.isEmpty }
        return paths.isEmpty ? .refused(.noFile) : .files(paths)
    }

    public func value(of written: WrittenAnswer, for field: FormField) throws(WrittenAnswer.Refusal) -> FieldValue {
        switch written {
        case .text(let text): return .text(text)
        case .list(let ids): return .text(ids.joined(separator: ","))
        case .rows: throw .otherForm
        }
    }
}

/// What of an answers file has no place in a request.
public indirect enum AnswersFileReason: Hashable, Sendable {
    /// Where it stands.
    case inLine(Int, path: String, AnswersFileReason)
    /// By its number; the request has other ones.
    case noForm(Int64, known: [Int64])
    /// The form has other ones.
    case noField(String, form: Int64, known: [String])
    /// It is written in another form than the field takes.
    case otherForm(field: String, FieldGuidance, AnswerShape)
    /// The table has other ones.
    case noColumn(String, field: String, known: [String])

    /// In English.
    public var sentence: String {
        switch self {
        case .inLine(let line, let path, let reason): "\(path), line \(line): \(reason.sentence)"
        case .noForm(let form, let known):
            "the request has no form \(form). It has \(known.map { String($0) }.joined(separator: ", "))."
        case .noField(let field, let form, let known):
            "form \(form) has no field “\(field)”. It has \(known.joined(separator: ", "))."
        case .otherForm(let field, let guidance, let shape):
            "“\(field)” (\(guidance.phrase)) takes \(shape.writtenForm)."
        case .noColumn(let name, let field, let known):
            "“\(field)” has no column “\(name)”. It has \(known.joined(separator: ", "))."
        }
    }
}

/// Speaks of the fields below it.
public struct HeaderKind: FieldKind {
    public var guidance: FieldGuidance { .reading }
    public var shape: AnswerShape { .heading }
}

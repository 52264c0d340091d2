/// A text to be read.
public struct LabelKind: FieldKind {
    public var guidance: FieldGuidance { .reading }
    public var shape: AnswerShape { .explanation }
}

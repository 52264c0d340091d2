/// A text whose value also becomes the application's description.
public struct DescriptionKind: FieldKind {
    public var guidance: FieldGuidance { .requestTitle }
}

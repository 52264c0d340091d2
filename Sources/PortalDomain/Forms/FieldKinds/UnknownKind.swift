/// A type that this program does not know: shown, its value kept, not editable.
public struct UnknownKind: FieldKind {
    public var guidance: FieldGuidance { .unknownKind }
    public var editor: FieldEditorKind { .none }
}

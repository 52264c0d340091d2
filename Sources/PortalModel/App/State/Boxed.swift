/// Keeps a large part of a state apart from the rest, so that a copy of the whole copies a reference instead.
///
/// It is a value all the same: an array of one, which is copied where it changes while somebody else holds it.
@propertyWrapper
public struct Boxed<Value> {
    private var box: [Value]

    public init(wrappedValue: Value) { box = [wrappedValue] }

    /// The part itself.
    public var wrappedValue: Value {
        // In place, both: a getter would copy what it is for to spare.
        _read { yield box[0] }
        _modify { yield &box[0] }
    }
}

extension Boxed: Equatable where Value: Equatable {}
extension Boxed: Sendable where Value: Sendable {}

extension ValidationWarning {
    /// REMS's word for datasets that cannot be requested together.
    public static let unbundleable = "unbundlable-catalogue-items"
}

extension PortalError {
    /// The datasets of a request cannot be asked for together.
    public var refusesBundle: Bool {
        guard case .invalid(let warnings) = kind else { return false }
        return warnings.contains { $0.key == ValidationWarning.unbundleable }
    }

    /// The access service says it in words that REMS has for itself ("Unbundleable catalogue items: 4, 17"), which are
    /// in no contract: recognised, they become REMS's key.
    public var recognisingBundling: PortalError {
        guard case .invalid(let warnings) = kind, let words = detail?.lowercased(),
            words.contains("unbundleable") || words.contains("unbundlable"), !refusesBundle
        else { return self }
        var error = self
        error.kind = .invalid(warnings + [ValidationWarning(key: ValidationWarning.unbundleable)])
        return error
    }
}

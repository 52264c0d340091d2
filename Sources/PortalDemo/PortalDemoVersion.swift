/// The version of the demo portal, which `portal --demo` compares with its own before it trusts the program it found.
enum PortalDemoVersion {
    static let current = "0.1.0"
}

/// Names of what is done with the catalogue that is kept on this machine.
extension Command {
    /// The catalogue that is kept on this machine.
    public static let showMirror: Command = "showMirror"
    /// Datasets are asked of the mirror, or of the portal again.
    public static let toggleSource: Command = "toggleSource"
    /// The mirror is filled, or brought up to date.
    public static let fillMirror: Command = "fillMirror"
}

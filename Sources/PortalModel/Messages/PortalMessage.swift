/// What is told of the portals that are set up.
public indirect enum PortalMessage: Equatable, Sendable {
    case isOpen(title: String)
    case none
    case uploadFirst(name: String)
    case sendingFirst
    case wouldBeLost(loss: Message)
    case stays
    case removed(name: String)
    case opensFromNow(name: String)
    case kept(name: String, same: Bool)
    case comesWithProgram
    case inYourFile(name: String, file: String)
    case openElsewhereFirst(name: String)
}

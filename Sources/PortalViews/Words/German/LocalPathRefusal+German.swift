import PortalModel

/// Why a file of an archive is written under no name of its own, for the screen and for commands.
extension LocalPath.Refusal {
    package var german: String {
        switch self {
        case .empty: "Sie hat keinen Namen."
        case .absolute: "Ihr Name beginnt an der Wurzel aller Dateien und würde dorthin geschrieben."
        case .climbs: "Ihr Name führt aus dem Ordner hinaus oder hat einen leeren Teil."
        case .controls: "Ihr Name enthält Zeichen, die kein Text sind."
        case .backslash: "Ihr Name enthält einen umgekehrten Schrägstrich, anderswo ein Ordner."
        case .tooLong: "Ihr Name ist länger, als Platten es nehmen."
        case .reserved: "Unter ihrem Namen hält dieses Programm, was es selbst schreibt."
        case .option: "Ein Teil ihres Namens beginnt mit einem Bindestrich, für Befehle eine Option."
        case .sameAs(let other): "Auf manchen Platten ist ihr Name der von \(other): in zwei Ordner holen."
        }
    }
}

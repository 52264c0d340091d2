import Crypt4GH
import PortalModel
import PortalViews

extension DataDesk {
    /// What can be said of the person's key without asking for its passphrase.
    var standingOfKey: DataKeyStanding {
        guard let places = try? KeyPlaces(nil, portal.settings.environment) else {
            return DataKeyStanding(.none, path: "~/.c4gh/key")
        }
        guard portal.openedKey.value == nil else { return DataKeyStanding(.open, path: places.secret) }
        do throws(CommandFailure) {
            let file = try KeyPlaces.secretFile(places.secret)
            return DataKeyStanding(file.isLocked ? .locked : .open, path: places.secret)
        } catch {
            return DataKeyStanding(error.status == .notFound ? .none : .unusable, path: places.secret)
        }
    }

    /// The person's key, as far as nobody has to be asked for it.
    func openKey(_ places: KeyPlaces) throws(CommandFailure) -> SecretKey {
        if let opened = portal.openedKey.value { return opened }
        let file = try KeyPlaces.secretFile(places.secret)
        do throws(KeyFault) { return try file.open(nil) } catch { throw CommandFailure(error, places.secret) }
    }
}

extension PreparedPortal {
    /// The data of datasets, for the screen.
    var data: DataService { DataDesk(portal: self).service }

    /// Asks at the terminal for what opens the person's key, or for what a new one is locked by. Blocks; the terminal is
    /// the shell's meanwhile.
    ///
    /// - Parameter isNew: makes one; no file that is there is touched.
    /// - Throws: why there is none now.
    package func askForKey(isNew: Bool) async throws(PortalError) {
        try await Blocking.run { () throws(PortalError) in
            do throws(CommandFailure) {
                let places = try KeyPlaces(nil, settings.environment)
                openedKey.keep(try isNew ? Self.make(places) : Self.open(places))
            } catch {
                throw PortalError(.local, operation: "opening your key", detail: error.words)
            }
        }
    }

    private static func open(_ places: KeyPlaces) throws(CommandFailure) -> SecretKey {
        let file = try KeyPlaces.secretFile(places.secret)
        do throws(KeyFault) { try file.requireKnownLock() } catch { throw CommandFailure(error, places.secret) }
        return try Passphrase.open(places.secret, descriptor: nil) { typed throws(KeyFault) in try file.open(typed) }
    }

    private static func make(_ places: KeyPlaces) throws(CommandFailure) -> SecretKey {
        let pair = KeyPair(places: places)
        try pair.requireFree()
        let passphrase = try Passphrase.new(nil, for: places.secret)
        let key = SecretKey.new()
        try pair.write(key, passphrase, comment: nil)
        return key
    }
}

/// Who takes part in an application.
extension ApplicationRegister {
    func invite(name: String, email: String, to id: Int, for user: DemoUser) async throws {
        try await transaction { rows, now in
            _ = try Self.editable(id, of: user, rows)
            try rows.insert(Invitation(name: name, email: email, time: now), application: id)
            try rows.record(.memberInvited, by: user.id, at: now, application: id)
        }
    }

    /// Takes an invitation back that was not accepted yet.
    func uninvite(email: String, from id: Int, for user: DemoUser) async throws {
        try await transaction { rows, now in
            let application = try Self.own(id, of: user, rows)
            try Self.checkOpen(application)
            try Self.uninvite(email, from: application, by: user, at: now, rows)
        }
    }

    /// - Parameter memberID: A person's id, or the address of somebody who was invited: the access service's
    ///   contract has no call of its own for taking an invitation back.
    func removeMember(_ memberID: String, from id: Int, for user: DemoUser) async throws {
        try await transaction { rows, now in
            let application = try Self.own(id, of: user, rows)
            try Self.checkOpen(application)
            guard let member = application.members.first(where: { $0.user.id == memberID }) else {
                return try Self.uninvite(memberID, from: application, by: user, at: now, rows)
            }
            try rows.deleteMember(member.user, application: id)
            try rows.record(.memberRemoved, by: user.id, at: now, application: id)
        }
    }

    private static func uninvite(
        _ email: String, from application: Application, by user: DemoUser, at now: Moment, _ rows: ApplicationRows
    ) throws {
        guard application.invitations.contains(where: { $0.email == email }) else {
            throw Refusal.noSuchMember(email)
        }
        try rows.deleteInvitation(to: email, application: application.id)
        try rows.record(.memberUninvited, by: user.id, at: now, application: application.id)
    }

    private static func checkOpen(_ application: Application) throws {
        guard application.state.takesPeopleOut else {
            throw Refusal.wrongState(application.id, application.state)
        }
    }
}

import GRDB

/// Members of applications and people who were invited to be.
extension ApplicationRows {
    /// People whom this portal does not know any more are left out.
    func members(of id: Int) throws -> [Member] {
        try String.fetchAll(
            db, sql: "SELECT user FROM application_member WHERE application = ? ORDER BY rowid", arguments: [id]
        ).compactMap { DemoUser.known(as: $0).map(Member.init) }
    }

    func invitations(of id: Int) throws -> [Invitation] {
        try Row.fetchAll(
            db, sql: "SELECT name, email, time FROM invitation WHERE application = ? ORDER BY rowid", arguments: [id]
        ).map {
            Invitation(name: $0["name"], email: $0["email"], time: Moment(milliseconds: $0["time"]))
        }
    }

    /// Invitations of one person that were sent at this moment or earlier, with their applications.
    func invitations(to email: String, until moment: Moment) throws -> [(application: Int, time: Moment)] {
        try Row.fetchAll(
            db, sql: "SELECT application, time FROM invitation WHERE email = ? AND time <= ?",
            arguments: [email, moment.milliseconds]
        ).map { (application: $0["application"], time: Moment(milliseconds: $0["time"])) }
    }

    /// A second invitation to the same address takes the place of the first.
    func insert(_ invitation: Invitation, application id: Int) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO invitation (application, name, email, time) VALUES (?, ?, ?, ?)",
            arguments: [id, invitation.name, invitation.email, invitation.time.milliseconds])
    }

    func deleteInvitation(to email: String, application id: Int) throws {
        try db.execute(sql: "DELETE FROM invitation WHERE application = ? AND email = ?", arguments: [id, email])
    }

    func insertMember(_ user: DemoUser, application id: Int) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO application_member (application, user) VALUES (?, ?)", arguments: [id, user.id])
    }

    func deleteMember(_ user: DemoUser, application id: Int) throws {
        try db.execute(
            sql: "DELETE FROM application_member WHERE application = ? AND user = ?", arguments: [id, user.id])
    }
}

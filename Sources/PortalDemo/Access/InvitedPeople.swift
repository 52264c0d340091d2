import Foundation

/// Demo people accept every invitation to their own address, as long after it was sent as the committee takes to
/// decide. In REMS a person follows a link that came by mail; like the committee, these have no timer.
struct InvitedPeople: Sendable {
    /// In seconds.
    let delay: TimeInterval

    func answer(_ rows: ApplicationRows, now: Moment) throws {
        for user in DemoUser.all {
            for invitation in try rows.invitations(to: user.email, until: now.advanced(by: -delay)) {
                let id = invitation.application
                try rows.deleteInvitation(to: user.email, application: id)
                try rows.insertMember(user, application: id)
                try rows.record(
                    .memberJoined, by: user.id, at: invitation.time.advanced(by: delay), application: id)
            }
        }
    }
}

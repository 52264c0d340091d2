extension KeyMap {
    /// The keys of an application's people.
    static let memberKeys: [KeyBinding] = [
        KeyBinding(
            [.character("m"), .function(5)], .showMembers,
            in: [.wizardDatasets, .wizardLicences, .wizardReview, .wizardResult], "members",
            "Show who takes part, invite somebody, or remove a member.", importance: 3),
        KeyBinding(
            [.character("m"), .function(5)], .showMembers, in: [.request], "members",
            "Show who takes part, invite somebody, or remove a member.", importance: 1),
        KeyBinding(
            [.function(5), .alt("m")], .showMembers, in: [.everywhere], "members",
            "Show who takes part in this request, invite somebody, or remove a member."),
        KeyBinding(
            [.character("i"), .enter, .insert], .inviteMember, in: [.members], "invite",
            "Invite somebody by name and e-mail address.", importance: 9),
        KeyBinding(
            [.character("d"), .delete], .removeMember, in: [.members], "remove",
            "Remove the member, or take the invitation back; asks first.", importance: 8, isDestructive: true),
        KeyBinding([.character("r")], .refresh, in: [.members], "ask again", "Ask the portal again.", importance: 5),
        KeyBinding([.escape, .character("q")], .goBack, in: [.members], "back", "Close this.", importance: 7),
        KeyBinding(
            [.enter], .choose, in: [.invitation], "go on", "On to the address, then send the invitation.",
            importance: 9),
        KeyBinding([.tab, .down], .next, in: [.invitation], "next", "The other field.", importance: 6),
        KeyBinding([.backTab, .up], .previous, in: [.invitation], "previous", "The other field."),
        KeyBinding(
            [.escape], .goBack, in: [.invitation], "back", "Invite nobody now; what is typed stays.", importance: 8),
        KeyBinding([.character("y")], .choose, in: [.memberQuestion], "yes", "Do it.", importance: 9),
        KeyBinding(
            [.escape, .character("n")], .goBack, in: [.memberQuestion], "no", "Leave it as it is.", importance: 8),
    ]
}

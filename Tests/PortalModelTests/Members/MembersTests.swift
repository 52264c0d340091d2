import Foundation
import PortalModel
import Testing

@Suite("Members of a request")
struct MembersTests {
    private typealias World = MembersStory

    private let asksForList: (Effect) -> Bool = {
        if case .read(_, .application(World.id)) = $0 { true } else { false }
    }

    @Test func whoTakesPartIsShownAtOnceAndAskedForAnew() throws {
        var story = World([World.grace, World.lin])
        #expect(story.isOpen)
        #expect(try story.people.members == [World.grace, World.lin])
        #expect(story.effects.contains(where: asksForList))
        try story.show([World.grace])
        #expect(try story.people.members == [World.grace])
        #expect(story.state.requests.open?.application?.members == [World.grace])
        story.press(.escape)
        #expect(!story.isOpen)
        #expect(story.state.screen == .requests)
    }

    @Test func anInvitationIsSentOnceAndShownAsPending() throws {
        var story = World()
        story.invite()
        #expect(story.effects == [.write(.inviteMember(World.id, name: "Lin", email: "lin@example.org"))])
        // Enter again, while the answer is awaited.
        story.press(.enter)
        #expect(story.effects == [])
        story.send(.members(World.id, .changed(.invite(name: "Lin", email: "lin@example.org"), nil)))
        #expect(try story.people.members == [World.lin])
        #expect(try story.people.invitation.isEmpty)
        #expect(story.state.toast?.text == "Lin is invited, and becomes a member by accepting in REMS.")
        #expect(story.effects.contains(where: asksForList))
    }

    @Test(
        "What cannot be an invitation is not sent, and the words stay",
        arguments: [("", "lin@example.org", Invitation.Field.name), ("Lin", "lin.example.org", .email)])
    func refused(name: String, email: String, field: Invitation.Field) throws {
        var story = World()
        story.press("i")
        story.type(name)
        story.press(.tab)
        story.type(email)
        story.press(.enter)
        let invitation = try story.people.invitation
        #expect(invitation.problem?.field == field)
        #expect(invitation.field == field)
        #expect(invitation.name.text == name && invitation.email.text == email)
        #expect(try story.people.change == nil)
    }

    @Test func nobodyIsInvitedTwice() throws {
        var story = World([World.lin])
        story.invite("Lin Chen", "LIN@example.org")
        #expect(try story.people.invitation.problem?.words == "Lin is invited already, under this address.")
        #expect(story.effects == [])
    }

    @Test func typedWordsOutlastTheFormAndTheOverlay() throws {
        var story = World()
        story.press("i")
        story.type("Grace")
        story.press(.escape, .escape)
        #expect(!story.isOpen)
        story.press("m", "i")
        story.type(" Hopper")
        #expect(try story.people.invitation.name.text == "Grace Hopper")
    }

    @Test func anAddressAsMailProgramsWriteItFillsBothFields() throws {
        var story = World()
        story.press("i")
        story.send(.input(.paste("\"Grace Hopper\" <grace@example.org>\n")))
        #expect(try story.people.invitation.name.text == "Grace Hopper")
        #expect(try story.people.invitation.email.text == "grace@example.org")
        story.press(.enter)
        #expect(story.effects == [.write(.inviteMember(World.id, name: "Grace Hopper", email: "grace@example.org"))])
    }

    @Test func aRefusalIsSaidAndTheWordsAreKept() throws {
        var story = World()
        story.invite()
        let refusal = PortalError(.forbidden, operation: "inviting a member")
        story.send(.members(World.id, .changed(.invite(name: "Lin", email: "lin@example.org"), refusal)))
        #expect(try story.people.change?.progress == .notDone(refusal))
        #expect(try story.people.invitation.email.text == "lin@example.org")
        #expect(story.state.failures.map(\.error) == [refusal])
        story.press(.enter)
        #expect(story.effects == [.write(.inviteMember(World.id, name: "Lin", email: "lin@example.org"))])
    }

    @Test("A lost answer is settled by what the portal has", arguments: [true, false])
    func lostAnswer(arrived: Bool) throws {
        var story = World()
        story.invite()
        story.send(.members(World.id, .changed(.invite(name: "Lin", email: "lin@example.org"), World.lost)))
        #expect(story.effects == [.write(.checkMembers(World.id))])
        story.send(.members(World.id, .checked(.success(World.application(arrived ? [World.lin] : [])))))
        #expect(
            !story.effects.contains { if case .write(.inviteMember) = $0 { true } else { false } }, "Never by itself.")
        if arrived {
            #expect(try story.people.change == nil)
            #expect(try story.people.invitation.isEmpty)
        } else {
            #expect(try story.people.change?.progress == .notDone(nil))
            #expect(try story.people.invitation.email.text == "lin@example.org")
        }
    }

    @Test("What may still arrive is looked for before it is sent again", arguments: [true, false])
    func lateInvitation(arrived: Bool) throws {
        var story = World()
        story.invite()
        story.send(.members(World.id, .changed(.invite(name: "Lin", email: "lin@example.org"), World.lost)))
        story.send(.members(World.id, .checked(.success(World.application([])))))
        story.press(.enter)
        #expect(story.effects == [.write(.checkMembers(World.id))])
        story.send(.members(World.id, .checked(.success(World.application(arrived ? [World.lin] : [])))))
        let sends = story.effects.contains(.write(.inviteMember(World.id, name: "Lin", email: "lin@example.org")))
        #expect(sends != arrived)
    }

    @Test func aPortalThatCannotBeAskedIsAskedAgainOnRequest() throws {
        var story = World()
        story.invite()
        story.send(.members(World.id, .changed(.invite(name: "Lin", email: "lin@example.org"), World.lost)))
        story.send(.members(World.id, .checked(.failure(Made.offline))))
        #expect(try story.people.change?.progress == .unknown(Made.offline, .lostAnswer))
        story.press(.enter)
        #expect(story.effects == [.write(.checkMembers(World.id))])
    }

    @Test func somebodyIsRemovedAfterAQuestionOnly() throws {
        var story = World([World.grace, World.lin])
        story.press(.down, "d")
        #expect(try story.people.question == World.lin)
        story.press(.escape)
        #expect(try story.people.question == nil)
        #expect(story.isOpen)
        story.press("d", "y")
        #expect(story.effects == [.write(.removeMember(World.id, World.lin))])
        story.send(.members(World.id, .changed(.remove(World.lin), nil)))
        #expect(try story.people.members == [World.grace])
        #expect(story.state.toast?.text == "The invitation of Lin is taken back.")
    }

    @Test("A removal whose answer is lost is settled by what the portal has", arguments: [true, false])
    func lostRemoval(isGone: Bool) throws {
        var story = World([World.grace])
        story.press("d", "y")
        story.send(.members(World.id, .changed(.remove(World.grace), World.lost)))
        #expect(story.effects == [.write(.checkMembers(World.id))])
        story.send(.members(World.id, .checked(.success(World.application(isGone ? [] : [World.grace])))))
        #expect(try story.people.change?.progress == (isGone ? nil : .notDone(nil)))
    }

    @Test func whatThePortalDoesNotOfferHasAReason() throws {
        var capabilities = Capabilities()
        capabilities.lose([.inviteMember, .removeMember], because: .catalogue(.notOfGuide))
        let story = World([], capabilities: capabilities)
        #expect(!story.isOpen)
        #expect(
            story.state.toast?.text
                == "Inviting a member is not offered here. The services of the developer guide do not have it.")
    }

    @Test func whatThePortalDoesNotLetOneDoHasAReason() throws {
        let story = World([World.grace], permissions: ["application.command/copy-as-new"])
        #expect(
            story.state.availability(of: .inviteMember).reason
                == "The portal has the request as submitted and does not let you invite anybody to it.")
        #expect(!story.state.availability(of: .removeMember).isAvailable)
    }

    @Test func whatTurnsOutNotToBeOfferedIsNotAskedForAgain() throws {
        var story = World([World.grace])
        story.press("d", "y")
        let refusal = PortalError(.unsupported, operation: "removing a member", feature: .removeMember)
        story.send(.members(World.id, .changed(.remove(World.grace), refusal)))
        story.press("d")
        #expect(story.state.toast?.text == "Removing a member is not offered by this portal.")
    }

    @Test func anAnswerThatComesAfterTheOverlayWasClosedIsTold() throws {
        var story = World([World.grace])
        story.press("d", "y", .escape)
        let refusal = PortalError(.forbidden, operation: "removing a member", detail: "Not after approval.")
        story.send(.members(World.id, .changed(.remove(World.grace), refusal)))
        #expect(story.state.toast?.text == "The members of request 17 are as they were. Not after approval.")
    }

    @Test func theWizardShowsThemToo() throws {
        var story = FormStory([FormStory.field("title", .text)])
        story.send(.input(.key(.function(5))))
        #expect(story.state.overlay == .members(FormStory.application))
        story.press(.escape)
        #expect(try story.wizard.mode == .editingText)
    }

    @Test func theReviewNamesThemAndLeadsThere() throws {
        var story = FormStory([FormStory.field("title", .text, isOptional: true)], members: [World.grace])
        story.perform(.showReview, .moveToEnd)
        #expect(try story.wizard.reviewItems.last == .member(0))
        story.press(.enter)
        #expect(story.state.overlay == .members(FormStory.application))
    }
}

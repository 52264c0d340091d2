import Foundation
import PortalModel
import PortalServices
import TerminalHarness
import Testing

extension Stories {
    /// A portal that is far away: 300 ms for every call there and back, and now and then no answer for as long as
    /// somebody types.
    @Suite struct SlowLinks {
        @Test func theLongestFormIsFilledInWithoutEverWaitingForThePortal() async throws {
            try await PortalUnderTest.run { portal in
                let relay = try DelayingRelay(to: portal.addresses.port, delay: .milliseconds(150))
                var patient = try Patient(portal: portal, relay: relay)
                try await patient.beginRequest()
                for stretch in LongestForm.stretches { try await patient.fillIn(stretch) }
                try await patient.sendsIt()
                try await patient.checkThePortal()
                await patient.story.end()
            }
        }
    }
}

/// Somebody who fills in the demo's longest form at 80×24.
private struct Patient {
    let story: PortalStory
    let portal: PortalUnderTest
    let relay: DelayingRelay
    /// What the portal has to have in the end, by field.
    private var expected: [String: String] = [:]
    /// In how many stretches the program asked the portal for something while nothing came back.
    private var callsWithoutAnswer = 0

    init(portal: PortalUnderTest, relay: DelayingRelay) throws {
        self.portal = portal
        self.relay = relay
        story = try PortalStory()
        try portal.addresses.at(port: relay.port).configure(story.home)
        for name in LongestForm.files {
            _ = try story.home.write("%PDF-1.4 \(name)", to: name)
        }
    }

    func beginRequest() async throws {
        try await story.start(environment: portal.environment)
        try await story.find("MIMIC-IV", title: "MIMIC-IV: records of a Boston hospital")
        try await story.beginRequest()
    }

    // MARK: - Filling in

    /// While no answer arrives, each field takes the next words, shows them, and hands the cursor on; then everything
    /// that was held back may come, and the portal may ask for more.
    mutating func fillIn(_ stretch: LongestForm.Stretch) async throws {
        relay.hold()
        let (answered, asked) = (relay.answered, relay.asked)
        for field in stretch.fields { try await fill(field) }
        try await story.expect("everything on this machine's disk") { WizardPage($0).isSavedHere }
        // Not one byte of an answer came through since the first word was typed: none was waited for.
        #expect(relay.answered == answered)
        callsWithoutAnswer += relay.asked > asked ? 1 : 0
        relay.release()
        guard let revealing = stretch.revealing else { return }
        let field = revealing.field
        guard case .choice(let labels) = field.entry else { return }
        expected[field.id] = field.stored
        try await story.choose(labels, in: field.title, revealing: revealing.title)
    }

    private mutating func fill(_ field: LongestForm.Field) async throws {
        expected[field.id] = field.stored
        switch field.entry {
        case .text(let words):
            try await story.expectField(field.title)
            try await story.type(words)
            // The end of it: a long text scrolls.
            try await story.expect(String(words.suffix(12)))
            try await story.press("Tab")
        case .choice(let labels): try await story.choose(labels, in: field.title)
        case .found(let words, let label):
            try await story.expectField(field.title)
            try await story.type(words)
            try await story.expect(label)
            try await story.press("Enter")
            try await story.press("Tab")
        case .table(let rows): try await story.fillTable(field.title, with: rows)
        case .file(let name):
            try await story.attach(name, to: field.title)
            try await story.expect(name)
            try await story.press("Tab")
        case .nothing: try await story.skip(field.title)
        }
    }

    // MARK: - Sending

    func sendsIt() async throws {
        try await story.press("F9")
        // The files have arrived; only the licences are missing.
        try await story.expect("Still to do (2)")
        try await story.press("Enter")
        try await story.press("A")
        try await story.press("F9")
        try await story.expect("Everything is there")
        // A file may still be on its way: until it has arrived the key is not offered.
        try await story.expect("s submit ")
        try await story.press("s")
        try await story.expect("Type submit to go on")
        try await story.type("submit")
        try await story.press("Enter")
        try await story.expect("was submitted.")
    }

    /// Without the relay: what was typed is what the committee reads, word for word.
    func checkThePortal() async throws {
        let access = portal.client.accessService
        let requests = try await access.applications()
        #expect(requests.map(\.state) == [.submitted])
        let application = try await access.application(try #require(requests.first?.id))
        let fields = application.forms.flatMap(\.fields).filter(\.type.takesValue)
        let names = Dictionary(application.attachments.map { (String($0.id), $0.filename) }) { $1 }
        for field in fields {
            let wanted = expected[field.id.field] ?? ""
            switch field.value {
            case .text(let text) where field.type == .attachment: #expect((names[text] ?? text) == wanted)
            case .text(let text): #expect(text == wanted, "\(field.id.field)")
            case .table(let rows):
                let cells = rows.map { row in field.columns.map { row[$0.key] ?? "" }.joined(separator: "|") }
                #expect(cells.joined(separator: "/") == wanted, "\(field.id.field)")
            }
        }
        #expect(fields.count > 45, "the form should be a long one")
        // Some sixty calls, of which a few are under way at a time.
        #expect(relay.connections <= 8, "each call opens a connection of its own")
        #expect(callsWithoutAnswer > 0, "the program never asked while the answers were held: nothing was shown")
    }
}

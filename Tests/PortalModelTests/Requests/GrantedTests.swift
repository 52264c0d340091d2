import Foundation
import PortalModel
import Testing

@Suite("What access was granted")
struct GrantedTests {
    private static func day(_ days: Double) -> Date { Story.beginning.addingTimeInterval(days * 86_400) }

    private static let applications = [
        Made.application(1, .approved, title: "Old", changed: -400 * 86_400, datasets: [1]),
        Made.application(2, .approved, title: "Newer", changed: -10 * 86_400, datasets: [1, 2]),
        Made.application(3, .rejected, title: "Never", changed: -10 * 86_400, datasets: [3]),
    ]

    private static let entitlements = [
        Entitlement(datasetIdentifier: "EGAD9"),
        Entitlement(datasetIdentifier: "EGAD1", start: day(-10), end: day(20.5)),
        Entitlement(datasetIdentifier: "EGAD2", start: day(-400), end: day(-3)),
        Entitlement(datasetIdentifier: "EGAD3", start: day(-10), end: day(300), application: ApplicationID(44)),
    ]

    private func story(_ entitlements: [Entitlement] = entitlements, columns: Int = 80) -> Story {
        let story = Story(columns: columns)
        story.start()
        story.answerAllPages(total: 3)
        story.answerFilters(with: .success(Made.filters))
        story.answerApplications(with: .success(Self.applications))
        story.answerEntitlements(with: .success(entitlements))
        story.press("3")
        return story
    }

    @Test func whatEndsFirstComesFirstAndWhatIsOverLast() {
        let story = story()
        story.press("a")
        #expect(
            story.state.grantedAccess.map(\.entitlement.datasetIdentifier) == ["EGAD1", "EGAD3", "EGAD9", "EGAD2"])
        #expect(story.state.grantedAccess.map(\.title) == ["Dataset 1", "Dataset 3", "", "Dataset 2"])
    }

    @Test("Of several requests for a dataset it came from the one that was approved when it began")
    func origin() {
        let access = GrantedAccess(Self.entitlements[1], among: Self.applications, languages: ["en"])
        #expect(access.application == ApplicationID(2))
        let told = GrantedAccess(Self.entitlements[3], among: Self.applications, languages: ["en"])
        #expect(told.application == ApplicationID(44), "What the service tells counts.")
    }

    @Test func theRequestIsOpenedAndRenewedFromTheList() {
        let story = story()
        story.press("a", .enter)
        #expect(story.state.requests.open?.id == ApplicationID(2))
        story.press(.escape)
        #expect(story.state.requests.open == nil)
        #expect(story.state.requests.granted != nil)
        story.press(.escape)
        #expect(story.state.requests.granted == nil)
        #expect(story.state.screen == .requests)
    }

    /// By its answers, which the new ones are held against: not by the portal's own copy, of which nothing says that.
    @Test(arguments: [Key.character("R"), .character("c")])
    func itIsRenewedByTheAnswersOfTheRequestThatItCameFrom(key: Key) {
        let story = story()
        story.press("a", key)
        story.type("renew")
        story.press(.enter)
        #expect(story.state.requests.copying?.id == ApplicationID(2))
        #expect(!story.effects.contains(.write(.copyApplication(ApplicationID(2)))))
        let isRead = story.effects.contains { effect in
            if case .read(_, .application(ApplicationID(2))) = effect { true } else { false }
        }
        #expect(isRead)
    }

    @Test func accessOfUnknownOriginSaysSo() {
        let story = story()
        story.press("a", "j", "j", "c")
        #expect(story.state.toast?.text == "The portal does not tell which request this access came from.")
    }

    @Test func theListIsCopiedAsCSV() {
        let story = story()
        story.press("a", "C")
        #expect(
            story.effects == [
                .host(
                    .copy(
                        """
                        dataset,title,start,end,days_left,request\r
                        EGAD1,Dataset 1,2025-06-05,2025-07-06,20,2\r
                        EGAD3,Dataset 3,2025-06-05,2026-04-11,300,44\r
                        EGAD9,,,,,\r
                        EGAD2,Dataset 2,2024-05-11,2025-06-12,0,2\r

                        """))
            ])
    }

    @Test("No cell of a CSV breaks out of it, and none is carried out by a spreadsheet")
    func cells() {
        #expect(CSVText.text([["a,b", "say \"x\"", "two\nlines"]]) == "\"a,b\",\"say \"\"x\"\"\",two lines\r\n")
        #expect(
            CSVText.text([[" =1", "＝1", "\u{A0}@x", "\u{200B}+y", " -5", " a"]])
                == "' =1,'＝1,'\u{A0}@x,'\u{200B}+y, -5, a\r\n")
        #expect(CSVText.text([["=1+1", "-5", "@x", "\u{1B}[2J"]]) == "'=1+1,-5,'@x, [2J\r\n")
    }
}

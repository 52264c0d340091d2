import Foundation
import PortalModel
import TerminalCanvas
import Testing

@testable import PortalViews

@Suite("The header")
struct HeaderTests {
    @Test("It warns from 30 days on, and not of what is over or granted for longer")
    func warning() {
        func news(_ entitlements: [Entitlement], columns: Int = 80, _ language: Language = .english) -> String? {
            var state = SampleStates.base
            state.terminal.columns = columns
            state.requests.entitlements = entitlements
            return HeaderLayout(HeaderLine.Input(state), Phrasing(language)).panes.last?.news
        }
        func ends(_ days: Double) -> Entitlement {
            Entitlement(datasetIdentifier: "EGAD1", end: SampleStates.now.addingTimeInterval(days * 86_400))
        }
        #expect(news([ends(30.5)]) == " access 30 d")
        #expect(news([ends(31.5)]) == "")
        #expect(news([ends(0.2)]) == " access ends today")
        #expect(news([ends(-1)]) == "")
        #expect(news([ends(5.5), ends(200)]) == "", "It is renewed already.")
        #expect(news([ends(12.5)], columns: 40) == "", "The list says it where the header has no room.")
        #expect(news([ends(0.2)], .german) == " Zugang endet heute")
    }

    @Test("The names of the panes can be clicked where they are drawn", arguments: Language.allCases)
    func clicks(language: Language) throws {
        let context = ViewContext(language: language)
        let frame = Frame(columns: 80, rows: 24)
        RootView.draw(SampleStates.base, into: frame, context: context)
        for pane in HeaderLayout(HeaderLine.Input(SampleStates.base), context.words).panes {
            for column in [pane.column, pane.column + pane.columns - 1] {
                #expect(context.target(column: column, row: 0) == .pane(pane.command))
            }
            #expect(context.target(column: pane.column - 1, row: 0) == nil)
        }
    }
}

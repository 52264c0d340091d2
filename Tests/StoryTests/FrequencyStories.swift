import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// How often a variant is seen, on the screen.
    @Suite struct Frequencies {
        @Test func aVariantIsLookedUpSortedAndAskedForElsewhere() async throws {
            let story = try PortalStory()
            try await story.start("--demo")
            try await story.expectResults()
            try await story.press("F")
            try await story.expect("Allele frequencies")
            try await story.type("rs35044562")
            try await story.press("Enter")
            try await story.expect("is a name in dbSNP")
            try await story.press("C-u")
            try await story.type("NC_000003.11:g.45864731T>C")
            try await story.press("Enter")
            try await story.expect("3-45864731-T-C · GRCh37 · everybody")
            try await story.expect("8 populations")
            try await story.expect("FI, men")
            // The most frequent first.
            try await story.press("s")
            try await story.expect("IT, men")
            try await story.press("x")
            try await story.expect("women")
            try await story.expectGone("IT, men")
            try await story.press("a")
            try await story.expect("Nobody in the network has counted this variant")
            try await story.press("a")
            try await story.expect("IT, women")
            try await story.press("Enter")
            try await story.expectGone("Allele frequencies")
            try await story.expect("made-up-frequencies")
        }
    }
}

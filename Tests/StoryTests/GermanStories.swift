import Testing

extension Stories {
    /// The main way in German, by the locale's name alone: no machine needs to have it installed.
    @Suite struct German {
        @Test(arguments: [["LC_ALL": "de_DE.UTF-8"], ["LC_ALL": "", "LANG": "C.UTF-8", "LC_MESSAGES": "de_AT.UTF-8"]])
        func aResearcherAsksForAccessInGerman(environment: [String: String]) async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--decision-delay", "1", environment: environment)
            try await story.expect("neueste zuerst")
            try await story.press("/")
            try await story.type("Human Metabolome Database")
            try await story.expect("Relevanz")
            try await story.press("Enter")
            try await story.expect("↵ öffnen")
            try await story.press("Enter")
            try await story.expect("Überblick")
            try await story.press("b")
            try await story.expect("im Korb")
            try await story.press("2")
            try await story.expect("1 Datensatz, auf diesem Rechner gespeichert")
            try await story.press("n")
            try await story.expect("Zugang wird beantragt zu 1 Datensatz")
            try await story.press("C-n")
            try await story.answersTheForms(
                title: "Stoffwechsel im Schlaf",
                purpose:
                    "Wir vergleichen Messungen des Stoffwechsels im Schlaf mit denen am Tag und geben alle Ergebnisse frei."
            )
            try await story.expect("Lizenzen 0/2")
            try await story.press("A")
            try await story.expect("Lizenzen 2/2")
            try await story.press("C-n")
            try await story.expect("s absenden")
            try await story.press("s")
            try await story.expect("Zum Fortfahren absenden tippen")
            try await story.type("absenden")
            try await story.press("Enter")
            try await story.expect("Antrag 1 ist abgesendet.")
            try await story.press("Enter")
            try await story.expect("✓ genehmigt")
            try await story.expect("Gewährte Zugänge")
            try await story.quits()
        }
    }
}

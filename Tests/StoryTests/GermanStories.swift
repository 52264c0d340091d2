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
            try await story.expect("Zum Fortfahren „absenden“ tippen")
            try await story.type("absenden")
            try await story.press("Enter")
            try await story.expect("Antrag 1 ist abgesendet.")
            try await story.press("Enter")
            try await story.expect("✓ genehmigt")
            try await story.expect("Gewährte Zugänge")
            try await story.quits()
        }

        /// What people read is German, and what a program reads is what it always was.
        @Test func commandsSpeakGermanAndProgramsReadTheSame() async throws {
            let story = try CommandStory()
            let (german, english) = (["LC_ALL": "de_DE.UTF-8"], ["LC_ALL": "C.UTF-8"])
            let found = try await story.portal("search", "metabolome", "--limit", "1", environment: german)
            #expect(found.status == 0 && found.words.contains(" von "), "\(found.words)")
            #expect(found.output.hasPrefix("ID") && found.output.contains("TITEL"), "\(found.output)")
            let searches = (
                try await story.portal("search", "metabolome", "--json", environment: german),
                try await story.portal("search", "metabolome", "--json", environment: english)
            )
            #expect(searches.0.output == searches.1.output && searches.0.status == searches.1.status)
            let nothing = try await story.portal("search", "xyzzyxyzzy", environment: german)
            #expect(nothing.words.contains("Kein Datensatz wurde gefunden."), "\(nothing.words)")
            let id = try await story.dataset()
            let asked = ["request", "new", "--dataset", id, "--validate-only"]
            let incomplete = try await story.portal(asked, environment: german)
            #expect(incomplete.status == 6, "\(incomplete.words)")
            #expect(incomplete.words.contains("Bevor der Antrag abgesendet werden kann:"), "\(incomplete.words)")
            #expect(incomplete.words.contains("Die Lizenz ist noch nicht angenommen."))
            let record = try await story.portal(asked + ["--json"], environment: german)
            #expect(record.output.contains("The licence is not accepted yet."), "\(record.output)")
            let made = try await story.portal(
                "request", "new", "--dataset", id, "--answers", try story.answers(), "--accept-licences", "--submit",
                environment: german)
            #expect(made.status == 0 && made.words.contains("Der Antrag ist abgesendet."), "\(made.words)")
            let list = try await story.portal("requests", environment: german)
            #expect(list.output.contains("STAND") && !list.output.contains("submitted"), "\(list.output)")
            let number = try #require(made.lines.last)
            let shown = try await story.portal("request", "show", number, environment: german)
            #expect(shown.output.contains("DATENSÄTZE") && shown.output.contains("eingereicht"), "\(shown.output)")
            let filled = try await story.portal(
                "request", "fill", "--linear", "--dataset", id, "--another", environment: german,
                input: ":help\n:quit\n")
            #expect(filled.output.contains("Frage 1 von "), "\(filled.output) \(filled.words)")
            #expect(filled.output.contains("Alle Antworten sind gespeichert"), "\(filled.output)")
            let nobody = try await story.portal("login", environment: german)
            #expect(nobody.words.contains("PORTAL_TOKEN meldet Sie an"), "\(nobody.words)")
            let unknown = try await story.bare(["serch"], environment: german)
            #expect(unknown.status == 2 && unknown.words.contains("ist kein Befehl von portal"), "\(unknown.words)")
        }
    }
}

import Foundation
import PortalModel
import Testing

@Suite("The data of what was granted")
struct FetchingTests {
    private static let question = DataQuestion(dataset: "EGAD1")
    private static let files = ["a.bam", "b/c.vcf"].map { path in
        DataFile(
            ArchiveFile(id: "id-\(path)", path: path, size: 1000, checksums: [Checksum("00", algorithm: "sha256")]),
            .absent)
    }
    private static let data = DatasetData(
        dataset: "EGAD1",
        ways: [
            DataWay(
                .sda, "https://archive.example", from: .configuration, lines: ["portal data fetch EGAD1"]),
            DataWay(
                .htsget, "https://htsget.example", from: .distribution("Reads"), lines: ["samtools …", "htsget …"]),
        ], archive: "https://archive.example", files: files, folder: "/home/ada/data-EGAD1",
        key: DataKeyStanding(.open, path: "/home/ada/.c4gh/key"))

    /// At the list of what was granted, with the cursor on EGAD1.
    private func granted(_ entitlements: [Entitlement] = [Entitlement(datasetIdentifier: "EGAD1")]) -> Story {
        let story = Story.begun()
        story.press("3", "r")
        story.answerApplications(with: .success([]))
        story.answerEntitlements(with: .success(entitlements))
        story.press("a")
        return story
    }

    /// Looking at the data, which the archive has told.
    private func looking(_ data: DatasetData = data) -> Story {
        let story = granted()
        story.press("f")
        story.send(.data(.found(Self.question, .success(data))))
        return story
    }

    private func job(_ files: [DataFile], decrypts: Bool = true, isAll: Bool = false) -> DataJob {
        DataJob(
            Self.question, files: files.map(\.file), of: Self.files.map(\.file), decrypts: decrypts,
            into: Self.data.folder, isAll: isAll)
    }

    @Test("f on granted access looks where the data lie; a late answer about another dataset is nobody's")
    func opened() {
        let story = granted()
        story.press("f")
        #expect(story.effects.first == .data(.look(Self.question)))
        #expect(story.state.overlay == .fetching && story.state.isLoading)
        story.send(.data(.found(DataQuestion(dataset: "EGAD2"), .success(Self.data))))
        #expect(story.state.fetching.data == nil)
        story.send(.data(.found(Self.question, .success(Self.data))))
        #expect(story.state.fetching.data == Self.data && !story.state.isLoading)
        #expect(story.state.fetching.rows.count == 2 + 2 + 3)
    }

    @Test("Access that is over has no data")
    func over() {
        let ended = Story.beginning.addingTimeInterval(-200_000)
        let story = granted([Entitlement(datasetIdentifier: "EGAD1", end: ended)])
        story.press("f")
        #expect(story.state.overlay == nil && story.state.toast?.message == .fetching(.accessOver))
    }

    @Test("f fetches the file under the cursor, a the rest behind it; what comes is told file by file")
    func fetching() throws {
        let story = looking()
        story.press("f")
        #expect(story.effects == [.data(.fetch(job([Self.files[0]])))])
        story.press("a")
        #expect(story.effects.isEmpty && story.state.fetching.queue == [job([Self.files[1]], isAll: true)])
        // It is on its way already.
        story.press("f")
        #expect(story.state.fetching.queue.count == 1)
        story.send(.data(.told(Self.question, FileNews("id-a.bam", .part(500)))))
        #expect(story.state.fetching.running?.part == 0.5)
        #expect(story.state.fetching.data?.files[0].standing == .part(500))
        story.send(.data(.told(Self.question, FileNews("id-a.bam", .decrypted(.plain("sha256"))))))
        story.send(.data(.ended(Self.question, nil)))
        #expect(story.effects == [.data(.fetch(job([Self.files[1]], isAll: true)))])
        story.send(.data(.told(Self.question, FileNews("id-b/c.vcf", .failed(.changes)))))
        story.send(.data(.ended(Self.question, nil)))
        #expect(story.state.fetching.running == nil)
        #expect(story.state.toast?.message == .fetching(.someFailed(count: 1, of: 2)), "Of all that were asked for.")
        // What failed is tried again.
        story.press("a")
        #expect(story.effects == [.data(.fetch(job([Self.files[1]], isAll: true)))])
    }

    @Test("A fetch goes on behind other screens, and coming back finds how far it is")
    func elsewhere() {
        let story = looking()
        story.press("a", .escape, "1")
        #expect(story.state.fetching.running != nil)
        story.send(.data(.told(Self.question, FileNews("id-a.bam", .part(250)))))
        story.press("3")
        if story.state.requests.granted == nil { story.press("a") }
        story.press("f")
        story.send(.data(.found(Self.question, .success(Self.data))))
        #expect(story.state.fetching.data?.files[0].standing == .part(250))
    }

    @Test("x stops it, ^C too, and what was behind it is not begun; fetching again goes on")
    func stopped() {
        for key in [Key.character("x"), .control("c")] {
            let story = looking()
            story.press("f", .down, "f", key)
            #expect(story.effects == [.data(.stop)] && story.state.fetching.queue.isEmpty)
            story.send(.data(.ended(Self.question, PortalError(.cancelled, operation: "fetching data"))))
            #expect(story.state.toast?.message == .fetching(.stopped) && story.state.fetching.running == nil)
        }
    }

    @Test("The program asks before it ends while files come, and tells how to go on")
    func leaving() {
        let story = looking()
        story.press("a", .escape)
        story.press("q", "q")
        if story.state.overlay == nil { story.press("q") }
        guard case .confirm(let question) = story.state.overlay else {
            Issue.record("nothing is asked")
            return
        }
        #expect(question.subject == .quit && question.question == .fetching(.endStops(files: 2)))
        #expect(
            story.state.linesToGoOn.first?.hasPrefix("portal data fetch EGAD1 --to /home/ada/data-EGAD1 --decrypt")
                == true)
    }

    @Test("What goes on names what is queued too, a line for each dataset; all of one is a line without paths")
    func linesToGoOn() {
        let story = looking()
        story.press("f")
        let flags = "--to /home/ada/data-EGAD1 --decrypt"
        #expect(story.state.linesToGoOn.map { String($0.prefix(65)) } == ["portal data fetch EGAD1 a.bam \(flags)"])
        story.press(.down, "f")
        #expect(story.state.linesToGoOn.count == 1)
        #expect(story.state.linesToGoOn[0].hasPrefix("portal data fetch EGAD1 \(flags)"))
        // What is asked for encrypted is another line.
        let other = looking()
        other.press("f", "d", .down, "f")
        #expect(other.state.linesToGoOn.map { $0.contains("--decrypt") } == [true, false])
        #expect(other.state.linesToGoOn.map { $0.contains("b/c.vcf") } == [false, true])
        #expect(looking().state.linesToGoOn.isEmpty)
    }

    @Test("A key with a passphrase is asked for before anything is fetched; without an answer nothing is")
    func locked() {
        var data = Self.data
        data.key.state = .locked
        let story = looking(data)
        story.press("f")
        #expect(story.effects == [.host(.askForKey(isNew: false))])
        story.send(.data(.keyAnswered(PortalError(.local, operation: "opening your key"))))
        #expect(story.state.fetching.running == nil)
        story.press("f")
        story.send(.data(.keyAnswered(nil)))
        #expect(story.effects == [.data(.fetch(job([Self.files[0]])))])
        // Encrypted it is fetched without.
        let other = looking(data)
        other.press("d", "f")
        #expect(other.effects == [.data(.fetch(job([Self.files[0]], decrypts: false)))])
    }

    @Test("Without a key it is said how one is made, and n makes it")
    func withoutKey() {
        var data = Self.data
        data.key.state = .none
        let story = looking(data)
        story.press("f")
        #expect(story.state.toast?.message == .fetching(.noKey(path: "/home/ada/.c4gh/key")))
        story.press("n")
        #expect(story.effects == [.host(.askForKey(isNew: true))])
        story.send(.data(.keyAnswered(nil)))
        #expect(story.effects.first == .data(.look(Self.question)))
    }

    @Test("An archive that the catalogue alone names is asked when the person has said so")
    func unconfirmed() {
        let data = DatasetData(
            dataset: "EGAD1", ways: [DataWay(.sda, "https://x.example", from: .distribution("Reads"))],
            unconfirmed: "https://x.example", folder: "/d", key: DataKeyStanding(.open, path: "/k"))
        let story = looking(data)
        story.press("f")
        #expect(story.state.toast?.message == .fetching(.noFiles))
        story.press("c", .escape)
        #expect(story.state.overlay == .fetching && story.state.fetching.shown?.archive == nil)
        story.press("c")
        story.type("send")
        story.press(.enter)
        let asked = DataQuestion(dataset: "EGAD1", archive: "https://x.example")
        #expect(story.effects.first == .data(.look(asked)))
    }

    @Test("y copies what is typed for what has the cursor")
    func copied() {
        let story = looking()
        story.press("y")
        #expect(
            story.effects == [
                .host(.copy("portal data fetch EGAD1 a.bam --to /home/ada/data-EGAD1 --decrypt --demo"))
            ])
        story.press(.end, "y")
        #expect(story.effects == [.host(.copy("htsget …"))])
    }

    @Test("Another folder is looked at anew; more than 10 GB is asked about first")
    func folder() {
        let story = looking()
        story.press("t")
        story.press(.control("u"))
        story.type("/scratch/x")
        story.press(.enter)
        let there = DataQuestion(dataset: "EGAD1", folder: "/scratch/x")
        #expect(story.effects.first == .data(.look(there)))
        var data = Self.data
        data.files[0].file.size = 20_000_000_000
        story.send(.data(.found(there, .success(data))))
        story.press("a")
        guard case .confirm(let question) = story.state.overlay else {
            Issue.record("nothing is asked")
            return
        }
        #expect(question.question == .fetching(.askMuch(bytes: 20_000_001_000)))
    }

    @Test("What the checksums say stands at the files")
    func verified() {
        let story = looking()
        story.press("v")
        #expect(story.effects.first == .data(.check(Self.question)))
        let found: [String: FileStanding] = [
            "id-a.bam": .encrypted(.encrypted("sha256")),
            "id-b/c.vcf": .failed(.wrongChecksum(ofPlainText: true, "md5")),
        ]
        story.send(.data(.checked(Self.question, .success(found))))
        #expect(story.state.fetching.data?.files.map(\.standing) == Self.files.map { found[$0.file.id] ?? .absent })
        #expect(story.state.toast?.message == .fetching(.checked(DataTally(right: 1, wrong: 1))))
    }

    @Test("Signing out stops what comes, and forgets it")
    func signedOut() {
        let story = looking()
        story.press("a")
        story.send(.identity(.signedOut(SignOutReport())))
        #expect(story.effects.contains(.data(.stop)) && story.state.fetching == FetchingState())
    }
}

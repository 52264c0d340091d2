import ArgumentParser
import Crypt4GH
import Foundation
import PortalModel
import PortalViews

/// `portal data verify`: what was fetched into a folder, held against its checksums without the network.
struct DataVerifyCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check again what was fetched into a folder, without the network.",
        discussion: """
            Of each file it is said what was looked at: the checksum of the plain text, for which your key is needed \
            (--key), that of the encrypted body, or, where the archive gave none that is known here, the length alone. \
            Status 9: a checksum or a length is wrong, or a file does not decrypt. Status 1: something is missing, was not \
            fetched to its end, or could not be checked by more than its length.
            """)

    @Argument(help: "The folder that was named with portal data fetch --to.", completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            "Your secret key's file: the plain text is looked at too.", valueName: "file"), completion: .file())
    var key: String?

    @Flag(help: "One JSON object a file (docs/schemas/data-verify.json).")
    var json = false

    @OptionGroup var passphrase: PassphraseOptions

    struct Record: Encodable {
        var file: String
        var dataset: String
        /// `plain`, `encrypted` or `length` for what is right; `wrong`, `part`, `missing` or `unreadable`.
        var state: String
        /// Of the checksum that was looked at.
        var algorithm: String?
        /// What is looked at in words, for people.
        var finding = DataFinding.missing

        enum CodingKeys: String, CodingKey { case file, dataset, state, algorithm }
    }

    func perform() async throws {
        let path = HomePath.expanded(folder, home: Environment.current.home)
        let opened: DataFolder
        do throws(DataFolder.Fault) { opened = try DataFolder(path, creating: false) } catch {
            throw CommandFailure(
                FileWords.refused(.failed(error.code), path: path), error.code == ENOENT ? .notFound : .failed)
        }
        let record: FetchedFolder?
        do { record = try opened.record() } catch {
            throw CommandFailure(FetchWords.journalUnreadable(path: path + "/" + FetchedFolder.name))
        }
        guard let files = record?.files, !files.isEmpty else {
            throw CommandFailure(FetchWords.nothingFetched(path: path), .notFound)
        }
        let secret = try key.map { try KeyPlaces.open(try KeyPlaces($0).secret, passphrase) }
        let records = files.flatMap { Self.records(of: $0, in: opened, secret) }
        let output = CommandOutput(json: json)
        let c = Phrasing.person
        try output.emit(records, as: [.file, .check], none: FetchWords.nothingFetched(path: path)) { record in
            [record.file, c.text(FetchWords.finding(record.finding))]
        }
        let wrong = records.filter { $0.state == "wrong" }.count
        let bad = records.filter { !["plain", "encrypted"].contains($0.state) }.count
        guard bad > 0 else { return output.say(FetchWords.verified(files: records.count, path: path)) }
        output.note(FetchWords.notAllRight(count: bad, of: records.count))
        throw CommandFailure(told: wrong > 0 ? .wrongChecksum : .failed)
    }

    private static func records(of file: FetchedEntry, in folder: DataFolder, _ key: SecretKey?) -> [Record] {
        var records = [Record(file, file.file, DataCheck.finding(of: file, in: folder, key: key))]
        if let plain = file.plain, let finding = DataCheck.findingOfPlainText(of: file, in: folder) {
            records.append(Record(file, plain, finding))
        }
        return records
    }
}

extension DataVerifyCommand.Record {
    fileprivate init(_ fetched: FetchedEntry, _ name: String, _ finding: DataFinding) {
        let (state, algorithm): (String, String?) =
            switch finding {
            case .plain(let algorithm): ("plain", algorithm)
            case .encrypted(let algorithm): ("encrypted", algorithm)
            case .length: ("length", nil)
            case .wrong(_, let algorithm): ("wrong", algorithm)
            case .wrongLength: ("wrong", nil)
            case .isPart: ("part", nil)
            case .missing: ("missing", nil)
            case .unreadable(.wrongKey), .unreadable(.unreadable), .failed: ("unreadable", nil)
            case .unreadable: ("wrong", nil)
            }
        self.init(file: name, dataset: fetched.dataset, state: state, algorithm: algorithm, finding: finding)
    }
}

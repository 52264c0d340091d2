import Crypt4GH
import Glibc
import PortalModel
import PortalViews
import TerminalCanvas

extension FetchWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .archiveOfItsOwn:
            "The demo portal has an archive of its own, and --archive takes an address: leave it out."
        case .noArchive:
            """
            It is not known where this portal's data is: name the archive's download service with --archive, or in the \
            profile's data: {sda: …}. portal data how DATASET tells which ways there are.
            """
        case .namedByCatalogue(let address):
            """
            The catalogue says that the data is at \(address). Your sign-in goes there only when you say so: with --archive \
            \(address), or with data: {sda: \(address)} in the profile.
            """
        case .askWhetherArchive(let address):
            """
            The catalogue says that the data is at \(address). To fetch it your sign-in has to be sent there. Type yes to do \
            so:
            """
        case .notAllowed(let reason):
            "The archive does not allow you this.\(said(reason, c)) portal auth status tells who you are to it."
        case .notAllowedOrNotThere(let dataset, let standing, let reason):
            """
            The archive says of \(dataset) that it is not there, or that you may not have it; it does not say which.\
            \(said(reason, c)) \(words(for: standing, c))
            """
        case .noDatasets: "The archive has no dataset for you. A fresh approval may need a fresh sign-in."
        case .noFiles: "The archive has no files of this dataset."
        case .isOpen: "open"
        case .isNotOpenYet: "not yet at the archive"
        case .missingAtArchive(let datasets):
            """
            Granted by the portal, and not handed out by the archive: \(datasets.joined(separator: ", ")). Either the data is \
            elsewhere (portal data how), or your passport has the approval only later: sign out and in again then.
            """
        case .total(let files, let bytes): "\(c.number(files)) \(files == 1 ? "file" : "files"), \(size(bytes, c))."
        case .jobs: "--jobs takes 1 or 2."
        case .needsFolder: "--to needs a folder."
        case .noSuchFile(let path, let dataset):
            "\(dataset) has no file \(path). portal data list \(dataset) prints what there is."
        case .folderInUse(let path): "Another portal data fetch is at work in \(path). Nothing was changed."
        case .journalUnreadable(let path):
            """
            \(path) cannot be read as what this program wrote: move it away to fetch anew, or take another folder. Nothing \
            was changed.
            """
        case .muchWithoutYes(let bytes): "\(size(bytes, c)) would be fetched: add --yes if that is meant."
        case .askWhetherMuch(let bytes): "\(size(bytes, c)) are to be fetched. Type yes to begin:"
        case .notFetched: "Nothing was fetched."
        case .going(let files):
            "\(files.map { "\($0.name) \(percent($0)) of \(size($0.size, c))" }.joined(separator: "  "))"
        case .fetched(let outcome, let name, let plain, let bytes): fetched(outcome, name, plain, bytes, c)
        case .failed(let fault, let path): "\(path): \(words(for: fault, c))"
        case .done(let files, let path):
            "\(files == 1 ? "The file is" : "All \(c.number(files)) files are") in \(path)."
        case .interrupted(let files, let path):
            """
            Stopped.\(files.map { " \($0.name).part has \(percent($0)) of it." }.joined()) What is in \(path) is kept: the \
            same command goes on there.
            """
        case .notInManifest(let path, let refusal): "\(path) is left out. \(refusal.english)"
        case .manifestNeedsFiles: "--archive is for --manifest."
        case .someMissing(let count, let all, let untried):
            """
            \(c.number(count)) of \(c.number(all)) files \(count == 1 ? "is" : "are") not there\
            \(untried > 0 ? ", and \(c.number(untried)) \(untried == 1 ? "was" : "were") not tried" : ""). The same command goes on with what is missing.
            """
        case .nothingFetched(let path):
            "\(path) has no \(FetchedFolder.name): nothing was fetched into it by portal data fetch."
        case .finding(let finding): "\(words(for: finding, c))"
        case .verified(let files, let path):
            "\(c.number(files)) checked in \(path); nothing is wrong with what was looked at."
        case .notAllRight(let count, let all):
            """
            \(c.number(count)) of \(c.number(all)) not as they should be. The same portal data fetch goes on with \
            what is missing or not whole; what was changed is deleted before, and fetched anew.
            """
        }
    }

    /// A number of bytes for people.
    func size(_ bytes: UInt64, _ c: Phrasing) -> String { c.bytes(Int64(clamping: bytes)) }

    func percent(_ progress: Progress) -> String {
        "\(progress.size == 0 ? 100 : Int(Double(progress.done) / Double(progress.size) * 100)) %"
    }

    private func fetched(
        _ outcome: FetchOutcome, _ name: String, _ plain: String, _ bytes: UInt64, _ c: Phrasing
    ) -> TerminalText {
        switch outcome {
        case .fetched(let finding): "\(name): \(size(bytes, c)) fetched; \(words(for: finding, c))."
        case .decrypted(let finding): "\(name): \(size(bytes, c)), decrypted in \(plain); \(words(for: finding, c))."
        case .wasThere: "\(name): was there already, of the right length; portal data verify looks at checksums."
        }
    }

    private func words(for finding: DataFinding, _ c: Phrasing) -> String {
        switch finding {
        case .plain(let algorithm): "\(algorithm) of the plain text is right\(weakness(of: algorithm))"
        case .encrypted(let algorithm):
            "\(algorithm) of the encrypted body is right\(weakness(of: algorithm)); the plain text was not looked at"
        case .length: "as long as it should be; there was no checksum to look at"
        case .wrong(.plain, let algorithm): "WRONG: \(algorithm) of the plain text is not the archive's"
        case .wrong(.encrypted, let algorithm): "WRONG: \(algorithm) of the encrypted body is not the archive's"
        case .wrongLength(let wanted, let found):
            "WRONG: \(c.number(found)) bytes long instead of \(c.number(wanted))"
        case .isPart(let bytes, let size):
            "not fetched to its end: \(percent(.init(name: "", done: bytes, size: size))) is here"
        case .missing: "missing"
        case .unreadable(.wrongKey): "not encrypted for this key"
        case .unreadable(.unreadable(let code)), .failed(let code):
            "could not be read: \(String(cString: strerror(code)))"
        case .unreadable: "WRONG: it does not decrypt"
        }
    }

    private func weakness(of algorithm: String) -> String {
        algorithm == StreamDigest.weak ? " (it is weak: it tells accidents, and nobody who means to mislead)" : ""
    }

    private func words(for fault: FetchFault, _ c: Phrasing) -> String {
        switch fault {
        case .call(let error) where error.kind == .forbidden:
            """
            not allowed, or not there.\(said(error.reason, c)) A fresh approval may need a fresh sign-in, since the passport has \
            it only later.
            """
        case .call(let error):
            "\(c.text(FailureWords.call(error))) What came of it is kept; the same command goes on."
        case .name(let refusal): "not fetched. \(refusal.english)"
        case .isThere(let name):
            "not fetched: \(name) is there, and was not fetched as this file. It was left as it is."
        case .differs(let name, .here):
            """
            \(name) was changed or cut since it was fetched, and was left as it is: move it away, and the same command fetches it \
            anew.
            """
        case .differs(let name, .atArchive(let kept, let listed)):
            """
            the archive has another file now, \(kept == listed ? "with another checksum" : lengths(kept, listed, c)). \
            \(name) is what was fetched before and was left as it is: move it away, and the same command fetches the new one.
            """
        case .disk(let fault, let kept) where [ENOSPC, EDQUOT].contains(fault.code):
            """
            \(fault.code == ENOSPC ? "the disk is full" : "your quota is used up").\
            \(kept.map { " What came is kept in \($0)." } ?? "") With room again the same command goes on.
            """
        case .disk(let fault, let kept):
            """
            could not be written: \(String(cString: strerror(fault.code))).\(kept.map { " What came is kept in \($0)." } ?? "")
            """
        case .changes: "the archive gives another file each time; try again later."
        case .wrongLength(let listed, let given):
            """
            the archive lists \(c.number(listed)) bytes and gives \(given.map { c.number($0) } ?? "more"): it may have changed \
            since. The same command asks for the list anew, goes on with what is kept where that belongs to the file, and \
            begins anew where not. If it stays so, tell who runs the archive.
            """
        case .wrongPlainLength(let listed, let given):
            """
            WRONG: the plain text has \(c.number(given)) bytes instead of \(c.number(listed)). The encrypted file stays, the \
            plain text was removed. Tell who runs the archive.
            """
        case .wrongChecksum(.encrypted, let algorithm):
            "WRONG: \(algorithm) of what came is not the one that the archive says. It was removed; try again."
        case .wrongChecksum(.plain, let algorithm):
            """
            WRONG: \(algorithm) of the plain text is not the one that the archive says. The encrypted file stays, the plain \
            text was removed. Tell who runs the archive.
            """
        case .crypt(.wrongKey): "it is encrypted for another key: with --key the key that it was fetched for."
        case .crypt(.unreadable(let code)): "could not be read back: \(String(cString: strerror(code)))."
        case .crypt: "WRONG: it does not decrypt. The encrypted file stays; remove it to fetch it anew."
        }
    }

    // MARK: - Beside a refusal

    /// The archive's own words, behind a sentence: they may tell which visa or which term is missing.
    func said(_ reason: Reason?, _ c: Phrasing) -> String {
        reason.map { " Its words: “\(c($0).singleLine.plain)”." } ?? ""
    }

    func words(for standing: AccessStanding, _ c: Phrasing) -> String {
        switch standing {
        case .granted:
            """
            The portal has your access to it. Archives go by the visas of your passport (portal passport), which has a fresh \
            approval only later: sign out and in again, and try again in an hour.
            """
        case .notGranted:
            """
            The portal knows of no access of yours to it under this name (portal entitlements). After a fresh approval, sign \
            out and in again: the archive goes by your passport, which has it only later.
            """
        case .unknown(let error) where error.kind == .signedOut:
            "At the portal you are signed out, so that it cannot tell whether you have access: sign in with portal login."
        case .unknown(let error):
            "Whether you have access could not be asked: \(c.text(error)) Try again when the portal answers."
        }
    }

    func lengths(_ kept: UInt64, _ listed: UInt64, _ c: Phrasing) -> String {
        "of \(c.number(listed)) bytes instead of \(c.number(kept))"
    }
}

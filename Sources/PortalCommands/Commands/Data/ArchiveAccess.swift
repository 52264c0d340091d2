import ArgumentParser
import Foundation
import PortalModel
import PortalServices

/// Which archive is meant.
struct ArchiveOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The archive's download service, such as https://download.example.org; it gets your sign-in. Left out: the \
            profile's data: {sda: …}.
            """, valueName: "address"))
    var archive: String?
}

/// The archive that a command asks, and what it says of refusals.
struct ArchiveAccess: Sendable {
    let client: ArchiveClient
    let portal: CommandPortal

    /// Lets a command work with the archive, and closes its connections.
    ///
    /// - Parameter dataset: that is asked about; nil for all.
    static func with(
        _ options: ArchiveOptions, of dataset: String?, at portal: CommandPortal,
        _ body: @Sendable (ArchiveAccess) async throws -> Void
    ) async throws {
        let address = try await address(options, of: dataset, at: portal)
        guard let client = try await portal.portal.connection.archive(at: address) else {
            throw CommandFailure(FetchWords.noArchive, .usage)
        }
        let access = ArchiveAccess(client: client, portal: portal)
        let result: Result<Void, any Error>
        do { result = .success(try await body(access)) } catch let error as PortalError where error.kind == .forbidden {
            result = .failure(await access.refusal(of: dataset, error))
        } catch { result = .failure(error) }
        await client.shutdown()
        try result.get()
    }

    /// What was named, on the command line or in the profile. An address that stands in the catalogue only is nobody's that
    /// the person trusts: the sign-in goes there when the person says so.
    private static func address(
        _ options: ArchiveOptions, of dataset: String?, at portal: CommandPortal
    ) async throws -> String? {
        if let named = options.archive {
            guard !named.isEmpty, portal.profile.place != .demo else {
                throw CommandFailure(FetchWords.archiveOfItsOwn, .usage)
            }
            return named
        }
        if let named = portal.profile.data[.sda] { return named }
        guard let dataset, portal.profile.place != .demo,
            let detail = try await detail(of: dataset, at: portal),
            let found = DataWays(of: dataset).all(detail.distributions, configured: []).first(where: { $0.kind == .sda }
            ),
            let address = found.address
        else { return nil }
        let output = CommandOutput()
        guard output.canAsk else { throw CommandFailure(FetchWords.namedByCatalogue(address: address), .usage) }
        output.say(FetchWords.askWhetherArchive(address: address))
        guard readLine()?.trimmingSpaces.lowercased() == "yes" else {
            throw CommandFailure(FetchWords.namedByCatalogue(address: address), .usage)
        }
        return address
    }

    /// - Returns: nil where the catalogue does not have it.
    /// - Throws: why it could not be asked: whether it names an archive is not known then.
    private static func detail(
        of dataset: String, at portal: CommandPortal
    ) async throws(PortalError) -> DatasetDetail? {
        do throws(PortalError) { return try await DatasetByName(dataset, at: portal.portal).detail } catch {
            guard error.kind == .notFound else { throw error }
            return nil
        }
    }

    /// The files of a dataset, by what archives call it or by the catalogue's id.
    ///
    /// - Returns: what archives call it, too.
    func files(of dataset: String) async throws -> (dataset: String, files: [ArchiveFile]) {
        do throws(PortalError) { return (dataset, try await client.files(of: dataset)) } catch {
            // An archive says of an id that is not its own what it says of one that is not the person's.
            guard [.forbidden, .notFound].contains(error.kind),
                let other = try? await DatasetByName(dataset, at: portal.portal).identifier, other != dataset
            else { throw error }
            do throws(PortalError) { return (other, try await client.files(of: other)) } catch {
                throw error.kind == .forbidden ? await refusal(of: other, error) : CommandFailure(error)
            }
        }
    }

    /// Not allowed and not there are one to an archive. What the portal says of it helps to tell them apart.
    ///
    /// - Parameter error: the archive's, whose words may tell which visa or which term is missing.
    func refusal(of dataset: String?, _ error: PortalError) async -> CommandFailure {
        guard let dataset else { return CommandFailure(FetchWords.notAllowed(says: error.reason), .authentication) }
        let standing: AccessStanding
        do throws(PortalError) {
            let (entitlements, now) = (try await portal.access.entitlements(), Date())
            let isGranted = entitlements.contains { entitlement in
                entitlement.datasetIdentifier == dataset && (entitlement.end ?? .distantFuture) > now
            }
            standing = isGranted ? .granted : .notGranted
        } catch {
            standing = .unknown(error)
        }
        return CommandFailure(
            FetchWords.notAllowedOrNotThere(dataset: dataset, standing, says: error.reason), .authentication)
    }
}

/// Whether the portal has granted what an archive refuses.
enum AccessStanding: Sendable {
    case granted
    case notGranted
    /// It could not be asked.
    case unknown(PortalError)
}

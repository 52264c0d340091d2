import ArgumentParser
import Foundation
import PortalModel
import PortalStorage

/// What the shell may complete besides the command line's own words, from files of this machine alone.
///
/// A completion has no place for a message: what cannot be read completes nothing.
enum LocalNames {
    package static let profiles = CompletionKind.custom { _, _, _ in allProfiles }
    static let profilesAndGroups = CompletionKind.custom { _, _, _ in allProfiles + allGroups }
    static let basket = CompletionKind.custom { words, _, _ in names(words)?.basket ?? [] }
    static let requests = CompletionKind.custom { words, _, _ in names(words)?.requests ?? [] }
    static let filters = CompletionKind.custom { words, _, _ in names(words)?.filterKeys ?? [] }
    /// `--facet KEY=`: the value is typed by hand.
    static let facets = CompletionKind.custom { words, _, _ in (names(words)?.filterKeys ?? []).map { $0 + "=" } }

    private static let environment = Environment(variables: ProcessInfo.processInfo.environment)

    private static var allProfiles: [String] {
        let kept = (try? Profiles(directory: environment.configurationDirectory))?.all.map(\.name) ?? []
        return kept.contains(Profile.demo.name) ? kept : kept + [Profile.demo.name]
    }

    private static var allGroups: [String] {
        (try? Profiles(directory: environment.configurationDirectory))?.groups.keys.sorted() ?? []
    }

    /// - Parameter words: the command line as far as it is typed.
    private static func names(_ words: [String]) -> RememberedNames? {
        guard let profile = profile(in: words) else { return nil }
        return try? RememberedNames(profile: profile, in: .standard(environment: environment.variables))
    }

    package static func profile(in words: [String]) -> String? {
        if words.contains("--demo") { return Profile.demo.name }
        if let place = words.firstIndex(of: "--profile"), words.indices.contains(place + 1) { return words[place + 1] }
        if let word = words.first(where: { $0.hasPrefix("--profile=") }) {
            return String(word.dropFirst("--profile=".count))
        }
        let profiles = try? Profiles(directory: environment.configurationDirectory)
        return (try? profiles?.profile(named: environment["PORTAL_PROFILE"]))??.name
    }
}

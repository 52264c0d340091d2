/// The command lines that most people start the full screen with, understood without the argument parser: it looks up
/// every type that it meets, which is a quarter of the time until the first screen.
package enum PlainStart {
    /// What `portal` and `portal --demo` mean, as the parser would say; nil for every other command line.
    ///
    /// - Parameter words: the command line without the program's name.
    package static func meaning(of words: some Collection<String>) -> (PortalFlags, BrowseOptions)? {
        guard let first = words.first else { return (PortalFlags(onlyDemo: false), BrowseOptions.standard) }
        guard first == "--demo", words.count == 1 else { return nil }
        return (PortalFlags(onlyDemo: true), BrowseOptions.standard)
    }
}

extension PortalFlags {
    /// Each has to be set: one that was never parsed cannot be read.
    fileprivate init(onlyDemo: Bool) {
        self.init()
        demo = onlyDemo
        (ephemeral, insecureHTTP) = (false, false)
        (catalogue, decisionDelay, profile) = (nil, nil, nil)
        (discovery, discoveryDialect, access, accessDialect) = (nil, nil, nil, nil)
        (issuer, clientID, caFile, envFile) = (nil, nil, nil, nil)
        (logLevel, logFormat) = (nil, nil)
    }
}

extension BrowseOptions {
    fileprivate static var standard: BrowseOptions {
        var options = BrowseOptions()
        (options.ascii, options.noMouse) = (false, false)
        (options.theme, options.selection) = (nil, nil)
        return options
    }
}

import PortalModel

/// What the program's own page has besides its options.
enum ManualSections {
    static func keys(in page: inout Troff) {
        page.heading("KEYS")
        page.text(
            "On the screen ? shows what can be done at a place. Other keys can be given in config.yaml, by the names that "
                + "portal keys prints.")
        for context in KeyMap.standard.contexts {
            let bindings = KeyMap.standard.bindings.filter { $0.contexts.contains(context) && !$0.keys.isEmpty }
            guard !bindings.isEmpty else { continue }
            page.macro("SS", context.title)
            for binding in bindings {
                page.item(
                    binding.keys.map { Troff.bold($0.word) }.joined(separator: ", "),
                    binding.help + (binding.isDestructive ? " Asks first." : ""))
            }
        }
    }

    package static func environment(in page: inout Troff) {
        page.heading("ENVIRONMENT")
        for entry in variables { page.item(Troff.bold(entry.name), entry.meaning) }
    }

    static func files(in page: inout Troff) {
        page.heading("FILES")
        for entry in places { page.item(Troff.italic(entry.path), entry.meaning) }
    }

    static func exitStatus(in page: inout Troff) {
        page.heading("EXIT STATUS")
        for entry in statuses { page.item(Troff.bold(entry.status), entry.meaning) }
    }

    /// Every variable of ours, and those of others that are heeded.
    static let variables: [(name: String, meaning: String)] =
        [("PORTAL_PROFILE", "Stands for --profile.")]
        + AskedSettings.variables.map { variable in
            let option = variable.dropFirst("PORTAL_".count).lowercased().replacing("_", with: "-")
            return (variable, "Stands for --\(option).")
        } + [
            ("PORTAL_TOKEN", "A ready access token."),
            ("PORTAL_CLIENT_SECRET", "Of a service that calls for itself."),
            ("PORTAL_REMS_KEY", "The key of a REMS."), ("PORTAL_REMS_USER", "In whose name the key of a REMS is used."),
            ("PORTAL_CKAN_TOKEN", "The token of a CKAN."),
            ("PORTAL_UNLOCK_FD", "The descriptor that the passphrase of the lock is read from."),
            ("C4GH_SECRET_KEY", "Your secret key of Crypt4GH."),
            ("C4GH_PUBLIC_KEY", "The public key that belongs to it."),
            ("PORTAL_LOG_LEVEL", "Stands for --log-level."), ("PORTAL_LOG_FORMAT", "Stands for --log-format."),
            ("NO_COLOR", "No colours, whatever its value."),
            ("PAGER", "What documents are read in; less, else more, when it is not set."),
            ("PORTAL_LINEAR", "Results as lines to be read aloud, as --linear."),
            ("NO_MOTION", "Nothing moves by itself, whatever its value."),
            ("COLORFGBG", "Whether the terminal is light or dark, where it does not answer when it is asked."),
            ("VISUAL", "The editor for long texts; before EDITOR."), ("EDITOR", "The editor for long texts."),
            ("HTTPS_PROXY", "And HTTP_PROXY, ALL_PROXY, NO_PROXY: proxies, as curl takes them."),
            ("SSL_CERT_FILE", "And SSL_CERT_DIR: certificate authorities."),
        ]

    package static let places: [(path: String, meaning: String)] = [
        ("$XDG_CONFIG_HOME/portal/config.yaml", "The configuration; by default below ~/.config. Never written."),
        ("$XDG_CONFIG_HOME/portal/profiles.d/", "Portals that were set up with the program."),
        ("$XDG_DATA_HOME/portal/", "Drafts and basket of each portal, and sign-ins; by default below ~/.local/share."),
        ("$XDG_CACHE_HOME/portal/", "Answers that were kept; may be deleted. By default below ~/.cache."),
        ("$XDG_STATE_HOME/portal/portal.log", "What failed; by default below ~/.local/state."),
        ("~/.c4gh/key", "Your secret key of Crypt4GH; the public one is key.pub beside it."),
    ]

    static let statuses: [(status: String, meaning: String)] = [
        ("0", "Done."), ("1", "Failed."), ("2", "The command line is wrong, or no portal is set up."),
        ("3", "There is no such dataset, request, filter or file."),
        ("4", "Not signed in, not allowed, or not the right key."),
        ("5", "Network or service."), ("6", "Something is missing or wrong in a request."),
        ("130", "Stopped by Ctrl-C; other signals end it with 128 and their number."),
    ]
}

import Foundation
import Logging
import PortalCommands
import PortalModel
import PortalServices
import PortalStorage
import PortalViews
import TerminalBackend
import TerminalCanvas

/// The running program: joins the store with the terminal, the services and the disk. No decision is made here.
@UI
final class PortalProgram {
    struct Settings: Sendable {
        var portal: PortalSettings
        var characters: CharacterSupport
        var locale: LocaleChoice
        var screen = ScreenSettings()
        var usesMouse: Bool
        var showsSelectionBar: Bool

        var environment: Environment { portal.environment }
    }

    let settings: Settings
    let store: Store
    let view: ViewContext
    private var frame: Frame
    var session: TerminalSession?
    var runner: EffectRunner?
    var connection: PortalConnection?
    var portal: PreparedPortal?
    private var timers: [TimerID: UITimer] = [:]
    var exitCode: Int32 = 0
    var isLeaving = false
    /// What is said on the shell's screen, when the program's own is gone.
    var lastWords: [Reason] = []
    let logger: Logger
    let meter: UsageMeter
    let shelf: PortalShelf
    /// Counts the portals that were open: what comes of an earlier one is not taken.
    var generation = 0
    /// The one that was opened first: the environment's keys and tokens are meant for it.
    var firstPortal: Profile?
    /// Drafts and baskets of portals that were left and are kept in memory alone, by the profile's name.
    var inMemory: [String: DraftsOnDemand] = [:]
    /// Counts the lists of portals that were asked for: an older one that comes later is not shown.
    var listings = 0
    /// The portals that are searched together.
    var together = SearchedTogether()

    private init(settings: Settings, screen: NcursesScreen) {
        self.settings = settings
        let terminal = TerminalState(
            columns: screen.size.columns, rows: screen.size.rows, showsSelectionBar: settings.showsSelectionBar,
            usesMouse: settings.usesMouse, isStill: !settings.screen.hasMotion)
        let languages = settings.environment.languages
        let language = Language(preferring: languages)
        let keys = settings.screen.keyMap.translated(into: language)
        store = Store(
            state: AppState(now: Date(), terminal: terminal, languages: languages, keys: keys),
            now: { Date() })
        view = ViewContext(
            language: language, glyphs: settings.characters == .ascii ? .ascii : .unicode, keyMap: keys)
        frame = Frame(columns: screen.size.columns, rows: screen.size.rows)
        shelf = PortalShelf(settings.portal)
        meter = settings.portal.meter
        logger = FileLog.logger(
            directory: settings.environment.stateDirectory, settings: settings.portal.configuration.log)
    }

    /// Takes the terminal, runs until the person quits or a signal ends the program, and gives the exit status.
    ///
    /// Call it on the main thread, which becomes the thread of the user interface.
    nonisolated static func run(profile: Profile?, settings: Settings) throws -> Int32 {
        if let status = settings.portal.unlockOrTell() { return status }
        let prepared = try profile.map { try PreparedPortal($0, settings: settings.portal) }
        try prepared?.drafts.openForScreen()
        let run = Run()
        Task { @UI in
            do {
                run.program = try begin(prepared, settings: settings)
            } catch {
                run.failure = error
                UI.executor.stop()
            }
        }
        try UI.executor.run()
        return try UI.assumeIsolated {
            if let failure = run.failure { throw failure }
            return run.program?.exitCode ?? LaunchFailure.failed
        }
    }

    /// Keeps the program while the loop runs, or why it could not begin.
    @UI
    private final class Run {
        var program: PortalProgram?
        var failure: (any Error)?

        nonisolated init() {}
    }

    private static func begin(_ prepared: PreparedPortal?, settings: Settings) throws -> PortalProgram {
        let screen: NcursesScreen
        let background = BackgroundGuess(settings.screen.theme, environment: settings.environment)
        let hasColors = settings.environment["NO_COLOR"] == nil && settings.screen.theme != .mono
        do {
            screen = try NcursesScreen(
                ScreenOptions(
                    mouse: settings.usesMouse, colors: hasColors, theme: background.theme,
                    followsBackground: background.asks,
                    characters: settings.characters, crashWords: Phrasing.person.text(LaunchWords.crashed),
                    steadyCursor: !settings.screen.hasMotion))
        } catch let refusal as TerminalCheck.Refusal {
            throw LaunchFailure(LaunchWords.noScreen(refusal))
        }
        let program = PortalProgram(settings: settings, screen: screen)
        program.store.perform = { [unowned program] in program.perform($0) }
        program.session = try TerminalSession(
            screen: screen,
            handlers: TerminalSession.Handlers(
                onInput: { [unowned program] inputs in for input in inputs { program.send(program.meaning(of: input)) }
                },
                draw: { [unowned program] size in program.draw(size) },
                beforeStop: { [unowned program] in program.saveNow() },
                onEnd: { [unowned program] end in program.end(end) }))
        screen.askForBackground()
        let standIn = program.logStandIns(for: screen.description)
        if let prepared {
            program.open(prepared, saying: standIn)
        } else {
            program.say(standIn)
        }
        return program
    }

    /// Something happened: the state changes and is drawn when all that waits is handled.
    func send(_ action: AppAction) {
        store.send(action)
        session?.setNeedsFrame()
    }

    /// What a portal has answered; it may have been left meanwhile.
    private func send(_ action: AppAction, of generation: Int) {
        if generation == self.generation { send(action) }
    }

    /// A click is on what the last frame showed.
    private func meaning(of input: TerminalInput) -> AppAction {
        guard case .mouse(let event) = input, event.kind == .press || event.kind == .doubleClick,
            let target = view.target(column: event.column, row: event.row)
        else { return .input(input) }
        return .clicked(target, event.kind)
    }

    private func draw(_ size: Size) -> Frame {
        meter.countFrame()
        if frame.buffer.columns != size.columns || frame.buffer.rows != size.rows {
            frame = Frame(columns: size.columns, rows: size.rows)
        }
        RootView.draw(store.state, into: frame, context: view)
        let fitted = store.state.textFits
        if let extent = view.scrollExtent,
            extent.maximumOffset != store.state.scrollLimit || (extent.maximumOffset == 0) != fitted
        {
            // Bounds later scrolling; of this frame the footer alone changes, where it says that there is more.
            store.send(.measured(extent))
            if store.state.textFits != fitted { RootView.draw(store.state, into: frame, context: view) }
        }
        return frame
    }

    // MARK: - The portal

    /// Goes on with a portal: what is on disk first, everything else behind it.
    func open(_ portal: PreparedPortal, saying first: [Reason] = []) {
        connection = portal.connection
        self.portal = portal
        firstPortal = firstPortal ?? portal.profile
        var services = portal.services
        let files = LocalFiles(environment: settings.environment)
        services.files = files.service
        services.documents = RequestDocuments(files: files, languages: settings.environment.languages).service
        services.documents.exportComparison = { comparison, format, path throws(PortalError) in
            try await files.service.keepAs(path, comparison.file(as: format))
        }
        services.documents.exportCollection =
            CollectionFiles(
                files: files, discovery: services.discovery, mirror: services.mirror.discovery
            ).write
        runner = EffectRunner(
            services: services,
            makeID: { UUID().uuidString.lowercased() },
            deliver: { [generation] action in Task { @UI [weak self] in self?.send(action, of: generation) } })
        send(.portalOpened(.success(portal.info)))
        send(.started(portal.loadStart()))
        let leftovers = ExternalEditor(environment: settings.environment).leftovers
        say(first + leftovers + portal.notes)
        Task { @UI [weak self, generation, announcements = portal.connection.announcements] in
            for await announcement in announcements { self?.send(announcement, of: generation) }
        }
        guard let session = portal.login.session else { return }
        session.onLostRenewal { [generation] reason in
            Task { @UI [weak self] in self?.send(.noted(reason), of: generation) }
        }
        Task { @UI [weak self, generation, found = session.found] in
            for await account in found { self?.send(.identity(.signedInElsewhere(account)), of: generation) }
        }
    }

    // MARK: - Effects

    private func perform(_ effect: Effect) {
        switch effect {
        case .host(let work): perform(work)
        case .portals(let work): perform(work)
        case .read, .cancelRead, .tryAtOnce, .write, .disk, .file, .identity, .searches, .mirror, .data, .makeDraftID:
            runner?.run(effect)
        }
    }

    private func perform(_ work: HostWork) {
        switch work {
        case .startTimer(let id, let milliseconds): startTimer(id, milliseconds)
        case .stopTimer(let id): timers.removeValue(forKey: id)?.cancel()
        case .copy(let text): copy(text)
        case .copyWords(let message): copy(view.text(message))
        case .edit(let field, let text): edit(field, text)
        case .page(let document): page(document)
        case .askForKey(let isNew): askForKey(isNew: isNew)
        case .follow: connection?.follow()
        case .stopFollowing: connection?.stopFollowing()
        case .ring(let message, let movements): ring(message, movements)
        case .redraw: session?.redraw()
        case .suspend: session?.suspend()
        case .setMouse(let isOn): session?.screen.setMouse(isOn)
        case .finishWriting: finishWriting()
        case .quit: quit()
        }
    }

    private func startTimer(_ id: TimerID, _ milliseconds: Int) {
        timers[id]?.cancel()
        let reading = id == .clearToast ? store.state.toast.map(view.readingTime) : nil
        let milliseconds = reading ?? milliseconds
        timers[id] = EventSources.shared.schedule(at: .now + .milliseconds(milliseconds)) { [weak self] in
            guard let self else { return }
            timers[id] = nil
            guard id == .previewRest, let session else { return send(.timerFired(id)) }
            // What is beside the list waits until the line has carried the list.
            session.whenLineIsIdle { [weak self] in
                // Started anew meanwhile: the cursor moves again.
                if let self, timers[id] == nil { send(.timerFired(id)) }
            }
        }
    }

    private func copy(_ text: String) {
        let clipboard = Clipboard(environment: settings.environment)
        guard let sequence = clipboard.sequence(for: text) else {
            send(.clipboardUnavailable(text))
            return
        }
        session?.screen.send(control: sequence)
        send(.copied(bytes: text.utf8.count))
    }

    private func page(_ document: PagedDocument) {
        guard let session else { return }
        let pager = Pager(environment: settings.environment)
        let text = pager.text(of: document, languages: settings.environment.languages, in: view)
        Task { @UI in
            let failure = await session.lend { await pager.show(text) }
            send(.pagerClosed(failure))
        }
    }

    private func askForKey(isNew: Bool) {
        guard let session, let portal else { return }
        Task { @UI [generation] in
            var failure: PortalError?
            await session.lend {
                do throws(PortalError) { try await portal.askForKey(isNew: isNew) } catch { failure = error }
            }
            send(.data(.keyAnswered(failure)), of: generation)
        }
    }

    private func edit(_ field: FieldID, _ text: String) {
        guard let session else { return }
        let editor = ExternalEditor(environment: settings.environment)
        Task { @UI in
            let result = await session.lend { await editor.edit(text) }
            send(.editorClosed(field, result))
        }
    }
}

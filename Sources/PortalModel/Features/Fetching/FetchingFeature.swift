import FoundationEssentials

/// The data of a dataset: looked for when it is opened, and fetched file by file.
extension AppState {
    mutating func showData(of datasets: [String]) -> [Effect] {
        guard let first = datasets.first else { return [] }
        overlay = .fetching
        fetching.datasets = datasets
        return showData(DataQuestion(dataset: first))
    }

    private mutating func showData(_ question: DataQuestion) -> [Effect] {
        // What is under way keeps the folder and the archive that the person has named for it.
        let known = fetching.running.map(\.job.question) ?? fetching.shown
        let question = known?.dataset == question.dataset ? known ?? question : question
        if fetching.shown != question { fetching.selection = 0 }
        fetching.shown = question
        fetching.data = nil
        return look()
    }

    mutating func showNextData() -> [Effect] {
        guard let shown = fetching.shown, let place = fetching.datasets.firstIndex(of: shown.dataset) else { return [] }
        return showData(DataQuestion(dataset: fetching.datasets[(place + 1) % fetching.datasets.count]))
    }

    mutating func look() -> [Effect] {
        guard let shown = fetching.shown else { return [] }
        fetching.problem = nil
        fetching.isChecking = false
        fetching.lookingSince = now
        return [.data(.look(shown))] + tick()
    }

    mutating func checkData() -> [Effect] {
        guard let shown = fetching.shown else { return [] }
        fetching.isChecking = true
        fetching.lookingSince = now
        return [.data(.check(shown))] + tick()
    }

    // MARK: - Fetching

    /// - Parameter all: every file of the dataset that is not here; else the one under the cursor.
    mutating func fetchData(all: Bool) -> [Effect] {
        guard let shown = fetching.shown, let data = fetching.data else { return [] }
        let files: [DataFile]
        if all {
            files = data.files.filter { !isDone($0.standing) && !fetching.isAwaited($0.file.id) }
        } else if case .file(let index) = fetching.row {
            files = [data.files[index]].filter { !fetching.isAwaited($0.file.id) }
        } else {
            files = []
        }
        guard !files.isEmpty else { return show(.information, .fetching(.allHere)) }
        let job = DataJob(
            shown, files: files.map(\.file), of: data.files.map(\.file), decrypts: fetching.decrypts,
            into: data.folder, isAll: all)
        let missing = files.reduce(UInt64(0)) { sum, file in
            let here: UInt64 =
                switch file.standing {
                case .part(let bytes): min(bytes, file.file.size)
                case .encrypted, .decrypted: file.file.size
                case .absent, .failed: 0
                }
            let (more, isTooMuch) = sum.addingReportingOverflow(file.file.size - here)
            return isTooMuch ? .max : more
        }
        if missing > DataJob.much {
            fetching.isBehind = true
            overlay = .confirm(
                Confirmation(
                    subject: .fetchMuch(job), question: .fetching(.askMuch(bytes: missing)), word: "fetch"))
            return []
        }
        return prepare(job)
    }

    mutating func confirmedFetch(_ job: DataJob) -> [Effect] {
        fetching.isBehind = false
        overlay = .fetching
        return prepare(job)
    }

    /// Data is encrypted for a key, and read with it.
    private mutating func prepare(_ job: DataJob) -> [Effect] {
        guard let data = fetching.data else { return [] }
        switch data.key.state {
        case .none: return show(.warning, .fetching(.noKey(path: data.key.path)))
        case .unusable: return show(.warning, .fetching(.keyUnusable(path: data.key.path)))
        case .locked where job.decrypts:
            fetching.wanted = job
            return [.host(.askForKey(isNew: false))]
        case .locked, .open: return begin(job)
        }
    }

    private func isDone(_ standing: FileStanding) -> Bool {
        switch standing {
        case .absent, .part, .failed: false
        case .encrypted: !fetching.decrypts
        case .decrypted: true
        }
    }

    private mutating func begin(_ job: DataJob) -> [Effect] {
        guard fetching.running == nil else {
            fetching.queue.append(job)
            return []
        }
        fetching.running = FetchingState.Running(job: job)
        return [.data(.fetch(job))]
    }

    mutating func stopFetching() -> [Effect] {
        guard fetching.running != nil else { return [] }
        fetching.running?.isStopping = true
        fetching.queue = []
        return [.data(.stop)]
    }

    /// Nothing of a portal's data is anybody's business when its person has left.
    mutating func forgetFetching() -> [Effect] {
        let effects = stopFetching()
        if overlay == .fetching { overlay = nil }
        fetching = FetchingState()
        return effects
    }

    // MARK: - What the person says of it

    /// It gets the sign-in, so that it is asked first.
    mutating func askBeforeArchive() -> [Effect] {
        guard let address = fetching.data?.unconfirmed else { return [] }
        fetching.isBehind = true
        overlay = .confirm(
            Confirmation(
                subject: .askArchive(address), question: .fetching(.askArchive(address: address)), word: "send"))
        return []
    }

    mutating func confirmedArchive(_ address: String) -> [Effect] {
        fetching.isBehind = false
        overlay = .fetching
        fetching.shown?.archive = address
        return look()
    }

    mutating func nameDataFolder() -> [Effect] {
        fetching.naming = fetching.data.map { TextBuffer($0.folder) }
        return []
    }

    mutating func takeDataFolder() -> [Effect] {
        guard let typed = fetching.naming?.text.trimmingSpaces else { return [] }
        fetching.naming = nil
        guard !typed.isEmpty, typed != fetching.data?.folder else { return [] }
        fetching.shown?.folder = typed
        return look()
    }

    // MARK: - What came of it

    mutating func dataEvent(_ event: DataEvent) -> [Effect] {
        switch event {
        case .found(let question, let result):
            guard question == fetching.shown else { return [] }
            return found(question, result)
        case .told(let question, let news):
            guard fetching.running?.job.question == question else { return [] }
            fetching.running?.standings[news.file] = news.standing
            put([news.file: news.standing], of: question)
            return []
        case .ended(let question, let failure):
            guard fetching.running?.job.question == question else { return [] }
            return ended(failure)
        case .checked(let question, let result):
            guard question == fetching.shown else { return [] }
            return checked(question, result)
        case .keyAnswered(let failure): return keyAnswered(failure)
        }
    }

    private mutating func found(_ question: DataQuestion, _ result: Result<DatasetData, PortalError>) -> [Effect] {
        fetching.lookingSince = nil
        switch result {
        case .success(let data):
            fetching.data = data
            if let running = fetching.running { put(running.standings, of: running.job.question) }
            fetching.selection = min(fetching.selection, max(fetching.rows.count - 1, 0))
            return record(data.failure)
        case .failure(let error):
            fetching.problem = error
            return record(error)
        }
    }

    private mutating func put(_ standings: [String: FileStanding], of question: DataQuestion) {
        guard question == fetching.shown, let files = fetching.data?.files else { return }
        for (index, file) in files.enumerated() {
            if let standing = standings[file.file.id] { fetching.data?.files[index].standing = standing }
        }
    }

    private mutating func ended(_ failure: PortalError?) -> [Effect] {
        guard let running = fetching.running else { return [] }
        fetching.running = nil
        let failed =
            fetching.failedBefore + running.standings.values.count { if case .failed = $0 { true } else { false } }
        let files = fetching.filesBefore + running.job.files.count
        let goesOn = failure == nil && !fetching.queue.isEmpty
        (fetching.failedBefore, fetching.filesBefore) = goesOn ? (failed, files) : (0, 0)
        if let failure {
            fetching.queue = []
            guard failure.kind != .cancelled else { return show(.information, .fetching(.stopped)) }
            return show(failure, kept: .fetching(.partKept))
        }
        if goesOn { return begin(fetching.queue.removeFirst()) }
        return failed == 0
            ? show(.success, .fetching(.done(files: files)))
            : show(.warning, .fetching(.someFailed(count: failed, of: files)))
    }

    private mutating func checked(
        _ question: DataQuestion, _ result: Result<[String: FileStanding], PortalError>
    ) -> [Effect] {
        fetching.lookingSince = nil
        fetching.isChecking = false
        switch result {
        case .success(let standings):
            put(standings, of: question)
            let tally = DataTally(standings.values)
            return show(tally.isAllRight ? .information : .warning, .fetching(.checked(tally)))
        case .failure(let error): return show(error)
        }
    }

    private mutating func keyAnswered(_ failure: PortalError?) -> [Effect] {
        let job = fetching.wanted
        fetching.wanted = nil
        if let failure { return show(failure) }
        fetching.data?.key.state = .open
        return job.map { begin($0) } ?? look()
    }
}

/// What is typed in a shell for what the screen does.
extension AppState {
    /// For what has the cursor: a file, a way to the data, or one of its lines.
    var lineUnderCursor: String? {
        guard let data = fetching.data, let shown = fetching.shown else { return nil }
        switch fetching.row {
        case .file(let index):
            return line(fetching: [data.files[index].file], shown, into: data.folder, decrypts: fetching.decrypts)
        case .way(let index): return data.ways[index].address ?? data.ways[index].lines.first
        case .line(let way, let index): return data.ways[way].lines[index]
        case nil: return nil
        }
    }

    /// What is said when the program ends while files come: what goes on with them and with what is queued behind them, a
    /// line for each dataset and folder. Empty where none do.
    public var linesToGoOn: [String] {
        guard let running = fetching.running?.job else { return [] }
        var jobs: [DataJob] = []
        for job in [running] + fetching.queue {
            if let place = jobs.firstIndex(where: { $0.question == job.question && $0.decrypts == job.decrypts }) {
                jobs[place].files += job.files
                jobs[place].isAll = jobs[place].isAll || job.isAll
            } else {
                jobs.append(job)
            }
        }
        return jobs.map { job in
            // What is here already is passed over, so that all of it is one short line.
            let isAll = job.isAll || job.files.count >= job.all.count
            return line(
                fetching: isAll ? [] : job.files, job.question, into: job.folder, decrypts: job.decrypts)
        }
    }

    private func line(
        fetching files: [ArchiveFile], _ question: DataQuestion, into folder: String, decrypts: Bool
    ) -> String {
        var words = ["portal data fetch", DataWays.quoted(question.dataset)]
        words += files.map { DataWays.quoted($0.path) }
        words += ["--to", DataWays.quoted(folder)]
        if decrypts { words.append("--decrypt") }
        if let archive = question.archive { words += ["--archive", DataWays.quoted(archive)] }
        words += profile?.flags ?? []
        return words.joined(separator: " ")
    }
}

extension AppState {
    /// The title of the dataset whose data are shown, as far as a request names it; else its identifier.
    public var titleOfData: String? {
        guard let dataset = fetching.shown?.dataset else { return nil }
        let access = GrantedAccess(
            Entitlement(datasetIdentifier: dataset), among: requests.applications, languages: languages)
        return access.title.isEmpty ? dataset : access.title
    }
}

extension AppState {
    /// The forms in which the catalogue gives out the description of the dataset on the screen.
    mutating func chooseExport() -> [Effect] {
        guard let id = browser.detail?.id else { return [] }
        overlay = .menu(Menu(.export(id)))
        return []
    }

    mutating func export(_ id: DatasetID, _ format: ExportFormat) -> [Effect] {
        let known = browser.detail.flatMap { $0.id == id ? $0.detail?.summary ?? $0.summary : nil }
        let name = Self.fileName(known?.identifier ?? id.rawValue)
        overlay = .answersFile(AnswersPrompt(.export(id, format), path: "./\(name).\(format.rawValue)"))
        return [.file(.listFolder("./"))]
    }

    /// Identifiers are often addresses: their last part is enough for a name, and no name may lead elsewhere.
    private static func fileName(_ identifier: String) -> String {
        let last = identifier.split(separator: "/").last.map(String.init) ?? ""
        let safe = last.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        let bare = safe.drop { $0 == "." || $0 == "-" }.prefix(80)
        return bare.isEmpty ? "dataset" : String(bare)
    }

    mutating func datasetExported(_ result: Result<String, PortalError>) -> [Effect] {
        switch result {
        case .success(let path):
            if case .answersFile(let prompt) = overlay, prompt.isExport { overlay = nil }
            return show(.success, .dataset(.written(path: path)))
        case .failure(let error):
            // Another name may be all that is needed.
            guard error.kind == .local, case .answersFile(var prompt) = overlay, prompt.isExport else {
                if case .answersFile(let prompt) = overlay, prompt.isExport { overlay = nil }
                return show(error, kept: .dataset(.notWritten))
            }
            prompt.stage = .path
            prompt.problem = error.why
            overlay = .answersFile(prompt)
            return record(error)
        }
    }
}

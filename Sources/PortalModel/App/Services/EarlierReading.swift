extension Services {
    /// One after the other, behind everything else. What was kept is as good as asking: what a person has answered once
    /// stays an answer. After a failure the others are not asked for either.
    func earlier(_ ids: [ApplicationID]) async -> [Application] {
        var found: [Application] = []
        for id in ids where !Task.isCancelled {
            if case .application(let kept)? = await answers.recall(.application(id))?.answer {
                found.append(kept)
                continue
            }
            let mark = await answers.mark()
            let asked = await outcome { () async throws(PortalError) in try await access.application(id) }
            guard case .success(let answer) = asked else { break }
            found.append(answer)
            await answers.keep(.application(id), .application(answer), mark)
        }
        return found
    }
}

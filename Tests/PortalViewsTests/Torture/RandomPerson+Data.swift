import PortalModel

extension RandomPerson {
    /// What an archive may say that is out of its mind.
    mutating func answers(to work: DataWork) -> [AppAction] {
        switch work {
        case .look(let question):
            return [.data(.found(question, chance(3) ? .failure(failure()) : .success(data(question))))]
        case .check(let question):
            let found = ["1": standing(), "nobody's": standing()]
            return [.data(.checked(question, chance(3) ? .failure(failure()) : .success(found)))]
        case .fetch(let job):
            return job.files.map { .data(.told(job.question, FileNews($0.id, standing()))) }
                + [.data(.ended(job.question, chance(3) ? failure() : nil))]
        case .stop: return []
        }
    }

    private mutating func data(_ question: DataQuestion) -> DatasetData {
        let files = (0..<3).map { number in
            DataFile(
                ArchiveFile(id: "\(number)", path: anyText(), size: chance(3) ? .max : 100_000_000), standing())
        }
        return DatasetData(
            dataset: question.dataset,
            ways: [
                DataWay(.htsget, anyText(), from: .distribution(anyText()), lines: [anyText(), anyText()]),
                DataWay(.workspace, nil, from: .configuration),
            ],
            archive: chance(3) ? nil : anyText(), unconfirmed: chance(3) ? anyText() : nil,
            files: chance(4) ? [] : files, failure: chance(4) ? failure() : nil, folder: anyText(),
            key: DataKeyStanding(any([.none, .locked, .open, .unusable]) ?? .none, path: anyText()))
    }

    private mutating func standing() -> FileStanding {
        any([
            .absent, .part(.max), .part(1), .encrypted(nil), .decrypted(.plain(anyText())), .encrypted(.plain("md5")),
            .failed(.name(.sameAs(anyText()))), .failed(.disk(anyText())), .failed(.call(failure())),
            .failed(.differs(anyText(), atArchive: chance(2))),
        ]) ?? .absent
    }
}

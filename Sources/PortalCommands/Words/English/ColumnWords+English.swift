import PortalViews
import TerminalCanvas

extension ColumnWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .none: ""
        case .signIn: "SIGN-IN"
        case .meanTime: "MEAN"
        case .heterozygous: "HET"
        case .homozygous: "HOM"
        case .hemizygous: "HEMI"
        case .access, .address, .changed, .check, .checksum, .count, .dataset, .datasets, .detail, .discovery, .file,
            .frequency, .from, .id, .identifier, .key, .kind, .label, .left, .line, .modified, .name, .news, .number,
            .population, .portal, .seen, .service, .setting, .signs, .size, .source, .state, .time, .title, .until,
            .value, .version, .calls, .day, .failed, .frames, .hits, .retries, .saves, .variant:
            TerminalText(singleLine: rawValue.uppercased())
        }
    }
}

// SPDX-License-Identifier: MIT
internal import Glibc
internal import Gradebook
internal import Progress

/// What a file is, by its content whatever its name.
enum FileKind {
    case gradebook
    case progress
    case results
    /// A text that begins as results do and does not say what it is.
    case unmarked

    /// Looks into a file; nil for what is none of these.
    init?(of path: String) throws(ReportError) {
        let head = try Self.head(of: path)
        if head.starts(with: Array("SQLite format 3\0".utf8)) {
            guard let kind = Self.kind(ofDatabase: path, head) else { return nil }
            self = kind
            return
        }
        let text = head.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard text.first == UInt8(ascii: "{") else { return nil }
        let words = String(decoding: text, as: UTF8.self)
        let isProgress = words.prefix { $0 != "\n" }.contains("\"looplab\":\"progress\"")
        self = isProgress ? .progress : words.contains("\"looplab/results/v") ? .results : .unmarked
    }

    /// Whether a file that cannot be read is still one that somebody means by its name.
    static func isMeant(byName name: String) -> Bool {
        [".sqlite", ".db", ".gradebook", ".jsonl"].contains { name.hasSuffix($0) }
    }

    private static func head(of path: String) throws(ReportError) -> [UInt8] {
        guard let file = fopen(path, "rbe") else { throw .unreadable(path: path, errno: errno) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 512)
        bytes.removeLast(512 - fread(&bytes, 1, 512, file))
        if ferror(file) != 0 { throw .unreadable(path: path, errno: errno) }
        return bytes
    }

    private static func kind(ofDatabase path: String, _ head: [UInt8]) -> FileKind? {
        // The application id: https://www.sqlite.org/fileformat.html, section 1.3.
        switch head.dropFirst(68).prefix(4) {
        case Array("LLGb".utf8)[...]: return .gradebook
        case Array("LLab".utf8)[...]: return .progress
        default: break
        }
        // While somebody writes for the first time, what it is may stand in the log beside it only.
        if (try? ProgressStore(path: path, mode: .readOnly)) != nil { return .progress }
        return (try? GradebookStore(path: path, mode: .readOnly)) != nil ? .gradebook : nil
    }
}

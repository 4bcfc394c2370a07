// SPDX-License-Identifier: MIT
internal import Tracing

/// The forms in which a trace can leave: one case for each, with the ending of its files as its name.
///
/// A new form is a case here and its writer in `bytes(of:)`.
enum TraceExport: String, CaseIterable {
    /// Our own lines of JSON, which every command reads instead of a program.
    case jsonl
    /// The trace events of Chrome, for Perfetto.
    case json
    /// A picture.
    case svg
    /// A page that plays the run.
    case html

    /// The form for the ending of a path; nil for an ending that is none.
    init?(path: String) {
        guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else { return nil }
        self.init(rawValue: name[name.index(after: dot)...].lowercased())
    }

    /// The whole file.
    func bytes(of trace: Trace) -> [UInt8] {
        switch self {
        case .jsonl: TraceEncoder(trace).bytes
        case .json: ChromeTrace(trace).bytes
        case .svg: TimelinePicture(trace).bytes
        case .html: Array(TracePlayer(trace).page.utf8)
        }
    }

    /// What to do with a file that was written.
    var nextStep: String {
        switch self {
        case .jsonl: "give it to a command in the place of a program"
        case .json: "open it in Perfetto (ui.perfetto.dev) or at chrome://tracing"
        case .svg, .html: "open it in a browser"
        }
    }

    /// The endings as a sentence lists them: ".jsonl, .json, .svg or .html".
    static func list(prefix: String) -> String {
        let names = allCases.map { prefix + $0.rawValue }
        return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }
}

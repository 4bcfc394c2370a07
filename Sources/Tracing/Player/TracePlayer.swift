// SPDX-License-Identifier: MIT
internal import CTracePlayer
internal import Markup

/// A trace as one HTML page that plays it: the panes of the step view, forth and back, without a network.
///
/// The page's own files are JavaScript and CSS, embedded by `CTracePlayer`; the trace goes in as data. The same trace
/// gives the same bytes.
public struct TracePlayer {
    private let trace: Trace
    private let eventLimit: Int

    /// Plays a trace; of more events than `eventLimit` the middle is left out, and the page says so.
    public init(_ trace: Trace, eventLimit: Int = 20_000) {
        self.trace = trace
        self.eventLimit = max(eventLimit, 4)
    }

    /// The whole file.
    public var page: String {
        HTMLPage(
            title: trace.header.program + " · LoopLab",
            styles: [Self.text(ltp_style())],
            body: HTML(ownFile: Self.text(ltp_body())),
            data: [(id: "record", value: record)],
            // One text: what the scripts share then stays theirs, and one hash covers all.
            scripts: ["(() => {\n" + Self.scripts(ltp_script_count()) + "})();\n"]
        ).text
    }

    /// The data that the page's scripts read.
    private var record: ScriptData { PlayerRecord(TraceExcerpt(trace, limit: eventLimit), of: trace).data }

    /// The same data as text.
    var recordText: String { record.source }

    /// The scripts that know nothing of a page: they read a record and follow its state.
    static var stateScripts: String { scripts(ltp_state_script_count()) }

    private static func scripts(_ count: Int) -> String {
        (0..<count).map { text(ltp_script_at($0)) }.joined()
    }

    private static func text(_ file: LTPFile) -> String {
        let bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.length)
        return String(decoding: bytes, as: UTF8.self)
    }
}

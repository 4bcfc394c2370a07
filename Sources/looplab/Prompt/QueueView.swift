// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Markup
internal import Scheduling

/// What `.queues` shows: every queue and phase with what waits in it, in the order in which they are served.
struct QueueView {
    /// The rows, ready to print, none wider than the terminal.
    let text: String

    /// Looks at a runtime's queues.
    init(_ runtime: Runtime, columns: Int, isUTF8: Bool) {
        let snapshot = runtime.loop.snapshot(limit: 20)
        let (arrow, dot) = isUTF8 ? (" → ", " · ") : (" -> ", ", ")
        func labels(_ callbacks: [Callback]) -> String {
            callbacks.map(runtime.label(of:)).joined(separator: arrow)
        }
        let timers = snapshot.timers.map { Self.describe($0, runtime.label(of: $0.callback)) }.joined(separator: dot)
        var rows =
            snapshot.page.map { Self.rows(of: $0, snapshot, timers, labels) } ?? Self.rows(snapshot, timers, labels)
        if snapshot.pendingWork > 0 { rows.append(("threads", snapshot.pendingWork, "")) }
        var result = ""
        for (name, count, contents) in rows {
            let head = " " + name.padded(to: 11) + String(count).padded(to: 4)
            result += Self.cut(contents.isEmpty ? head.trimmedEnd : head + contents, columns, isUTF8) + "\n"
        }
        let clock = runtime.options.clock == .virtual ? "virtual" : "system"
        result += " turn \(snapshot.turn)\(dot)\(clock) clock at \(snapshot.time / 1_000_000) ms\n"
        text = TerminalText.escaped(result)
    }

    private typealias Row = (name: String, count: Int, contents: String)

    private static func rows(_ snapshot: QueueSnapshot, _ timers: String, _ labels: ([Callback]) -> String) -> [Row] {
        [
            ("ticks", snapshot.ticks.count, labels(snapshot.ticks)),
            ("microtasks", snapshot.microtasks.count, labels(snapshot.microtasks)),
            ("timers", snapshot.timerCount, timers),
            ("poll", snapshot.polls.count + snapshot.completions.count, labels(snapshot.polls)),
            ("check", snapshot.immediates.count, labels(snapshot.immediates)),
            ("close", snapshot.closing.count, labels(snapshot.closing)),
        ]
    }

    private static func rows(
        of page: QueueSnapshot.Page, _ snapshot: QueueSnapshot, _ timers: String, _ labels: ([Callback]) -> String
    ) -> [Row] {
        let microtasks: Row = ("microtasks", snapshot.microtasks.count, labels(snapshot.microtasks))
        let tasks: [Row] = page.tasks.map { (name(of: $0.source), $0.callbacks.count, labels($0.callbacks)) }
        let rest: [Row] = [
            ("timers", snapshot.timerCount, timers),
            ("frame", page.animationFrames.count, labels(page.animationFrames)),
            ("idle", page.idle.count, labels(page.idle)),
        ]
        return [microtasks] + tasks + rest
    }

    private static func name(of source: TaskSource) -> String {
        switch source {
        case .domManipulation: "document"
        case .userInteraction: "user"
        case .networking: "network"
        case .timer: "timers"
        case .postedMessage: "messages"
        case .performanceTimeline: "observers"
        case .rendering: "rendering"
        case .idle: "idle"
        }
    }

    private static func describe(_ timer: QueueSnapshot.Timer, _ label: String) -> String {
        let wait = timer.remaining > 0 ? "+\(timer.remaining) ms" : "due"
        let every = timer.isRepeating ? " every \(timer.duration) ms" : ""
        let reference = timer.isReferenced ? "" : " (unref)"
        return "\(wait)\(every) \(label)\(reference)"
    }

    private static func cut(_ row: String, _ columns: Int, _ isUTF8: Bool) -> String {
        guard row.count > columns else { return row }
        let mark = isUTF8 ? "…" : "..."
        return row.prefix(max(1, columns - mark.count)) + mark
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }

    fileprivate var trimmedEnd: String {
        String(reversed().drop(while: \.isWhitespace).reversed())
    }
}

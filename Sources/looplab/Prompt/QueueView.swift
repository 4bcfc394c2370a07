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
        let timers = snapshot.timers.map { Self.describe($0, runtime.label(of: $0.callback)) }
        var rows: [(String, Int, String)] = [
            ("ticks", snapshot.ticks.count, labels(snapshot.ticks)),
            ("microtasks", snapshot.microtasks.count, labels(snapshot.microtasks)),
            ("timers", snapshot.timerCount, timers.joined(separator: dot)),
            ("poll", snapshot.polls.count + snapshot.completions.count, labels(snapshot.polls)),
            ("check", snapshot.immediates.count, labels(snapshot.immediates)),
            ("close", snapshot.closing.count, labels(snapshot.closing)),
        ]
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

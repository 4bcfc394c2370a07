// SPDX-License-Identifier: MIT

/// Awaits one after the other, none of which needed what another gave.
///
/// The source says which could have begun together, the run that they waited, and for how long.
struct SequentialAwaits {
    /// What is shorter is not worth a change: nanoseconds.
    static let shortest: UInt64 = 1_000_000

    /// One wait of one run of a function.
    private struct Wait {
        var start: SourceFacts.Point
        var suspended: Int
        var resumed: Int
        var awaited: UInt64
    }

    private struct Invocation: Hashable {
        var thread: UInt16
        var function: UInt64
    }

    /// The waits of one run of a function, in the file that it stands in.
    private struct Run {
        var file: String
        var waits: [Wait] = []
    }

    private(set) var findings: [Finding] = []

    init(_ view: CoachView) {
        let runs = Self.runs(view)
        for facts in view.sources {
            for sequence in facts.sequences {
                for run in runs where run.file == facts.file {
                    let waits = run.waits.filter { sequence.awaits.contains($0.start) && Self.isLong($0, view) }
                    if let finding = Self.finding(view, sequence, waits, facts.file) { findings.append(finding) }
                }
            }
        }
    }

    private static func runs(_ view: CoachView) -> [Run] {
        var runs: [Run] = []
        var positions: [Invocation: Int] = [:]
        var open: [Invocation: Wait] = [:]
        for (index, event) in view.trace.events.enumerated() {
            let key = Invocation(thread: event.thread, function: event.subject)
            switch event.kind {
            case .awaitSuspended:
                guard let (facts, wait) = view.wait(of: index) else { continue }
                open[key] = Wait(start: wait.range.lowerBound, suspended: index, resumed: index, awaited: event.value)
                if positions[key] == nil {
                    positions[key] = runs.count
                    runs.append(Run(file: facts.file))
                }
            case .awaitResumed:
                guard var wait = open.removeValue(forKey: key), let position = positions[key] else { continue }
                wait.resumed = index
                runs[position].waits.append(wait)
            default: break
            }
        }
        return runs
    }

    // It really waited, and for something that was not under way when the function came there.
    private static func isLong(_ wait: Wait, _ view: CoachView) -> Bool {
        view.time(wait.resumed).elapsed(since: view.time(wait.suspended)) >= shortest
    }

    private static func finding(
        _ view: CoachView, _ sequence: SourceFacts.Sequence, _ waits: [Wait], _ file: String
    ) -> Finding? {
        guard waits.count > 1, let first = waits.first, let last = waits.last else { return nil }
        let second = waits[1]
        guard sequence.isLoop || Set(waits.map(\.start)).count > 1 else { return nil }
        // Each began its work only when the one before it was over.
        if let made = view.promises[second.awaited]?.created, made < first.resumed { return nil }
        let durations = waits.map { view.time($0.resumed).elapsed(since: view.time($0.suspended)) }
        let sum = CoachView.duration(durations.reduce(0) { $0.advanced(byUpTo: $1) })
        let longest = CoachView.duration(durations.max() ?? 0)
        let at = sequence.isLoop ? first.start : second.start
        let position = SourcePosition(file: file, line: at.line, column: at.column)
        let other = SourcePosition(file: file, line: first.start.line, column: first.start.column)
        let seen =
            sequence.isLoop
            ? "The loop waited here \(waits.count) times, one after the other, from "
                + "\(CoachView.duration(view.time(first.suspended))) to \(CoachView.duration(view.time(last.resumed)))."
            : "This began \(view.moment(second.suspended)), when the await of \(view.line(other)) was over, and uses "
                + "nothing of what that gave."
        return Finding(
            .sequentialAwaits, at: position,
            evidence: [seen, "One after the other they took \(sum); together they would take \(longest)."],
            fix: sequence.isLoop
                ? "Begin all of them, then await Promise.all(items.map(…)); bound how many run at once if many."
                : "Begin both, then wait: const [a, b] = await Promise.all([…, …]).",
            related: sequence.isLoop ? [] : [other])
    }
}

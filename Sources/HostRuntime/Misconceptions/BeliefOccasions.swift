// SPDX-License-Identifier: MIT
internal import Scheduling
internal import Tracing

/// What a program does that a belief could be about.
struct BeliefOccasions {
    private var ticks = 0
    private var microtasks = 0
    private var tasks = 0
    private var timersSet = 0
    private var timersWithoutDelay = 0
    private let source: String

    /// Looks at a run by the right rules.
    init(_ run: RecordedRun) {
        for event in run.trace.events {
            switch event.kind {
            case .started:
                switch CallbackKind(rawValue: UInt8(truncatingIfNeeded: event.value)) {
                case .tick: ticks += 1
                case .microtask: microtasks += 1
                case .script, nil: break
                default: tasks += 1
                }
            case .timerSet:
                timersSet += 1
                if event.delay <= 1 { timersWithoutDelay += 1 }
            default: break
            }
        }
        source = run.trace.sources.map(\.text).joined(separator: "\n")
    }

    /// Whether a belief can make a difference: a run under its rules is spared where the program does nothing that they
    /// are about.
    ///
    /// A timer that was never set by the right rules may be set under the wrong ones, so wherever that could matter,
    /// this says yes.
    func concern(_ misconception: Misconception) -> Bool {
        switch misconception {
        case .chainIsOneJob: microtasks > 2
        case .ticksAfterPromises: ticks > 0 && microtasks > 0
        case .executorRunsLater: source.contains("Promise") && (source.contains("new") || source.contains("Reflect"))
        case .zeroTimerAtOnce: timersWithoutDelay > 0
        case .timersInOrderSet: timersSet > 1
        case .awaitBlocks: source.contains("await")
        case .oneMicrotaskPerTask: microtasks > 0 && tasks + ticks > 0
        case .tasksBeforeMicrotasks: microtasks + ticks > 0 && tasks > 0
        case .callsWait: microtasks + ticks + tasks > 0
        }
    }
}

// SPDX-License-Identifier: MIT
public import Scheduling

/// A wrong belief about the order in which things run, which a wrong prediction may show.
///
/// Each one is a set of rules that a program can really be run under. The cases stand in the order in which they are
/// offered where a prediction fits several: a belief about one call before one about a queue, and that before one about
/// everything, since the narrower belief is the smaller mistake to assume.
public enum Misconception: String, CaseIterable, Sendable {
    /// A chain of `then` runs to its end before the next chain starts.
    case chainIsOneJob = "chain-is-one-job"
    /// Ticks wait until no promise job is left.
    case ticksAfterPromises = "ticks-after-promises"
    /// The function given to `new Promise` is queued as a microtask.
    case executorRunsLater = "executor-runs-later"
    /// A timer of 0 ms calls back before `setTimeout` returns.
    case zeroTimerAtOnce = "zero-timer-at-once"
    /// Timers run in the order in which they were set, whatever their delay.
    case timersInOrderSet = "timers-in-order-set"
    /// A function that awaits keeps the thread until the value is there.
    case awaitBlocks = "await-blocks"
    /// After each task one microtask runs, and no more.
    case oneMicrotaskPerTask = "one-microtask-per-task"
    /// Tasks that are ready run before microtasks that wait.
    case tasksBeforeMicrotasks = "tasks-before-microtasks"
    /// Every callback has run when the call that was given it returns.
    case callsWait = "calls-wait"
}

/// What is said about a misconception.
extension Misconception {
    /// The belief in a few words, as it stands in quotation marks.
    public var name: String {
        switch self {
        case .chainIsOneJob: "a chain is one job"
        case .ticksAfterPromises: "nextTick comes after promises"
        case .executorRunsLater: "the function given to new Promise runs later"
        case .zeroTimerAtOnce: "a timer of 0 ms runs at once"
        case .timersInOrderSet: "timers run in the order in which they were set"
        case .awaitBlocks: "await does not yield"
        case .oneMicrotaskPerTask: "one microtask for each task"
        case .tasksBeforeMicrotasks: "a timer of 0 ms runs before promises"
        case .callsWait: "each line waits for the one before"
        }
    }

    /// What would print the predicted order: "This is what would print if …".
    public var condition: String {
        switch self {
        case .chainIsOneJob: "a chain ran to its end before the next one started"
        case .ticksAfterPromises: "a tick waited until no promise job was left"
        case .executorRunsLater: "the function given to new Promise was queued as a job"
        case .zeroTimerAtOnce: "a timer of 0 ms called back before setTimeout returned"
        case .timersInOrderSet: "timers ran in the order in which they were set, whatever their delay"
        case .awaitBlocks: "await kept the thread until the value was there"
        case .oneMicrotaskPerTask: "only one microtask ran after each task"
        case .tasksBeforeMicrotasks: "tasks that are ready ran before the microtasks that wait"
        case .callsWait: "each call had run its callback before the next line began"
        }
    }

    /// What is believed, in one sentence.
    public var belief: String { "The program behaves as if " + condition + "." }

    /// The rule that decides instead.
    public var rule: Rule {
        switch self {
        case .chainIsOneJob: .settledQueuesJob
        case .ticksAfterPromises: .ticksBeforeMicrotasks
        case .executorRunsLater: .startsAtOnce
        case .zeroTimerAtOnce, .callsWait: .runToCompletion
        case .timersInOrderSet: .earlierDueFirst
        case .awaitBlocks: .awaitYields
        case .oneMicrotaskPerTask, .tasksBeforeMicrotasks: .checkpointDrains
        }
    }

    /// The lesson that treats it: the number of its track and its own, then its name.
    public var lesson: String {
        switch self {
        case .zeroTimerAtOnce, .tasksBeforeMicrotasks: "2.2 Two queues"
        case .callsWait: "1.3 Who waits for you"
        case .chainIsOneJob, .ticksAfterPromises, .executorRunsLater, .timersInOrderSet, .awaitBlocks,
            .oneMicrotaskPerTask:
            rule.lesson
        }
    }

    /// Whether a program of this profile can be run that way: a page has no ticks.
    public func applies(to profile: LoopProfile) -> Bool {
        self != .ticksAfterPromises || profile == .node
    }
}

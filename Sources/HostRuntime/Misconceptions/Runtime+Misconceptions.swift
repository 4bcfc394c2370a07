// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine
internal import Tracing

/// What a text is to the engine.
enum SourceGoal: String {
    /// A classic script.
    case script
    /// An ES module.
    case module
    /// The body of the function that a CommonJS file is.
    case functionBody
}

// Runs under the rules of a misconception: some are the loop's, some are JavaScript (builtins/misconceptions).
extension Runtime {
    /// Makes the program run as somebody expects who has this misconception; to be called before it starts.
    func follow(_ misconception: Misconception) throws(RuntimeError) {
        loop.wrongRules = misconception.wrongRules
        keepsChainsTogether = misconception == .chainIsOneJob
        guard let part = misconception.builtin, let binding = context.call(hooks.require, [context.string(part)]).value
        else { return }
        let wait = context.function("waitUntilSettled", length: 1, in: realm) {
            [unowned(unsafe) self] arguments throws(ThrownError) in
            try waitUntilSettled(arguments.value(0))
        }
        guard let install = binding.property("install"),
            case .normal(let rewrite) = context.call(install, [wait])
        else { throw .engine("the rules of “\(misconception.name)” did not load") }
        if rewrite.kind == .function { rewriteText = rewrite }
    }

    /// The text that runs in place of one that was read; the same unless a misconception is about the language.
    ///
    /// Lines stay where they are.
    func textToRun(_ text: String, as goal: SourceGoal) -> String {
        guard let rewriteText else { return text }
        let rewritten = context.call(rewriteText, [context.string(text), context.string(goal.rawValue)])
        return rewritten.value?.text ?? text
    }

    /// Whether a module's body is a task, so that jobs queued by it can be held back behind other tasks.
    var startsModulesAsTasks: Bool {
        !loop.wrongRules.isDisjoint(with: [.tasksBeforeMicrotasks, .oneMicrotaskPerTask])
    }

    /// Marks the job queued last as a follower unless the program's own code queued it.
    ///
    /// A reaction's function has returned when the engine settles the promise that `then` gave, and queues what waits
    /// for that one: then none of the program's code is on the stack.
    func noteChain() {
        if context.callerLocation.isEmpty { loop.noteFollower() }
    }

    /// Serves the loop until a promise is settled; ends the program if nothing is left that could settle it.
    private func waitUntilSettled(_ promise: ScriptValue) throws(ThrownError) {
        let isSettled = loop.serveInside {
            if case .pending = promise.promiseState { ending != nil } else { true }
        }
        if ending == nil && !isSettled { ending = .stuck }
        if ending != nil { throw .terminate }
    }
}

extension Misconception {
    /// The part of it that is the loop's.
    fileprivate var wrongRules: WrongRules {
        switch self {
        case .chainIsOneJob: .followersFirst
        case .ticksAfterPromises: .ticksAfterMicrotasks
        case .timersInOrderSet: .timersInOrderArmed
        case .oneMicrotaskPerTask: .oneMicrotaskPerTask
        case .tasksBeforeMicrotasks: .tasksBeforeMicrotasks
        case .awaitBlocks, .callsWait: .callbacksMayWait
        case .executorRunsLater, .zeroTimerAtOnce: []
        }
    }

    /// The builtin that is the part of it in JavaScript.
    fileprivate var builtin: String? {
        switch self {
        case .executorRunsLater: "misconceptions/executor_runs_later"
        case .zeroTimerAtOnce: "misconceptions/zero_timer_at_once"
        case .awaitBlocks: "misconceptions/await_blocks"
        case .callsWait: "misconceptions/calls_wait"
        case .chainIsOneJob, .ticksAfterPromises, .timersInOrderSet, .oneMicrotaskPerTask, .tasksBeforeMicrotasks: nil
        }
    }
}

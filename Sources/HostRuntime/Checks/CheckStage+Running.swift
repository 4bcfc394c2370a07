// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

extension CheckStage {
    // MARK: The checks of a file

    /// The checks of a file, in order; a file that has been read is not read again.
    public func list(_ file: CheckJob.File) throws(CheckFileError) -> [CheckDescription] {
        if let listed, listed.file == file { return listed.checks }
        switch runtime.insideScript({ read(file) }) {
        case .normal(let list):
            let count = Int(list.property("length")?.number ?? 0)
            let checks = (0..<count).compactMap { list.element(UInt32($0)).flatMap(Self.description) }
            listed = (file, checks)
            return checks
        case .thrown(let error): throw CheckFileError(message: Self.words(runtime.context.describe(error)))
        case .terminated: throw CheckFileError(message: "it was stopped before it had named its checks")
        }
    }

    private func read(_ file: CheckJob.File) -> Completion {
        // On the same line, so that no place moves.
        let source = Source("'use strict'; " + file.text, file: file.path)
        // Ahead of time: copies of a stage that has read the file have less to do.
        let compiled = runtime.context.compileFunction(
            parameters: ["check"], source, in: checksRealm, isWhole: true)
        guard case .normal(let function) = compiled else { return compiled }
        return call("read", [function])
    }

    private static func description(_ check: ScriptValue) -> CheckDescription? {
        guard let name = check.property("name")?.text else { return nil }
        let needs = check.property("needs")
        return CheckDescription(
            name: name, milliPoints: Int(check.property("milliPoints")?.number ?? 0),
            needs: needs?.kind == .string ? needs?.text : nil,
            isHidden: check.property("hidden")?.boolean ?? false, isExtra: check.property("extra")?.boolean ?? false,
            orders: Int(check.property("orders")?.number ?? 1))
    }

    private static func words(_ error: ErrorDescription) -> String {
        error.file.isEmpty ? error.text : "\(error.file):\(error.line):\(error.column): \(error.text)"
    }

    // MARK: One check

    /// Runs the check of that number, counted from 0, and tells what came of it.
    ///
    /// `onReady` is called when nothing of the submission has run and everything is set up. A submission that ends the
    /// program, or has to be stopped, has not passed.
    /// One stage is good for one run.
    public func run(
        _ job: CheckJob, check index: Int, _ schedule: Schedule = Schedule(), onReady: () -> Void = {}
    ) throws(CheckFileError) -> CheckEnding {
        conduct.budgets = schedule.budgets
        output.limit = schedule.budgets.outputBytes
        runtime.allowedWorkers = schedule.workers
        runtime.loop.policy.follow(schedule.plan)
        let descriptions = try list(job.checks)
        guard descriptions.indices.contains(index) else {
            throw CheckFileError(message: "there is no check number \(index + 1)")
        }
        let submission = place(job.submission)
        start = beginAtMillisecond()
        onReady()
        runtime.insideScript { runToReport(submission, entry: job.entry, index) }
        var ending = report.ending
        ending.place = ending.place.replacing(submission.path, with: job.submission.path)
        if !report.isComplete {
            ending.stop = stop
            ending.nanoseconds = runtime.loop.clock.now() - start
        }
        ending.output = output.keptText
        ending.choices = runtime.loop.policy.record
        runtime.loop.discardAll()
        return ending
    }

    // Preparations have taken microseconds: times that count whole milliseconds must not see them.
    private func beginAtMillisecond() -> UInt64 {
        let now = runtime.loop.clock.now()
        let start = (now + 999_999) / 1_000_000 * 1_000_000
        (runtime.loop.clock as? VirtualClock)?.charge(nanoseconds: start - now)
        return start
    }

    // The submission lies in a directory of its own, which has nothing else in it.
    private func place(_ submission: CheckJob.File) -> CheckJob.File {
        let name = submission.path.split(separator: "/").last.map(String.init) ?? "submission.js"
        let file = CheckJob.File(path: SealedFiles.root + "/" + name, text: submission.text)
        runtime.texts[file.path] = file.text
        runtime.options.sealedFiles = SealedFiles([(name, file.text)])
        runtime.options.arguments = ["looplab", file.path]
        return file
    }

    private func runToReport(_ submission: CheckJob.File, entry: String?, _ index: Int) {
        let context = runtime.context
        let given = context.object(in: checksRealm)
        given.set("file", to: context.string(submission.path))
        given.set("text", to: context.string(submission.text))
        if let entry { given.set("entry", to: context.string(entry)) }
        perform { [self] in call("start", [context.number(Double(index)), given]).ending }
        var turns = 0
        while runtime.ending == nil && !isOver {
            let result = runtime.loop.run(until: {
                turns += 1
                return isOver || turns > conduct.budgets.turns
            })
            switch result {
            case .stopped: runtime.noteStop()
            case .clockExhausted: runtime.ending = .clockExhausted
            case .stuck: runtime.ending = .stuck
            case .satisfied where isOver: break
            case .satisfied: conduct.end(.turns)
            case .idle: goOn(index)
            }
        }
        if runtime.ending == nil { tellOfViolation() }
    }

    private var isOver: Bool { report.isComplete || conduct.violation != nil }

    private func tellOfViolation() {
        guard !report.isComplete, let violation = conduct.violation else { return }
        let kind = runtime.context.string(violation.kind.rawValue)
        perform { [self] in call("violated", [kind, violation.error]).ending }
    }

    // Nothing is left to run: either the check waits for just that, or what it waits for can never come.
    private func goOn(_ index: Int) {
        var goesOn = false
        perform { [self] in
            let result = call("goOn", [])
            goesOn = result.value?.boolean ?? false
            return result.ending
        }
        if goesOn || isOver || runtime.ending != nil { return }
        perform { [self] in call("unfinished", [runtime.context.number(Double(index))]).ending }
    }

    private func perform(_ body: @escaping () -> Ending) {
        let handle = runtime.closures.add { [unowned self] in runtime.outcome(body()) }
        if runtime.loop.runScript(handle) != .stop { runtime.loop.runCheckpoint() }
    }

    private var stop: CheckStop {
        if let stop = conduct.stop { return stop }
        switch runtime.ending {
        case .exited(let code): return .exited(code: code)
        case .timedOut: return .time
        case .heapLimit: return .memory
        case .clockExhausted: return .turns
        case .stuck: return .deadlock
        case .signalled(let signal): return .signal(signal)
        case .interrupted: return .signal(2)
        case .outputFailed, .recordedEnough, nil: return .neverSettled
        }
    }
}

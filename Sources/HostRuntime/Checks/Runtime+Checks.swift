// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

// Checks are JavaScript, and what calls them is builtins/checks; a runtime is for one check and then shut down.
extension Runtime {
    /// The checks of a file, in order.
    public func checks(of job: CheckJob) throws(CheckFileError) -> [CheckDescription] {
        texts[job.checks.path] = job.checks.text
        let result = insideScript { callHarness("list", [description(of: job, index: nil)]) }
        switch result {
        case .normal(let list):
            let count = Int(list.property("length")?.number ?? 0)
            return (0..<count).compactMap { index in
                guard let check = list.element(UInt32(index)), let name = check.property("name")?.text else {
                    return nil
                }
                let needs = check.property("needs")
                return CheckDescription(
                    name: name, milliPoints: Int(check.property("points")?.number ?? 0),
                    needs: needs?.kind == .string ? needs?.text : nil)
            }
        case .thrown(let error): throw CheckFileError(message: context.describe(error).text)
        case .terminated: throw CheckFileError(message: "it was stopped before it had named its checks")
        }
    }

    /// Runs the check of that number, counted from 0, on a fresh runtime with a virtual clock.
    ///
    /// A submission that ends the program, or stops it, has not passed.
    public func run(check index: Int, of job: CheckJob, printing output: CheckOutput) -> (CheckEnding, RunEnding?) {
        texts[job.checks.path] = job.checks.text
        texts[job.submission.path] = job.submission.text
        let report = CheckReport()
        let state = insideScript { runToReport(job, index, report, output) }
        loop.discardAll()
        return (report.ending(unfinished: state, output: output.text), ending)
    }

    private func runToReport(_ job: CheckJob, _ index: Int, _ report: CheckReport, _ output: CheckOutput) -> String {
        let tell = context.function("report", length: 3, in: realm) { arguments in
            report.take(hasPassed: arguments.boolean(0), arguments.text(1), arguments.text(2))
        }
        let printed = context.function("printed", length: 0, in: realm) { [unowned(unsafe) self] arguments in
            arguments.returns(context.string(output.text))
        }
        let start = closures.add { [self] in
            outcome(callHarness("start", [description(of: job, index: index), tell, printed]).ending)
        }
        if loop.runScript(start) != .stop { loop.runCheckpoint() }
        var turns = 0
        while ending == nil && !report.isComplete {
            let result = loop.run(until: {
                turns += 1
                return report.isComplete || turns > Self.turnLimit
            })
            switch result {
            case .stopped: noteStop()
            case .clockExhausted: ending = .clockExhausted
            case .stuck: ending = .stuck
            case .satisfied where turns > Self.turnLimit:
                return "the program never comes to rest: after \(Self.turnLimit) turns of the loop it still sets timers"
            case .satisfied: break
            case .idle:
                var goesOn = false
                let next = closures.add { [self] in
                    let result = callHarness("goOn", [])
                    goesOn = result.value?.boolean ?? false
                    return outcome(result.ending)
                }
                if loop.runScript(next) != .stop { loop.runCheckpoint() }
                if !goesOn && !report.isComplete { return callHarness("unfinished", []).value?.text ?? "" }
            }
        }
        return ""
    }

    /// After so many turns a program that still sets timers will not come to rest.
    private static let turnLimit = 200_000

    private func callHarness(_ name: String, _ arguments: [ScriptValue]) -> Completion {
        let loaded = context.call(hooks.require, [context.string("checks/harness")])
        guard case .normal(let harness) = loaded, let function = harness.property(name) else { return loaded }
        return context.call(function, arguments)
    }

    private func description(of job: CheckJob, index: Int?) -> ScriptValue {
        let object = context.object(in: realm)
        for (name, text) in [
            ("checksFile", job.checks.path), ("checksText", job.checks.text), ("submissionFile", job.submission.path),
            ("submissionText", job.submission.text),
        ] {
            _ = object.set(name, to: context.string(text))
        }
        if let entry = job.entry { _ = object.set("entry", to: context.string(entry)) }
        if let index { _ = object.set("index", to: context.number(Double(index))) }
        return object
    }
}

/// What a check has told about itself, once.
private final class CheckReport {
    private(set) var isComplete = false
    private var hasPassed = false
    private var message = ""
    private var details = ""

    func take(hasPassed: Bool, _ message: String, _ details: String) {
        if isComplete { return }
        isComplete = true
        (self.hasPassed, self.message, self.details) = (hasPassed, message, details)
    }

    func ending(unfinished: String, output: String) -> CheckEnding {
        CheckEnding(
            hasPassed: isComplete && hasPassed, message: isComplete ? message : unfinished, details: details,
            isComplete: isComplete, output: output)
    }
}

/// What a submission prints while it is checked: kept, up to a limit, and shown to nobody.
public final class CheckOutput: ProgramOutput {
    /// How many bytes are kept.
    public static let byteLimit = 1 << 20

    private var bytes: [UInt8] = []

    /// Makes an empty one.
    public init() {}

    /// What was printed, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Keeps bytes while there is room.
    public func write(_ added: UnsafeRawBufferPointer, to stream: StandardStream) -> Int32 {
        bytes.append(contentsOf: added.prefix(max(0, Self.byteLimit - bytes.count)))
        return 0
    }

    /// Does nothing.
    public func flush() -> Int32 { 0 }
}

@available(*, unavailable)
extension CheckOutput: Sendable {}

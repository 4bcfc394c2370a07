// SPDX-License-Identifier: MIT
internal import Scheduling
public import ScriptEngine

/// What came of one input at a prompt.
public enum PromptEvaluation {
    /// It ran, or threw; the result or the error is shown.
    case shown
    /// It awaits at its top level: `Runtime.settle(_:)` shows the result once the promise is settled.
    case awaiting(ScriptValue)
    /// It was stopped.
    case stopped
}

@available(*, unavailable)
extension PromptEvaluation: Sendable {}

// A prompt on a runtime: inputs share one global scope, results and errors are shown, and nothing that an input or a
// callback throws ends the session.
extension Runtime {
    /// Makes the global scope a prompt's.
    public func preparePrompt() {
        isPrompt = true
        callRepl("prepare", [])
    }

    /// Whether an input is whole; false when more lines could make it so.
    public func isComplete(_ text: String) -> Bool {
        if context.isComplete(text, in: realm) { return true }
        // The engine asks for more after some errors that no further line can mend, as a string that its line does not
        // end; the words of the error tell.
        let source = Source(text + "\n", file: "repl")
        guard case .thrown(let error) = context.compileScript(source, in: realm) else { return true }
        let words = context.describe(error).text
        return !["end of script", "end of input", "nterminated", "issing"].contains { words.contains($0) }
    }

    /// The same for an input that may await at its top level, where a script does not know `await`.
    public func isCompleteAwaiting(_ text: String) -> Bool {
        guard text.contains("await") else { return isComplete(text) }
        // As a unary operator `void` parses wherever `await` does.
        let stand = text.replacing("for await", with: "for      ").replacing("await", with: "void ")
        return isComplete(stand)
    }

    /// Evaluates an input as a task and shows its result, unless that is not wanted; a checkpoint follows.
    public func evaluate(input: String, name: String, showsResult: Bool = true) -> PromptEvaluation {
        texts[name] = input
        var evaluation = PromptEvaluation.shown
        let task = closures.add { [unowned self] in
            evaluation = evaluateNow(input, name, showsResult: showsResult)
            if case .stopped = evaluation { return .stop }
            return .completed
        }
        if loop.runScript(task) == .stop || loop.runCheckpoint() == .stop {
            loop.acknowledgeStop()
            noteStop()
            if case .awaiting = evaluation {} else { return .stopped }
        }
        return evaluation
    }

    /// Shows what an awaited input came to; false while the promise is pending.
    public func settle(_ promise: ScriptValue) -> Bool {
        switch promise.promiseState {
        case .pending:
            return false
        case .fulfilled(let result):
            show(result.property("value") ?? context.undefined)
        case .rejected(let reason):
            callRepl("showError", [reason])
        case nil:
            show(context.undefined)
        }
        return true
    }

    /// Whether an awaited promise is settled.
    public func settles(_ promise: ScriptValue) -> Bool {
        if case .pending = promise.promiseState { false } else { true }
    }

    /// Notes why the loop was left while the prompt waited.
    public func noteStopAtPrompt() {
        loop.acknowledgeStop()
        noteStop()
    }

    /// Runs what inputs have started to its end, with the 'beforeExit' and 'exit' listeners.
    public func runToEndOfProgram() {
        runToIdle()
        ending = finish()
    }

    /// What can stand where a text ends: whole names, and the offset in characters where they begin.
    public func complete(_ text: String) -> (candidates: [String], start: Int) {
        guard let pair = callRepl("complete", [context.string(text)]),
            let list = pair.element(0), let start = pair.element(1)
        else { return ([], text.count) }
        let count = Int(list.property("length")?.number ?? 0)
        let names = (0..<count).compactMap { list.element(UInt32($0))?.text }
        return (names, Int(start.number))
    }

    /// What kind of value an expression has, in one line; nil when it threw, which is then shown.
    public func describeType(of expression: String) -> String? {
        switch context.evaluate(Source("(\(expression)\n)", file: "type"), in: realm) {
        case .normal(let value):
            guard let repl = hook(hooks.repl), let function = repl.property("describeType") else { return nil }
            let completion = context.call(function, [value])
            if case .thrown(let error) = completion { callRepl("showError", [error]) }
            if case .terminated = completion { noteStop() }
            return completion.value?.text
        case .thrown(let error):
            callRepl("showError", [error])
            return nil
        case .terminated:
            noteStop()
            return nil
        }
    }

    private func evaluateNow(_ input: String, _ name: String, showsResult: Bool) -> PromptEvaluation {
        guard let repl = hook(hooks.repl), let evaluate = repl.property("evaluate") else { return .stopped }
        switch context.call(evaluate, [context.string(input), context.string(name)]) {
        case .normal(let pair):
            guard let value = pair.element(1) else { return .shown }
            if pair.element(0)?.boolean == true {
                value.markHandled()
                return .awaiting(value)
            }
            if showsResult { show(value) }
            return ending == nil ? .shown : .stopped
        case .thrown(let error):
            callRepl("showError", [error])
            return ending == nil ? .shown : .stopped
        case .terminated:
            noteStop()
            return .stopped
        }
    }

    private func show(_ value: ScriptValue) {
        guard let repl = hook(hooks.repl), let function = repl.property("showResult") else { return }
        isShowingResult = true
        defer { isShowingResult = false }
        // Inspecting runs getters and custom inspectors of the program, which may throw.
        if case .thrown(let error) = context.call(function, [value]) { callRepl("showError", [error]) }
    }

    @discardableResult
    private func callRepl(_ name: String, _ arguments: [ScriptValue]) -> ScriptValue? {
        guard let repl = hook(hooks.repl), let function = repl.property(name) else { return nil }
        let completion = context.call(function, arguments)
        if case .terminated = completion { wasScriptTerminated = true }
        return completion.value
    }
}

// SPDX-License-Identifier: MIT
internal import ScriptEngine

/// The functions that the host calls, of builtins/internal/bootstrap.js or of builtins/browser/bootstrap.js.
struct RuntimeHooks {
    let runImmediate: ScriptValue
    let rejectionChanged: ScriptValue
    let processRejections: ScriptValue
    let handleUncaught: ScriptValue
    let printFatal: ScriptValue
    let emitBeforeExit: ScriptValue
    let emitExit: ScriptValue
    let modules: ScriptValue
    let esm: ScriptValue
    let require: ScriptValue
    let enter: ScriptValue
    let repl: ScriptValue
    let portMessage: ScriptValue
    let portMessageError: ScriptValue
    let portClosed: ScriptValue
    let makePort: ScriptValue
    let workerEvent: ScriptValue
    let workerMain: ScriptValue
    let runTask: ScriptValue
    let runAnimationFrame: ScriptValue
    let runIdle: ScriptValue
    let reportLongTask: ScriptValue

    /// Placeholders until the bootstrap has run.
    init(_ placeholder: ScriptValue) {
        self.init { _ in placeholder }
    }

    /// Takes each function by its name.
    init(_ take: (String) -> ScriptValue) {
        runImmediate = take("runImmediate")
        rejectionChanged = take("rejectionChanged")
        processRejections = take("processRejections")
        handleUncaught = take("handleUncaught")
        printFatal = take("printFatal")
        emitBeforeExit = take("emitBeforeExit")
        emitExit = take("emitExit")
        modules = take("modules")
        esm = take("esm")
        require = take("require")
        enter = take("enter")
        repl = take("repl")
        portMessage = take("portMessage")
        portMessageError = take("portMessageError")
        portClosed = take("portClosed")
        makePort = take("makePort")
        workerEvent = take("workerEvent")
        workerMain = take("workerMain")
        runTask = take("runTask")
        runAnimationFrame = take("runAnimationFrame")
        runIdle = take("runIdle")
        reportLongTask = take("reportLongTask")
    }
}

// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

// The native functions that builtins get as `binding`, one extension for each concern.
extension Runtime {
    func defineBindings(on binding: ScriptValue) {
        define("runPendingBody", on: binding) { [unowned(unsafe) self] _ in
            let body = pendingBody
            pendingBody = nil
            if let body { context.runningLoop(body) }
        }
        binding.set("profile", to: context.string(options.profile == .browser ? "browser" : "node"))
        defineQueueBindings(on: binding)
        defineClockBindings(on: binding)
        defineOutputBindings(on: binding)
        defineProcessBindings(on: binding)
        defineFileBindings(on: binding)
        defineFileSystemBindings(on: binding)
        defineModuleBindings(on: binding)
        defineTextBindings(on: binding)
        defineDigestBindings(on: binding)
        defineCryptoBindings(on: binding)
        defineZlibBindings(on: binding)
        defineWaitBindings(on: binding)
        defineLabBindings(on: binding)
        defineListenerBindings(on: binding)
        definePromptBindings(on: binding)
        definePortBindings(on: binding)
        defineWorkerBindings(on: binding)
        if options.profile == .browser { definePageBindings(on: binding) }
    }

    /// Adds one native function to the binding.
    func define(_ name: String, on binding: ScriptValue, _ body: @escaping NativeFunction) {
        binding.set(name, to: context.function(name, length: 0, in: realm, body))
    }
}

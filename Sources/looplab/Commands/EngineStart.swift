// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import ScriptEngine

/// Starts the engine once and makes runtimes on it.
enum EngineStart {
    /// Makes a runtime, starting the engine before the first one.
    static func runtime(_ options: RuntimeOptions) throws(CommandError) -> Runtime {
        try startEngine()
        do throws(RuntimeError) {
            return try Runtime(options)
        } catch {
            throw .runtime(error)
        }
    }

    /// Starts the engine, once.
    static func startEngine() throws(CommandError) {
        do throws(Engine.Failure) {
            try Engine.start(cacheDirectory: ProcessEnvironment.cacheDirectory)
        } catch .initialization(let text) {
            throw .runtime(.engine(text))
        } catch {
            throw .runtime(.outOfMemory)
        }
    }
}

// SPDX-License-Identifier: MIT
internal import CScriptEngine
internal import Synchronization

/// The JavaScript engine of this process: started once, before the first context.
public enum Engine {
    // Never waited for in the copy of a process, where this kind of lock fails: the engine has been started by then.
    private static let isRunning = Mutex(false)

    /// Why the engine could not start.
    public enum Failure: Error, Sendable {
        /// The library refused to initialize; the text is its own.
        case initialization(String)
        /// There was no memory for a context or a realm.
        case outOfMemory
    }

    /// Starts the engine.
    ///
    /// The first call counts, before any context is made; later ones change nothing. `cacheDirectory` keeps the
    /// engine's self-hosted code in parsed form; a cache that does not check is ignored and replaced. Without the JIT
    /// no executable memory is asked for. Without helper threads a process that has no other one can be copied by
    /// fork(2); collections then do all their work on the thread that needs them.
    public static func start(
        cacheDirectory: String?, isJITEnabled: Bool = true, hasHelperThreads: Bool = true
    ) throws(Failure) {
        let failure = isRunning.withLock { isRunning -> String? in
            if isRunning { return nil }
            let failure = startProcess(cacheDirectory, isJITEnabled, hasHelperThreads)
            isRunning = failure == nil
            return failure
        }
        if let failure { throw .initialization(failure) }
    }

    /// Whether the engine was started in this process.
    public static var isStarted: Bool { isRunning.withLock { $0 } }

    private static func startProcess(
        _ cacheDirectory: String?, _ isJITEnabled: Bool, _ hasHelperThreads: Bool
    ) -> String? {
        func begin(_ directory: UnsafePointer<CChar>?) -> String? {
            var options = LLSProcessOptions(
                cache_directory: directory, disables_jit: !isJITEnabled, has_no_threads: !hasHelperThreads)
            return lls_process_start(&options).map { String(cString: $0) }
        }
        if let cacheDirectory { return cacheDirectory.withCString(begin) }
        return begin(nil)
    }

    /// Shuts the engine down, once every context is gone; a process that leaves with `_exit` need not call it.
    public static func shutDown() {
        isRunning.withLock { isRunning in
            if isRunning { lls_process_shut_down() }
            isRunning = false
        }
    }

    /// Gives memory that was freed back to the system.
    public static func returnFreeMemory() {
        lls_memory_trim()
    }

    /// The library's own name and version, such as `JavaScript-C102.15.1`.
    public static var version: String {
        String(cString: lls_engine_version())
    }
}

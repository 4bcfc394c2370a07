// SPDX-License-Identifier: MIT
internal import CScriptEngine

/// The JavaScript engine of this process: started once, before the first context.
public enum Engine {
    /// Why the engine could not start.
    public enum Failure: Error, Sendable {
        /// The library refused to initialize; the text is its own.
        case initialization(String)
        /// There was no memory for a context or a realm.
        case outOfMemory
    }

    /// Starts the engine.
    ///
    /// Call it once, before any context is made. `cacheDirectory` keeps the engine's self-hosted code in parsed form;
    /// a cache that does not check is ignored and replaced. Without the JIT no executable memory is asked for.
    public static func start(cacheDirectory: String?, isJITEnabled: Bool = true) throws(Failure) {
        var failure: UnsafePointer<CChar>?
        func begin(_ directory: UnsafePointer<CChar>?) {
            var options = LLSProcessOptions(cache_directory: directory, disables_jit: !isJITEnabled)
            failure = lls_process_start(&options)
        }
        if let cacheDirectory {
            cacheDirectory.withCString(begin)
        } else {
            begin(nil)
        }
        if let failure {
            throw .initialization(String(cString: failure))
        }
    }

    /// Shuts the engine down; every context must be gone. A process that leaves with `_exit` need not call it.
    public static func shutDown() {
        lls_process_shut_down()
    }

    /// The library's own name and version, such as `JavaScript-C102.15.1`.
    public static var version: String {
        String(cString: lls_engine_version())
    }
}

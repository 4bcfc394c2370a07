// SPDX-License-Identifier: MIT
import EngineTesting
import ScriptEngine

/// One context with one realm, on the engine thread, for the length of a test.
final class Session {
    let host = RecordingHost()
    let context: ScriptContext
    let realm: ScriptValue

    init(_ options: ScriptContext.Options) throws {
        context = try ScriptContext(options, host: host)
        realm = try context.makeRealm()
    }

    /// Lets go of everything and closes the context.
    func close() {
        host.jobs = []
        host.imports = []
        host.modules = [:]
        host.answer = { true }
        host.fillMeta = { _, _ in }
        context.close()
    }

    /// Runs a script in the realm.
    @discardableResult
    func run(_ text: String, file: String = "test.js") -> Completion {
        context.evaluate(Source(text, file: file), in: realm)
    }

    /// Runs a script and gives what came of it as text: the value, or what was thrown.
    func result(_ text: String) -> String {
        Self.describe(run(text))
    }

    /// A completion as text.
    static func describe(_ completion: Completion) -> String {
        switch completion {
        case .normal(let value): value.text ?? "(no text)"
        case .thrown(let error): "thrown " + (error.text ?? "(no text)")
        case .terminated: "terminated"
        }
    }

    /// Runs waiting promise jobs, and those that they queue, first come first.
    func runJobs() {
        while !host.jobs.isEmpty {
            if case .terminated = context.run(host.jobs.removeFirst()) { return }
        }
    }

    /// Makes a function of the realm's global object from Swift.
    func define(_ name: String, _ body: @escaping NativeFunction) {
        realm.set(name, to: context.function(name, length: 0, in: realm, body))
    }
}

/// Runs a test's body with a session on the engine thread.
func withSession<Result: Sendable>(
    _ options: ScriptContext.Options = ScriptContext.Options(), _ body: @Sendable (Session) throws -> Result
) async throws -> Result {
    try await onEngineThread {
        let session = try Session(options)
        defer { session.close() }
        return try body(session)
    }
}

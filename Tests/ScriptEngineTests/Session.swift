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

    /// Makes `cloneValue(value, transfer, failure)`, which writes a value and reads it again.
    ///
    /// When the value is refused, `failure[0]` becomes the culprit and `failure[1]` true.
    func defineClone() {
        let (context, realm) = (context, realm)
        define("cloneValue") { arguments throws(ThrownError) in
            let serialized: SerializedValue
            do throws(CloneFailure) {
                let transfer = arguments.kind(1) == .object ? arguments.value(1) : nil
                serialized = try context.serialize(arguments.value(0), transferring: transfer)
            } catch {
                if error.reason == .thrown { throw .kept(error.culprit) }
                let failure = arguments.value(2)
                failure.set("0", to: context.adopt(error.culprit))
                failure.set("1", to: context.boolean(true))
                return
            }
            switch context.deserialize(serialized, in: realm) {
            case .normal(let value): arguments.returns(value)
            case .thrown(let error): throw .kept(error.leak())
            case .terminated: throw .terminate
            }
        }
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

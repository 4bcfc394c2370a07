// SPDX-License-Identifier: MIT
import ScriptEngine
import Testing

/// Modules of a test, which import each other by their names and write to a global `log`.
struct ModuleGraph {
    private let session: Session

    init(_ session: Session) {
        self.session = session
        session.run("var log = []")
    }

    /// Compiles a module; its number is how many there were before.
    @discardableResult
    func add(_ name: String, _ text: String) throws -> ScriptValue {
        let number = Referrer(number: Int32(session.host.modules.count))
        let source = Source(text, file: name + ".mjs", referrer: number)
        let completion = session.context.compileModule(source, in: session.realm)
        let module = try #require(completion.value, "\(Session.describe(completion))")
        session.host.modules[name] = module
        return module
    }

    /// Links and evaluates a module, runs all promise jobs, and says what became of it.
    func run(_ name: String) -> String {
        guard let module = session.host.modules[name] else { return "unknown" }
        if case .thrown(let error) = session.context.instantiate(module) { return "thrown " + (error.text ?? "?") }
        guard let promise = session.context.evaluate(module: module).value else { return "not evaluated" }
        session.runJobs()
        switch promise.promiseState {
        case .pending: return "pending"
        case .fulfilled: return "fulfilled"
        case .rejected(let reason): return "rejected " + (reason.text ?? "?")
        case nil: return "no promise"
        }
    }
}

extension ScriptContext {
    /// Runs a script that the host knows by a number.
    func evaluateText(_ text: String, referrer: Int32, in realm: ScriptValue) {
        _ = evaluate(Source(text, file: "script.js", referrer: Referrer(number: referrer)), in: realm)
    }
}

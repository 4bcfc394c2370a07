// SPDX-License-Identifier: MIT
import ScriptEngine

/// A host that keeps what the engine asks of it, for tests to look at.
final class RecordingHost: DateClockHost {
    /// A dynamic import that nobody has ended yet.
    struct PendingImport {
        var specifier: String
        var referrer: Referrer
        var request: DynamicImport
    }

    /// A change of a promise that was rejected.
    struct Rejection: Equatable {
        var reason: String
        var isHandled: Bool
    }

    /// Promise jobs in the order in which they came.
    var jobs: [PromiseJob] = []
    /// What the engine said of rejected promises.
    var rejections: [Rejection] = []
    /// Dynamic imports in the order in which they came.
    var imports: [PendingImport] = []
    /// What every module's imports lead to.
    var modules: [String: ScriptValue] = [:]
    /// Which specifiers were resolved, with the number of the file that has the import.
    var resolutions: [String] = []
    /// Answers an interrupt.
    var answer: () -> Bool = { true }
    /// How often the engine asked.
    var interruptCount = 0
    /// Fills `import.meta`.
    var fillMeta: (ScriptValue, Referrer) -> Void = { _, _ in }
    /// What `Date` shows once the context uses this clock.
    var dateMilliseconds = 0.0

    func enqueue(_ job: PromiseJob) {
        jobs.append(job)
    }

    func rejectionChanged(of promise: ScriptValue, isHandled: Bool) {
        guard case .rejected(let reason) = promise.promiseState else { return }
        rejections.append(Rejection(reason: reason.text ?? "?", isHandled: isHandled))
    }

    func shouldContinue() -> Bool {
        interruptCount += 1
        return answer()
    }

    func resolveModule(_ specifier: String, from referrer: Referrer) throws(ThrownError) -> ScriptValue {
        resolutions.append("\(referrer.number) \(specifier)")
        guard let module = modules[specifier] else {
            throw .make(.error, message: "Cannot find module '\(specifier)'", code: "ERR_MODULE_NOT_FOUND")
        }
        return module
    }

    func importDynamically(_ specifier: String, from referrer: Referrer, request: DynamicImport) {
        imports.append(PendingImport(specifier: specifier, referrer: referrer, request: request))
    }

    func populate(importMeta: ScriptValue, of module: Referrer) {
        fillMeta(importMeta, module)
    }
}

// SPDX-License-Identifier: MIT

/// A promise job that waits in the host's microtask queue.
public struct PromiseJob: Equatable, Sendable {
    /// The number under which the engine keeps the job.
    public let number: UInt32

    /// Names the job that the engine keeps under `number`.
    public init(number: UInt32) {
        self.number = number
    }
}

/// The number by which a host knows the file that a script or module came from.
public struct Referrer: Hashable, Sendable {
    /// What a script has that came from no file.
    public static let none = Referrer(number: -1)

    /// The host's own number; −1 for none.
    public let number: Int32

    /// Wraps a host's own number.
    public init(number: Int32) {
        self.number = number
    }
}

/// What the engine asks of its host (ECMA-262 section 16.2.1.8 and section 9.5, the Host hooks).
///
/// Every call comes on the thread of the context, while JavaScript is on the stack.
public protocol ScriptHost: AnyObject {
    /// Puts a promise job into the microtask queue (HostEnqueuePromiseJob).
    func enqueue(_ job: PromiseJob)
    /// Learns that a promise was rejected without a handler, or got its first handler after that.
    func rejectionChanged(of promise: ScriptValue, isHandled: Bool)
    /// Answers an interrupt: false ends the running script, which cannot catch it.
    func shouldContinue() -> Bool
    /// Gives the module record for a specifier (HostResolveImportedModule).
    func resolveModule(_ specifier: String, from referrer: Referrer) throws(ThrownError) -> ScriptValue
    /// Starts a dynamic import, which ends with `ScriptContext.finish(_:with:)` (HostImportModuleDynamically).
    func importDynamically(_ specifier: String, from referrer: Referrer, request: DynamicImport)
    /// Fills `import.meta` of a module (HostGetImportMetaProperties).
    func populate(importMeta: ScriptValue, of module: Referrer)
    /// Makes the object of a port that arrived with the message being read; nil after a failure.
    func makePort(at index: Int) -> ScriptValue?
}

extension ScriptHost {
    /// Answers that there are no ports.
    public func makePort(at index: Int) -> ScriptValue? { nil }
}

/// An error that the host throws into JavaScript.
public enum ThrownError: Error {
    /// A new error of the given constructor, with an optional `code` property.
    case make(ErrorConstructor, message: String, code: String?)
    /// A value kept under a number (`ScriptValue.leak()`), which the throw gives up.
    case kept(UInt32)
    /// No value: the running script ends and cannot catch it.
    case terminate

    /// A new `TypeError` without a code.
    public static func typeError(_ message: String) -> ThrownError {
        .make(.typeError, message: message, code: nil)
    }
}

/// The constructors that the host may throw with (ECMA-262 section 20.5).
public enum ErrorConstructor: Sendable {
    /// `Error`.
    case error
    /// `RangeError`.
    case rangeError
    /// `ReferenceError`.
    case referenceError
    /// `SyntaxError`.
    case syntaxError
    /// `TypeError`.
    case typeError
}

/// An `import()` that waits for its module.
public struct DynamicImport {
    let referrer: Referrer
    let request: ScriptValue
    let promise: ScriptValue
}

@available(*, unavailable)
extension DynamicImport: Sendable {}

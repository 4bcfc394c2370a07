// SPDX-License-Identifier: MIT
import Testing

/// A place of a program from which a callback can end it.
struct CallbackKind: Sendable, CustomTestStringConvertible {
    let name: String
    private let template: String

    private init(_ name: String, _ template: String) {
        self.name = name
        self.template = template
    }

    var testDescription: String { name }

    /// A program that runs a statement in this place, and would print `never` after it.
    func program(_ statement: String) -> String {
        let body = "try { \(statement) } finally { console.log('never') }"
        return template.split(separator: "BODY", omittingEmptySubsequences: false).joined(separator: body)
    }

    /// A program that throws in this place.
    func throwingProgram(_ expression: String) -> String {
        template.split(separator: "BODY", omittingEmptySubsequences: false).joined(separator: "throw \(expression)")
    }

    static let all = [
        CallbackKind("script", "BODY"),
        CallbackKind("module", "import 'node:path'; BODY"),
        CallbackKind("module after an await", "await null; BODY; export {}"),
        CallbackKind("tick", "process.nextTick(() => { BODY })"),
        CallbackKind("microtask", "queueMicrotask(() => { BODY })"),
        CallbackKind("promise job", "Promise.resolve().then(() => { BODY })"),
        CallbackKind("async function", "(async () => { await null; BODY })()"),
        CallbackKind("timer", "setTimeout(() => { BODY })"),
        CallbackKind("interval", "setInterval(() => { BODY })"),
        CallbackKind("immediate", "setImmediate(() => { BODY })"),
        CallbackKind("timer promise", "require('node:timers/promises').setTimeout(1).then(() => { BODY })"),
        CallbackKind("dynamic import", "import('node:path').then(() => { BODY })"),
        CallbackKind("beforeExit listener", "process.once('beforeExit', () => { BODY })"),
        CallbackKind("exit listener", "process.once('exit', () => { BODY })"),
        CallbackKind("warning listener", "process.on('warning', () => { BODY }); process.emitWarning('w')"),
        CallbackKind("rejection listener", "process.on('unhandledRejection', () => { BODY }); Promise.reject(1)"),
        CallbackKind(
            "event listener",
            "const t = new EventTarget(); t.addEventListener('x', () => { BODY }); t.dispatchEvent(new Event('x'))"),
        CallbackKind(
            "abort listener",
            "setTimeout(() => {}, 50); AbortSignal.timeout(1).addEventListener('abort', () => { BODY })"),
        CallbackKind("conversion in a console call", "console.log('%s', { toString() { BODY } })"),
        CallbackKind(
            "exception listener", "process.on('uncaughtException', () => { BODY }); setTimeout(() => { throw 1 })"),
    ]
}

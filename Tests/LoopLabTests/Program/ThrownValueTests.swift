// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// A throw, or `process.exit`, in every place where a program's code is called.
@Suite struct ThrownValueTests {
    /// A kind of callback: `§` stands for the code in it.
    struct Place: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let source: String

        init(_ name: String, _ source: String) {
            testDescription = name
            self.source = source
        }
    }

    static let places = [
        Place("module body", "§"), Place("required module", "require('./required.js')"),
        Place("imported module", "import('./required.js')"),
        Place("timer", "setTimeout(() => { § }, 1)"),
        Place("interval", "const i = setInterval(() => { clearInterval(i); § }, 1)"),
        Place("immediate", "setImmediate(() => { § })"), Place("tick", "process.nextTick(() => { § })"),
        Place("microtask", "queueMicrotask(() => { § })"), Place("reaction", "Promise.resolve().then(() => { § })"),
        Place("finally", "Promise.resolve().finally(() => { § })"), Place("executor", "new Promise(() => { § })"),
        Place("async function", "(async () => { await null; § })()"),
        Place("thenable", "Promise.resolve({ then() { § } })"),
        Place("listener", "const e = new (require('events'))(); e.on('x', () => { § }); e.emit('x')"),
        Place(
            "event target",
            "const t = new EventTarget(); t.addEventListener('x', () => { § }); t.dispatchEvent(new Event('x'))"),
        Place("abort", "const c = new AbortController(); c.signal.onabort = () => { § }; c.abort()"),
        Place("uncaughtException", "process.on('uncaughtException', () => { § }); throw new Error('first')"),
        Place(
            "unhandledRejection", "process.on('unhandledRejection', () => { § }); Promise.reject(new Error('first'))"),
        Place("exit", "process.on('exit', () => { § })"), Place("beforeExit", "process.on('beforeExit', () => { § })"),
        Place("getter in console.log", "console.log({ a: { get b() { § } } }.a.b)"),
        Place("custom inspect", "console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { § } })"),
        Place("toString", "console.log(`${{ toString() { § } }}`)"),
        Place("proxy trap", "new Proxy({}, { get() { § } }).x"),
        Place("sort", "[2, 1].sort(() => { § })"), Place("replace", "'a'.replace(/a/, () => { § })"),
        Place("toJSON", "JSON.stringify({ toJSON() { § } })"), Place("generator", "[...(function* () { § })()]"),
        Place("async generator", "(async () => { for await (const x of (async function* () { § })()); })()"),
        Place("getter of a module", "const { a } = { get a() { § } }"),
        Place("class field", "new (class { a = (() => { § })() })()"),
    ]

    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func run(_ place: Place, _ code: String) throws -> ProgramProcess.Result {
        try folder.write("required.js", code)
        try folder.write("a.js", place.source.replacing("§", with: code))
        return try looplab("run", "a.js", in: folder)
    }

    @Test(arguments: places)
    func anErrorIsReportedWithItsPlace(place: Place) throws {
        let result = try run(place, "throw new Error('boom')")
        #expect(result.exit == .code(place.testDescription == "uncaughtException" ? 7 : 1), "\(result)")
        #expect(result.output == "", "\(result)")
        let file = place.source.contains("required.js") ? "required.js" : "a.js"
        #expect(result.errors.hasPrefix("\(folder.path)/\(file):1\n"), "\(result)")
        #expect(result.errors.contains("throw new Error('boom')"), "\(result)")
        #expect(result.errors.contains("\nError: boom\n    at "), "\(result)")
        #expect(result.errors.components(separatedBy: "Error: boom").count == 2, "reported once: \(result)")
    }

    @Test(arguments: places)
    func processExitLeavesAtOnce(place: Place) throws {
        let result = try run(place, "process.exit(5); console.log('went on')")
        #expect(result.exit == .code(5), "\(result)")
        #expect(result.output == "" && result.errors == "", "\(result)")
    }

    @Test(arguments: places)
    func anExitCodeThatWasSetDoesNotHideAnError(place: Place) throws {
        let result = try run(place, "process.exitCode = 0; throw new Error('boom')")
        #expect(result.exit != .code(0) && result.errors.contains("Error: boom"), "\(result)")
    }

    @Test(arguments: [
        ("null", "null"), ("undefined", "undefined"), ("1", "1"), ("-0", "-0"), ("2n", "2n"), ("'text'", "text"),
        ("''", ""), ("true", "true"), ("Symbol('s')", "Symbol(s)"), ("{ a: 1 }", "{ a: 1 }"), ("[1]", "[ 1 ]"),
        ("() => {}", "[Function (anonymous)]"), ("Object.create(null)", "[Object: null prototype] {}"),
        ("new Proxy(new Error('inner'), {})", "Error: inner"),
        ("(() => { const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy })()", "Proxy"),
        ("{ toString() { throw 1 } }", "toString"), ("{ get message() { throw 1 } }", "message"),
        (
            "new Proxy({}, { get() { throw 1 }, ownKeys() { throw 1 }, getPrototypeOf() { throw 1 } })",
            ""
        ),
        ("Object.assign(new Error('m'), { name: { toString() { throw 1 } } })", ""),
        ("Object.defineProperty(new Error('stackless'), 'stack', { get() { throw 1 } })", "stackless"),
        ("Object.assign(new Error('m'), { stack: undefined })", "m"),
        ("Object.assign(new Error('m'), { stack: 5 })", ""),
        ("Object.assign(new Error('m'), { stack: 'own stack' })", "own stack"),
        ("new AggregateError([new Error('one'), null], 'several')", "several"),
        ("new (class extends Error { name = 'Own' })('m')", "m"), ("new Error('x'.repeat(1e6))", "Error: xxx"),
        ("new Error('two\\nlines')", "two\nlines"), ("new Error('\\x1b[31m red')", "red"),
        ("new Error('lone \\ud800')", "lone"),
        ("(() => { const e = new Error('round'); e.cause = e; return e })()", "round"),
        ("new DOMException('m', 'AbortError')", "AbortError"), ("globalThis", ""), ("process", ""),
    ])
    func anyValueCanBeThrown(value: String, shown: String) throws {
        for (source, isRejection) in [("throw \(value)", false), ("Promise.reject(\(value))", true)] {
            try folder.write("a.js", source)
            let result = try looplab("run", "a.js", in: folder)
            #expect(result.exit == .code(1), "\(source): \(result)")
            #expect(result.output == "")
            #expect(isRejection || shown.isEmpty || result.errors.contains(shown), "\(source): \(result)")
            #expect(result.errors.count > 10 && result.errors.hasSuffix("\n"), "\(source): \(result)")
        }
    }

    @Test(arguments: ["null", "'text'", "{ a: 1 }", "Symbol('s')"])
    func aThrownValueThatIsNoErrorHasAPlaceToo(value: String) throws {
        try folder.write("a.js", "\nfunction f() { throw \(value) }\nf()")
        let result = try looplab("run", "a.js", in: folder)
        #expect(result.errors.hasPrefix("\(folder.path)/a.js:2\nfunction f() { throw"), "\(result)")
    }

    @Test(arguments: [
        ("'text'", "text"), ("null", "null"), ("1n", "1"), ("Symbol('s')", "Symbol(s)"), ("undefined", "undefined"),
        ("{ a: 1 }", "#<Object>"),
    ])
    func aRejectionWithNoErrorIsWrapped(value: String, reason: String) throws {
        let result = try looplab("run", "-e", "Promise.reject(\(value))", in: folder)
        #expect(result.exit == .code(1))
        #expect(
            result.errors.contains(
                "UnhandledPromiseRejection: This error originated either by throwing inside of an async function"
                    + " without a catch block, or by rejecting a promise which was not handled with .catch()."
                    + " The promise rejected with the reason \"\(reason)\"."), "\(result)")
        #expect(result.errors.contains("code: 'ERR_UNHANDLED_REJECTION'"))
        #expect(!result.errors.contains("[UnhandledPromiseRejection"), "\(result)")
    }

    @Test(
        arguments: [
            ("process.on('exit', () => process.exit(7)); process.exit(3)", 7),
            ("process.on('exit', () => { process.exitCode = 8 })", 8), ("process.exitCode = 9; throw 1", 1),
            ("process.on('exit', () => { process.exitCode = 9; throw 1 })", 9),
            ("process.on('exit', (code) => { process.exitCode = code + 1 }); throw 1", 2),
            ("process.on('uncaughtException', () => {}); throw 1", 0),
            ("process.on('uncaughtException', () => { throw 2 }); throw 1", 7),
            ("process.on('uncaughtException', () => {}); setTimeout(() => process.exit(4), 1); throw 1", 4),
            ("process.exit(256)", 0), ("process.exit(-1)", 255), ("process.exit('6')", 6),
            ("process.exit(undefined)", 0),
            ("process.exitCode = '5'", 5), ("process.exit(1e10)", 0), ("process.exit('x')", 1), ("process.exit({})", 1),
            ("process.exitCode = 'x'", 1), ("process.abort ? process.exit(2) : 0", 2),

            ("process.emit = () => { throw new Error('no emit') }; process.exit(4)", 7),
            ("Object.prototype.get = 1; Array.prototype.extra = 2; setTimeout(() => { throw new Error('x') })", 1),
            ("Error.prepareStackTrace = () => { throw 3 }; throw new Error('p')", 1),
            ("Error.prototype.toString = () => { throw 3 }; throw new Error('p')", 1),
            (
                "Promise.prototype.then = Array.prototype[Symbol.iterator] = null; process.nextTick(() => null.x)",
                1
            ),
        ] as [(String, Int32)])
    func theExitCodeIsNodes(program: String, code: Int32) throws {
        let result = try looplab("run", "-e", program, in: folder)
        #expect(result.exit == .code(code), "\(program): \(result)")
    }
}

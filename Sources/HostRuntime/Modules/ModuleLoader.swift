// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// The graph of ES modules: it compiles, resolves, links and evaluates (ECMA-262 section 16.2.1).
///
/// Where a specifier leads is decided in builtins/internal/esm.js; a builtin, CommonJS or JSON module is given to the
/// engine as a small module that exports its value.
final class ModuleLoader {
    private struct Record {
        let key: String
        let format: String
        let name: String
        var module: ScriptValue?
    }

    private unowned let runtime: Runtime
    private var records: [Record] = []
    private var numbers: [String: Int32] = [:]
    private var entryPromise: ScriptValue?
    private var entryName = ""

    init(runtime: Runtime) {
        self.runtime = runtime
    }

    private var context: ScriptContext { runtime.context }

    func removeAll() {
        records.removeAll()
        numbers.removeAll()
        entryPromise = nil
    }

    // MARK: The entry

    /// Whether the entry module still waits for something that will never come.
    var entryIsUnsettled: Bool {
        if case .pending = entryPromise?.promiseState { true } else { false }
    }

    /// Queues a file as the entry module.
    ///
    /// Node reads it in the poll phase and evaluates it from a promise job.
    func enqueueEntry(_ path: String) {
        enqueueEntry(name: path) { [self] () throws(ThrownError) in try load(format: "module", name: path) }
    }

    /// Queues text as the entry module.
    func enqueueEntry(text: String, name: String) {
        let path = runtime.directory + "/" + name
        enqueueEntry(name: path) { [self] () throws(ThrownError) in
            let number = register(format: "module", name: path)
            try compile(text, number)
            return number
        }
    }

    private func enqueueEntry(name: String, _ load: @escaping () throws(ThrownError) -> Int32) {
        entryName = name
        let job = runtime.closures.add { [self] in evaluateEntry(load) }
        if runtime.loop.profile == .browser {
            runtime.loop.queueTask(job, source: .networking)
            return
        }
        if runtime.startsModulesAsTasks {
            runtime.loop.enqueuePoll(job)
            return
        }
        let task = runtime.closures.add { [self] in
            runtime.loop.enqueueMicrotask(job)
            return .completed
        }
        runtime.loop.enqueuePoll(task)
    }

    private func evaluateEntry(_ load: () throws(ThrownError) -> Int32) -> Outcome {
        do throws(ThrownError) {
            let number = try load()
            let promise = try evaluate(number)
            entryPromise = promise
            // The job that watches it would be taken for one of the program's.
            if runtime.startsModulesAsTasks, case .fulfilled = promise.promiseState { return .completed }
            let onRejected = context.function("", length: 1, in: runtime.realm) { [unowned runtime] arguments in
                _ = runtime.handleUncaught(arguments.value(0), isFromPromise: true)
            }
            if let esm = runtime.hook(runtime.hooks.esm), let watch = esm.property("watchEntry") {
                _ = context.call(watch, [promise, onRejected])
            }
            return runtime.ending == nil ? .completed : .stop
        } catch {
            return fail(error)
        }
    }

    private func fail(_ error: ThrownError) -> Outcome {
        guard case .kept(let number) = error else { return runtime.outcome(.terminated) }
        return runtime.handleUncaught(context.adopt(number), isFromPromise: true) ? .failed : .stop
    }

    /// Says where an entry module waits for ever, as Node does before it ends with code 13.
    func reportUnsettledEntry() {
        var text = "Warning: Detected unsettled top-level await at \(entryName)\n"
        text.withUTF8 { runtime.write(UnsafeRawBufferPointer($0), to: .error) }
    }

    // MARK: Host hooks

    /// The module record that an import means.
    func module(for specifier: String, from referrer: Referrer) throws(ThrownError) -> ScriptValue {
        let number = try resolve(specifier, from: referrer)
        guard let module = records[Int(number)].module else {
            throw .make(.error, message: "\(specifier) is not loaded", code: "ERR_MODULE_NOT_FOUND")
        }
        return module
    }

    /// Loads a module for `import()`: a builtin at the end of this checkpoint, a file when it would have been read.
    func importDynamically(_ specifier: String, from referrer: Referrer, _ request: DynamicImport) {
        let finish = runtime.closures.add { [self] in self.finish(request, specifier, referrer) }
        let isBuiltin = (try? resolution(specifier, from: referrer))?.format == "builtin"
        if isBuiltin {
            runtime.loop.enqueueMicrotask(finish)
        } else {
            enqueue(finish, afterTurns: runtime.loop.profile == .browser ? 1 : Self.turnsToReadFile)
        }
    }

    // Node opens, sizes, reads and closes a file in the thread pool, one turn each.
    private static let turnsToReadFile = 4

    private func enqueue(_ handle: UInt32, afterTurns turns: Int) {
        let task = runtime.closures.add { [self] in
            if turns > 1 {
                enqueue(handle, afterTurns: turns - 1)
            } else {
                runtime.loop.enqueueMicrotask(handle)
            }
            return .completed
        }
        runtime.loop.enqueuePoll(task)
    }

    private func finish(_ request: DynamicImport, _ specifier: String, _ referrer: Referrer) -> Outcome {
        do throws(ThrownError) {
            let number = try resolve(specifier, from: referrer)
            context.finish(request, evaluation: try evaluate(number))
        } catch {
            guard case .kept(let number) = error else { return runtime.outcome(.terminated) }
            context.finish(request, thrown: context.adopt(number))
        }
        return runtime.ending == nil ? .completed : .stop
    }

    /// Fills `import.meta`.
    func populate(importMeta: ScriptValue, of module: Referrer) {
        guard records.indices.contains(Int(module.number)) else { return }
        let record = records[Int(module.number)]
        _ = try? call("populateImportMeta", [importMeta, context.string(record.format), context.string(record.name)])
    }

    // MARK: For CommonJS

    /// The number under which imports in a CommonJS file are resolved.
    func referrer(forFile path: String) -> Referrer {
        Referrer(number: register(format: "script", name: path))
    }

    /// The same for text that has no file.
    func referrer(forDirectoryOf name: String) -> Referrer {
        referrer(forFile: runtime.directory + "/" + name)
    }

    /// Whether text is no CommonJS but a module: it fails as the one and parses as the other.
    func hasModuleSyntax(_ text: String, file: String) -> Bool {
        guard text.contains("import") || text.contains("export") || text.contains("await") else { return false }
        guard case .thrown = runtime.compileCommonJS(text, file, .none) else { return false }
        let mended = (try? call("mendAttributes", [context.string(text)]))?.text ?? text
        if case .normal = context.compileModule(Source(mended, file: file), in: runtime.realm) { return true }
        return false
    }

    /// Loads a module for `require()`, which wants its namespace at once.
    func require(_ path: String) throws(ThrownError) -> ScriptValue {
        let number = try load(format: "module", name: path)
        let promise = try evaluate(number)
        switch promise.promiseState {
        case .rejected(let reason):
            promise.markHandled()
            throw .kept(reason.leak())
        case .pending:
            throw .make(
                .error, message: "require() cannot be used on an ES module with top-level await. Use import() instead.",
                code: "ERR_REQUIRE_ASYNC_MODULE")
        case .fulfilled, nil:
            return try value(context.namespace(of: record(number)))
        }
    }

    // MARK: Loading

    private func resolution(
        _ specifier: String, from referrer: Referrer
    ) throws(ThrownError) -> (format: String, name: String) {
        let known = records.indices.contains(Int(referrer.number))
        let parent = known ? records[Int(referrer.number)].name : runtime.directory + "/."
        let pair = try call("resolveImport", [context.string(specifier), context.string(parent)])
        return (pair.element(0)?.text ?? "", pair.element(1)?.text ?? "")
    }

    private func resolve(_ specifier: String, from referrer: Referrer) throws(ThrownError) -> Int32 {
        let target = try resolution(specifier, from: referrer)
        return try load(format: target.format, name: target.name)
    }

    private func load(format: String, name: String) throws(ThrownError) -> Int32 {
        let number = register(format: format, name: name)
        if records[Int(number)].module != nil { return number }
        let text: String
        if format == "module" {
            text = try runtime.readText(name)
        } else {
            text = try call("synthesize", [context.string(format), context.string(name)]).text ?? ""
        }
        try compile(text, number)
        return number
    }

    private func compile(_ text: String, _ number: Int32) throws(ThrownError) {
        let record = records[Int(number)]
        let mended = record.format == "module" ? try call("mendAttributes", [context.string(text)]).text ?? text : text
        let file = record.format == "module" ? record.name : "node:internal/synthetic/" + record.name
        let run = record.format == "module" ? runtime.textToRun(mended, as: .module) : mended
        let source = Source(run, file: file, referrer: Referrer(number: number))
        let module = try value(context.compileModule(source, in: runtime.realm))
        records[Int(number)].module = module
        do throws(ThrownError) {
            for request in context.requests(of: module) {
                _ = try resolve(request.specifier, from: Referrer(number: number))
            }
        } catch {
            records[Int(number)].module = nil
            throw error
        }
    }

    private func evaluate(_ number: Int32) throws(ThrownError) -> ScriptValue {
        let module = record(number)
        switch context.instantiate(module) {
        case .normal: break
        case .thrown(let error): throw .kept(error.leak())
        case .terminated: throw .terminate
        }
        return try value(context.evaluate(module: module))
    }

    private func record(_ number: Int32) -> ScriptValue {
        guard let module = records[Int(number)].module else { preconditionFailure("module \(number) is not compiled") }
        return module
    }

    private func register(format: String, name: String) -> Int32 {
        let key = format + ":" + name
        if let number = numbers[key] { return number }
        let number = Int32(records.count)
        records.append(Record(key: key, format: format, name: name, module: nil))
        numbers[key] = number
        return number
    }

    private func call(_ name: String, _ arguments: [ScriptValue]) throws(ThrownError) -> ScriptValue {
        guard let esm = runtime.hook(runtime.hooks.esm), let function = esm.property(name) else { throw .terminate }
        return try value(context.call(function, arguments))
    }

    private func value(_ completion: Completion) throws(ThrownError) -> ScriptValue {
        switch completion {
        case .normal(let value): return value
        case .thrown(let error): throw .kept(error.leak())
        case .terminated: throw .terminate
        }
    }
}

// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

// Builtin files: a function each, loaded once, with a `require` of their own.
extension Runtime {
    /// Makes the binding object, loads the profile's bootstrap and takes its hooks.
    func bootstrap() throws(RuntimeError) {
        let binding = context.object(in: realm)
        context.defineIntrospection(on: binding, in: realm)
        defineBindings(on: binding)
        let cache = makeCache(realm, binding)
        do throws(ThrownError) {
            // A worker of a page has another global scope than the page; one of Node has the same.
            let isPageWorker = options.profile == .browser && role.worker != nil
            let exports = try loadBuiltin(isPageWorker ? "internal/bootstrap_worker" : "internal/bootstrap", cache)
            runTimer = exports.property("runTimer")?.leak() ?? 0
            hooks = RuntimeHooks { exports.property($0) ?? context.undefined }
        } catch {
            throw .engine(describeFailure(error))
        }
    }

    /// Loads a builtin, and what it requires, into the realm of a cache.
    func loadBuiltin(_ id: String, into cache: BuiltinCache) throws(RuntimeError) -> ScriptValue {
        do throws(ThrownError) {
            return try loadBuiltin(id, cache)
        } catch {
            throw .engine(describeFailure(error))
        }
    }

    /// Makes the cache of a realm's builtins, which get that binding.
    func makeCache(_ realm: ScriptValue, _ binding: ScriptValue) -> BuiltinCache {
        let cache = BuiltinCache(realm: realm, binding: binding)
        cache.require = context.function("require", length: 1, in: realm) {
            [unowned self] arguments throws(ThrownError) in
            arguments.returns(try loadBuiltin(arguments.text(0), cache))
        }
        return cache
    }

    private func loadBuiltin(_ id: String, _ cache: BuiltinCache) throws(ThrownError) -> ScriptValue {
        if let module = cache.modules[id] { return module.property("exports") ?? context.undefined }
        let known = cache.functions[id].map(Completion.normal)
        guard let compiled = known ?? compileBuiltin(id, in: cache.realm), let require = cache.require else {
            throw .make(.error, message: "no builtin named \(id)", code: nil)
        }
        let module = context.object(in: cache.realm)
        let exports = context.object(in: cache.realm)
        module.set("exports", to: exports)
        cache.modules[id] = module
        switch compiled {
        case .normal(let function):
            if cache.keepsFunctions { cache.functions[id] = function }
            switch context.call(function, [exports, require, module, cache.binding]) {
            case .normal: return module.property("exports") ?? context.undefined
            case .thrown(let error): throw .kept(error.leak())
            case .terminated: throw .terminate
            }
        case .thrown(let error): throw .kept(error.leak())
        case .terminated: throw .terminate
        }
    }

    // In the browser profile a file of builtins/browser stands in for the one of that name in builtins/internal.
    private func compileBuiltin(_ id: String, in realm: ScriptValue) -> Completion? {
        if options.profile == .browser, id.hasPrefix("internal/"),
            let own = context.compileBuiltin("browser/" + id.dropFirst("internal/".count), in: realm)
        {
            return own
        }
        return context.compileBuiltin(id, in: realm)
    }

    private func describeFailure(_ error: ThrownError) -> String {
        guard case .kept(let number) = error else { return "a builtin did not load" }
        let description = context.describe(context.adopt(number))
        return "\(description.file):\(description.line):\(description.column): \(description.text)"
    }
}

/// The builtins that are loaded into a realm.
final class BuiltinCache {
    let realm: ScriptValue
    let binding: ScriptValue
    var require: ScriptValue?
    var modules: [String: ScriptValue] = [:]
    /// Whether the functions of the files are kept, for those that are loaded again and again.
    var keepsFunctions = false
    var functions: [String: ScriptValue] = [:]

    /// Forgets those whose names begin so: they are loaded anew when they are next required.
    func forget(prefix: String) {
        modules = modules.filter { !$0.key.hasPrefix(prefix) }
    }

    init(realm: ScriptValue, binding: ScriptValue) {
        self.realm = realm
        self.binding = binding
    }
}

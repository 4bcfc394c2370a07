// SPDX-License-Identifier: MIT
internal import CScriptEngine

/// One `import` that a module makes.
public struct ModuleRequest: Sendable, Equatable {
    /// The text between the quotes.
    public let specifier: String
    /// The line of the import, from 1.
    public let line: Int
    /// The column of the import, from 1.
    public let column: Int
}

extension ScriptContext {
    /// Parses a module (ECMA-262 ParseModule).
    ///
    /// `source.referrer` is how the host will know it.
    public func compileModule(_ source: Source, in realm: ScriptValue) -> Completion {
        var result: LLSSlot = 0
        let status = source.withRaw { lls_module_compile(raw, realm.slot, $0, &result) }
        return completion(status, result)
    }

    /// What a module imports, in source order.
    public func requests(of module: ScriptValue) -> [ModuleRequest] {
        (0..<lls_module_request_count(raw, module.slot)).map { index in
            var line: UInt32 = 0
            var column: UInt32 = 0
            let specifier = String(lls_module_request(raw, module.slot, index, &line, &column))
            return ModuleRequest(specifier: specifier, line: Int(line), column: Int(column) + 1)
        }
    }

    /// Links a module and all that it imports.
    public func instantiate(_ module: ScriptValue) -> Ending {
        ending(lls_module_instantiate(raw, module.slot))
    }

    /// Evaluates a module; the value is the promise of its end.
    public func evaluate(module: ScriptValue) -> Completion {
        var promise: LLSSlot = 0
        return completion(lls_module_evaluate(raw, module.slot, &promise), promise)
    }

    /// The namespace object of a linked module.
    public func namespace(of module: ScriptValue) -> Completion {
        var result: LLSSlot = 0
        return completion(lls_module_namespace(raw, module.slot, &result), result)
    }

    /// Ends a dynamic import with the evaluation promise of its module.
    public func finish(_ dynamicImport: DynamicImport, evaluation: ScriptValue) {
        finish(dynamicImport, evaluation.slot, 0)
    }

    /// Ends a dynamic import that failed before its module could be evaluated.
    public func finish(_ dynamicImport: DynamicImport, thrown: ScriptValue) {
        finish(dynamicImport, 0, thrown.slot)
    }

    private func finish(_ dynamicImport: DynamicImport, _ evaluation: LLSSlot, _ thrown: LLSSlot) {
        _ = lls_dynamic_import_finish(
            raw, evaluation, thrown, dynamicImport.referrer.number, dynamicImport.request.slot,
            dynamicImport.promise.slot)
    }
}

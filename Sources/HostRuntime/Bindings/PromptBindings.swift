// SPDX-License-Identifier: MIT
internal import ScriptEngine

// What the prompt's JavaScript asks of the engine.
extension Runtime {
    func definePromptBindings(on binding: ScriptValue) {
        define("isPrompt", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(isPrompt)
        }
        define("defineParser", on: binding) { [unowned(unsafe) self] _ in
            context.defineParser(on: binding, in: realm)
        }
        define("parses", on: binding) { [unowned(unsafe) self] arguments in
            let source = Source(arguments.text(0), file: "repl")
            let compiled = context.compileFunction(parameters: [], source, in: realm)
            arguments.returns(compiled.value != nil)
        }
        define("evaluateScript", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            let name = arguments.text(1)
            let source = Source(
                arguments.text(0), file: name, referrer: modules.referrer(forDirectoryOf: name))
            switch context.evaluate(source, in: realm) {
            case .normal(let value): arguments.returns(value)
            case .thrown(let error): throw .kept(error.leak())
            case .terminated: throw .terminate
            }
        }
    }
}

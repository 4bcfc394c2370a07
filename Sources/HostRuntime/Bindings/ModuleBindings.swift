// SPDX-License-Identifier: MIT
internal import ScriptEngine

// What CommonJS needs of the engine and of the module loader.
extension Runtime {
    /// What a CommonJS file's text is a function of (Node: lib/internal/modules/cjs/loader.js, wrapSafe).
    static let commonJSParameters = ["exports", "require", "module", "__filename", "__dirname"]

    func defineModuleBindings(on binding: ScriptValue) {
        define("compileCommonJS", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            let path = arguments.text(1)
            let source = Source(arguments.text(0), file: path, referrer: modules.referrer(forFile: path))
            let compiled = context.compileFunction(parameters: Self.commonJSParameters, source, in: realm)
            switch compiled {
            case .normal(let function): arguments.returns(function)
            case .thrown(let error): throw .kept(error.leak())
            case .terminated: throw .terminate
            }
        }
        define("moduleSyntaxOf", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(modules.hasModuleSyntax(arguments.text(0), file: arguments.text(1)))
        }
        define("requireModule", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            arguments.returns(try modules.require(arguments.text(0)))
        }
    }
}

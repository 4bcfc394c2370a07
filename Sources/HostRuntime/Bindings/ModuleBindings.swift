// SPDX-License-Identifier: MIT
internal import ScriptEngine

// What CommonJS needs of the engine and of the module loader.
extension Runtime {
    /// What a CommonJS file's text is a function of (Node: lib/internal/modules/cjs/loader.js, wrapSafe).
    static let commonJSParameters = ["exports", "require", "module", "__filename", "__dirname"]

    /// Compiles the text of a CommonJS file; a hashbang line becomes a comment.
    func compileCommonJS(_ text: String, _ path: String, _ referrer: Referrer) -> Completion {
        let text = textToRun(text.hasPrefix("#!") ? "//" + text.dropFirst(2) : text, as: .functionBody)
        let source = Source(text, file: path, referrer: referrer)
        let compiled = context.compileFunction(parameters: Self.commonJSParameters, source, in: realm)
        guard case .thrown = compiled else { return compiled }
        // The engine closes the function itself, and blames its own brace for an end that comes too early. As a script
        // the text has that end in view; only `return` is an error there that is none here.
        let asScript = context.compileScript(source, in: realm)
        guard case .thrown(let error) = asScript, !context.describe(error).text.contains("Illegal return") else {
            return compiled
        }
        return asScript
    }

    func defineModuleBindings(on binding: ScriptValue) {
        define("compileCommonJS", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            let path = arguments.text(1)
            let referrer = modules.referrer(forFile: path)
            switch compileCommonJS(arguments.text(0), path, referrer) {
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

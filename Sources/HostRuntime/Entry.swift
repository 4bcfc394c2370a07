// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// What a program starts with.
public enum Entry: Sendable {
    /// A file whose text was read, as CommonJS or as a module, by its name, its package or its text.
    case file(path: String, text: String)
    /// Source text that has no file.
    case text(String, name: String)

    /// Reads a file, which becomes the entry.
    ///
    /// A pipe in its place is read once, like any file.
    public static func file(at path: String) throws(RuntimeError) -> Entry {
        .file(path: path, text: try SourceFile.text(at: path))
    }
}

extension Runtime {
    func start(_ entry: Entry) -> Outcome {
        if loop.profile == .browser { return startPage(entry) }
        return switch entry {
        case .file(let path, let text): startFile(realPath(path), text)
        case .text(let text, let name): startText(text, name: name)
        }
    }

    private func startFile(_ path: String, _ text: String) -> Outcome {
        texts[path] = text
        guard let loader = hook(hooks.modules), let runMain = loader.property("runMain") else { return .stop }
        let completion = context.call(runMain, [context.string(path)])
        if case .normal(let wasCommonJS) = completion, !wasCommonJS.boolean { modules.enqueueEntry(path) }
        return outcome(completion.ending)
    }

    // A page's script: a module script if its name or its text says so, else a classic script in the global scope.
    private func startPage(_ entry: Entry) -> Outcome {
        let (text, path) =
            switch entry {
            case .file(let path, let text): (text, realPath(path))
            case .text(let text, let name): (text, name)
            }
        texts[path] = text
        if path.hasSuffix(".mjs") || modules.hasModuleSyntax(text, file: path) {
            if case .file = entry { modules.enqueueEntry(path) } else { modules.enqueueEntry(text: text, name: path) }
            return .completed
        }
        let isFile = if case .file = entry { true } else { false }
        let referrer = isFile ? modules.referrer(forFile: path) : modules.referrer(forDirectoryOf: path)
        return evaluate(text, file: path, referrer)
    }

    // Text on its own is a classic script in the global scope, or a module where only that parses.
    private func startText(_ text: String, name: String) -> Outcome {
        texts[name] = text
        if modules.hasModuleSyntax(text, file: name) {
            modules.enqueueEntry(text: text, name: name)
            return .completed
        }
        let prepared = callModules("prepareEval", [context.string(name)])
        if prepared != .completed { return prepared }
        let referrer = modules.referrer(forDirectoryOf: name)
        return evaluate(text, file: name, referrer)
    }

    private func evaluate(_ text: String, file: String, _ referrer: Referrer) -> Outcome {
        let source = Source(textToRun(text, as: .script), file: file, referrer: referrer)
        return outcome(context.evaluate(source, in: realm).ending)
    }

    private func callModules(_ name: String, _ arguments: [ScriptValue]) -> Outcome {
        guard let modules = hook(hooks.modules), let function = modules.property(name) else { return .stop }
        return outcome(context.call(function, arguments).ending)
    }

    /// Loads the builtin behind a lazy hook.
    func hook(_ lazy: ScriptValue) -> ScriptValue? {
        context.call(lazy, []).value
    }
}

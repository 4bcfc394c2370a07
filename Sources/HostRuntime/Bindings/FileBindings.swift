// SPDX-License-Identifier: MIT
internal import Glibc
internal import ScriptEngine

// Files as the module loaders and error reports need them.
extension Runtime {
    func defineFileBindings(on binding: ScriptValue) {
        define("readText", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            arguments.returns(try readText(arguments.text(0)))
        }
        define("fileKind", on: binding) { [unowned(unsafe) self] arguments in
            switch fileKind(arguments.text(0)) {
            case .file: arguments.returns(1)
            case .directory: arguments.returns(2)
            case nil: arguments.returns(0)
            }
        }
        define("realPath", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(realPath(arguments.text(0)))
        }
        define("sourceText", on: binding) { [unowned(unsafe) self] arguments in
            if let text = sourceText(arguments.text(0)) { arguments.returns(text) }
        }
        define("callerLocation", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(context.callerLocation)
        }
        define("describeError", on: binding) { [unowned(unsafe) self] arguments in
            let description = context.describe(arguments.value(0))
            let result = context.object(in: realm)
            result.set("file", to: context.string(description.file))
            result.set("line", to: context.number(Double(description.line)))
            let line = sourceLine(description)
            result.set("column", to: context.number(Double(Self.calleeColumn(description.column, in: line))))
            result.set("isSyntaxError", to: context.boolean(description.isSyntaxError))
            if let line { result.set("sourceLine", to: context.string(line)) }
            arguments.returns(result)
        }
    }

    /// What is at a path, among the files that the program can see.
    func fileKind(_ path: String) -> SourceFile.Kind? {
        if let sealed = options.sealedFiles { sealed.kind(of: path) } else { SourceFile.kind(of: path) }
    }

    /// A path without links and dots; the path itself when it does not resolve.
    func realPath(_ path: String) -> String {
        options.sealedFiles == nil ? SourceFile.realPath(path) : SealedFiles.normal(path)
    }

    private func fileText(_ path: String) throws(RuntimeError) -> String {
        if let sealed = options.sealedFiles { try sealed.text(at: path) } else { try SourceFile.text(at: path) }
    }

    /// Reads source text, with Node's errors.
    func readText(_ path: String) throws(ThrownError) -> String {
        if let text = texts[path] { return text }
        do throws(RuntimeError) {
            let text = try fileText(path)
            // A record shows the text that was run, whatever becomes of the file.
            if recorder != nil { texts[path] = text }
            return text
        } catch .notUTF8(let path, let offset, let line) {
            let message = "\(path):\(line): the file is not UTF-8 (byte \(offset))"
            throw .make(.error, message: message, code: "ERR_INVALID_FILE_ENCODING")
        } catch .isDirectory {
            throw .make(.error, message: "EISDIR: illegal operation on a directory, read", code: "EISDIR")
        } catch {
            let number: Int32 = if case .unreadable(_, let number) = error { number } else { EIO }
            let isForbidden = number == EACCES
            let (code, text) = isForbidden ? ("EACCES", "permission denied") : ("ENOENT", "no such file or directory")
            throw .make(.error, message: "\(code): \(text), open '\(path)'", code: code)
        }
    }

    // The engine places a call with arguments at its parenthesis, V8 at the callee's last name.
    private static func calleeColumn(_ column: Int, in line: String?) -> Int {
        guard let line, column > 1 else { return column }
        let characters = Array(line.unicodeScalars.prefix(column))
        guard characters.count == column, characters[column - 1] == "(" else { return column }
        let name = characters.dropLast().reversed().prefix { $0.properties.isXIDContinue || $0 == "$" }
        return column - name.count
    }

    private func sourceText(_ file: String) -> String? {
        texts[file] ?? (try? fileText(file))
    }

    private func sourceLine(_ description: ErrorDescription) -> String? {
        if !description.sourceLine.isEmpty { return description.sourceLine }
        guard let text = sourceText(description.file), description.line > 0 else { return nil }
        let lines = text.split(separator: "\n", maxSplits: description.line, omittingEmptySubsequences: false)
        guard lines.count >= description.line else { return nil }
        return String(lines[description.line - 1].prefix(500))
    }
}

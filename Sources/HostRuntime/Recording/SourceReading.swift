// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine
public import Tracing

/// Reads what the sources of a recorded run say about their calls, functions and awaits, with the engine's parser.
public enum SourceReading {
    /// The facts of each source of a trace; a text that does not parse has none.
    ///
    /// Nothing of the program runs for that. The calling thread must have no other runtime open.
    public static func facts(of trace: Trace, productVersion: String) throws(RuntimeError) -> [SourceFacts] {
        var options = RuntimeOptions(output: UnseenOutput(), productVersion: productVersion)
        options.clock = .virtual
        options.arguments = ["looplab"]
        let runtime = try Runtime(options)
        defer { runtime.shutDown() }
        return trace.sources.compactMap { source in
            runtime.factRows(of: source).map { SourceFacts(file: source.file, rows: $0) }
        }
    }
}

extension Runtime {
    fileprivate func factRows(of source: Trace.Source) -> String? {
        let id = context.string("internal/source_facts")
        guard case .normal(let reader) = context.call(hooks.require, [id]), let describe = reader.property("describe"),
            case .normal(let rows) = context.call(
                describe, [context.string(source.text), context.boolean(source.file.hasSuffix(".mjs"))])
        else { return nil }
        return rows.text
    }
}

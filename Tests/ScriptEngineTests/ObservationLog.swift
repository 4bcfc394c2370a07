// SPDX-License-Identifier: MIT
import ScriptEngine

/// An observer that writes one line for each thing it hears, with promises numbered in the order of their creation.
final class ObservationLog: ExecutionObserver {
    private(set) var lines: [String] = []
    private unowned let context: ScriptContext
    private var numbers: [UInt64: Int] = [:]

    init(_ context: ScriptContext) {
        self.context = context
    }

    /// A promise's number: p1 for the first that was made; "-" for none.
    func name(_ promise: UInt64) -> String {
        if promise == 0 { return "-" }
        let number = numbers[promise] ?? numbers.count + 1
        numbers[promise] = number
        return "p\(number)"
    }

    /// A place as "line:column", or "-".
    func text(_ place: SourcePlace) -> String {
        let position = context.position(of: place)
        if place == .nowhere { return "-" }
        return position.file == "test.js"
            ? "\(position.line):\(position.column)" : "\(position.file):\(position.line):\(position.column)"
    }

    /// Writes a line.
    func note(_ line: String) {
        lines.append(line)
    }

    /// Writes what a job comes from.
    func note(job origin: JobOrigin) {
        note("job \(name(origin.promise)) \(text(origin.place))" + (origin.isContinuation ? " await" : ""))
    }

    func promiseCreated(_ promise: UInt64, at place: SourcePlace) {
        note("made \(name(promise)) \(text(place))")
    }

    func promiseSettled(_ promise: UInt64, isRejected: Bool, at place: SourcePlace) {
        note("\(isRejected ? "rejected" : "fulfilled") \(name(promise)) \(text(place))")
    }

    func handlerAttached(to promise: UInt64, derived: UInt64, at place: SourcePlace) {
        note("then \(name(promise)) -> \(name(derived)) \(text(place))")
    }

    func suspended(function: UInt64, awaiting: UInt64, at place: SourcePlace) {
        note("await \(name(function)) <- \(name(awaiting)) \(text(place))")
    }

    func resumed(function: UInt64, at place: SourcePlace) {
        note("go \(name(function)) \(text(place))")
    }

    func entered(frame: UInt64, function: String, at place: SourcePlace) {
        note("enter \(frame) \(function) \(text(place))")
    }

    func statement(frame: UInt64, depth: Int, at place: SourcePlace) {
        note("step \(frame) \(depth) \(text(place))")
    }

    func variable(frame: UInt64, name: String, value: String) {
        note("var \(frame) \(name)=\(value)")
    }

    func left(frame: UInt64) {
        note("leave \(frame)")
    }
}

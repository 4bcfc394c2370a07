// SPDX-License-Identifier: MIT
internal import ScriptEngine
internal import Tracing

/// Passes on what the engine tells of a program's promises, async functions and statements.
///
/// Confined to the loop's thread.
final class ExecutionRecorder: ExecutionObserver {
    private let recorder: TraceRecorder
    /// The greatest number of a place that was told.
    private(set) var placeCount: UInt32 = 0

    init(_ recorder: TraceRecorder) {
        self.recorder = recorder
    }

    /// The number by which the record knows a place.
    @inline(__always)
    func number(of place: SourcePlace) -> UInt32 {
        placeCount = max(placeCount, place.number)
        return place.number
    }

    func promiseCreated(_ promise: UInt64, at place: SourcePlace) {
        recorder.promiseCreated(promise, place: number(of: place))
    }

    func promiseSettled(_ promise: UInt64, isRejected: Bool, at place: SourcePlace) {
        recorder.promiseSettled(promise, isRejected: isRejected, place: number(of: place))
    }

    func handlerAttached(to promise: UInt64, derived: UInt64, at place: SourcePlace) {
        recorder.handlerAttached(to: promise, derived: derived, api: "then", place: number(of: place))
    }

    func suspended(function: UInt64, awaiting: UInt64, at place: SourcePlace) {
        recorder.suspended(function, awaiting: awaiting, place: number(of: place))
    }

    func resumed(function: UInt64, at place: SourcePlace) {
        recorder.resumed(function, place: number(of: place))
    }

    func entered(frame: UInt64, function: String, at place: SourcePlace) {
        recorder.entered(frame, function: function, place: number(of: place))
    }

    func statement(frame: UInt64, depth: Int, at place: SourcePlace) {
        recorder.statement(frame, depth: depth, place: number(of: place))
    }

    func variable(frame: UInt64, name: String, value: String) {
        recorder.variable(frame, name: name, value: value)
    }

    func left(frame: UInt64) {
        recorder.left(frame)
    }
}

@available(*, unavailable)
extension ExecutionRecorder: Sendable {}

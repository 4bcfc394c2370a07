// SPDX-License-Identifier: MIT

/// How much an observer hears of what a program does.
public enum ExecutionDetail: Sendable {
    /// Nothing.
    case none
    /// What promises and async functions do.
    case promises
    /// Statements and local variables too.
    case statements
}

/// Hears what a program does while it does it.
///
/// Every call comes on the context's thread, while JavaScript is on the stack or has just left it. None may call into
/// the context, except to read places. Promises go by the engine's ids, which are unique in the process; an async
/// function goes by the promise that it returned, an async generator by that of the call of `next` it works for.
public protocol ExecutionObserver: AnyObject {
    /// A promise was made, also one that `await` makes for what is no promise.
    func promiseCreated(_ promise: UInt64, at place: SourcePlace)
    /// A promise was fulfilled or rejected.
    func promiseSettled(_ promise: UInt64, isRejected: Bool, at place: SourcePlace)
    /// `then`, `catch`, `finally` or a function such as `Promise.all` attached a handler.
    ///
    /// `derived` is the promise that the handler settles; 0 when there is none.
    func handlerAttached(to promise: UInt64, derived: UInt64, at place: SourcePlace)
    /// An async function waits at an `await`.
    func suspended(function: UInt64, awaiting: UInt64, at place: SourcePlace)
    /// An async function goes on after its `await`, which the place is of.
    func resumed(function: UInt64, at place: SourcePlace)
    /// A function begins, or goes on in the same frame after it left.
    func entered(frame: UInt64, function: String, at place: SourcePlace)
    /// A statement of the program is about to run, below `depth` frames of the program.
    func statement(frame: UInt64, depth: Int, at place: SourcePlace)
    /// A variable has another value than when it was last told; comes before the statement.
    func variable(frame: UInt64, name: String, value: String)
    /// A function returned, threw, or waits.
    func left(frame: UInt64)
}

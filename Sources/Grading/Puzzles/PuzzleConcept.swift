// SPDX-License-Identifier: MIT

/// What somebody has to know to put the lines of a generated program in order.
public enum PuzzleConcept: String, CaseIterable, Sendable {
    /// The script runs to its end before any callback.
    case script
    /// Timers, by when they are due.
    case timers
    /// A reaction to a promise is a job.
    case then
    /// A chain takes a job for each link.
    case chains
    /// `queueMicrotask`.
    case microtasks
    /// The function given to `new Promise` runs at once.
    case executor
    /// An async function runs at once up to its first await; what follows is a job.
    case await
    /// `process.nextTick`.
    case ticks
    /// A checkpoint after each task.
    case checkpoint
    /// A promise that is settled later.
    case deferred
    /// A rejection goes past `then` to the next `catch`.
    case errors
    /// `finally` is a link like the others.
    case finally
    /// Immediates and their phase.
    case immediates
    /// A callback of the poll phase and what comes after it.
    case phases
    /// `Promise.all` and its like.
    case combinators
    /// An object with a `then` of its own.
    case thenables
    /// A promise that follows another one.
    case adoption
    /// Callbacks that ask for callbacks.
    case nesting
}

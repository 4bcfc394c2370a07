// SPDX-License-Identifier: MIT
internal import Scheduling

/// One thing that happened in a run.
///
/// A small trivial value, so that millions of them can be kept. Texts and places in the source are numbers of tables in
/// the ``Trace``. What `subject`, `value` and `text` mean depends on the kind and is said there.
public struct TraceEvent: Equatable, Sendable, BitwiseCopyable {
    /// Where the event stands in the run: from 1, over all threads, without gaps unless events were dropped.
    public var sequence: UInt64
    /// When it happened, in nanoseconds of its thread's clock.
    public var time: UInt64
    /// The sequence number of the event that made it happen; 0 for the start of the main thread.
    ///
    /// Following it leads from every event to the start of the main script. For what happens inside a callback it is
    /// the `started` event of the callback; for `started` it is the event that put the callback into its queue, and for
    /// that event what settled the promise, ended the job of the pool, sent the message or called the API.
    public var cause: UInt64
    /// What it is about, by kind: a callback, a promise, a thread, a job, a message.
    public var subject: UInt64
    /// A number, by kind.
    public var value: UInt64
    /// A text of ``Trace/texts``, by kind; 0 for none.
    public var text: UInt32
    /// Where in the source it was asked for: a number of ``Trace/places``; 0 where that is not known.
    public var place: UInt32
    /// The thread: 0 for the main one.
    public var thread: UInt16
    /// What happened.
    public var kind: Kind
    /// The part of the turn in which it happened.
    public var phase: TracePhase

    /// Makes an event from its parts.
    public init(
        sequence: UInt64 = 0, time: UInt64 = 0, kind: Kind, thread: UInt16 = 0, phase: TracePhase = .script,
        cause: UInt64 = 0, subject: UInt64 = 0, value: UInt64 = 0, text: UInt32 = 0, place: UInt32 = 0
    ) {
        self.sequence = sequence
        self.time = time
        self.cause = cause
        self.subject = subject
        self.value = value
        self.text = text
        self.place = place
        self.thread = thread
        self.kind = kind
        self.phase = phase
    }

    /// What can happen.
    public enum Kind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
        // MARK: Threads

        /// A thread began. Subject: its number. Text: its program.
        case threadStarted
        /// A thread ended. Subject: its number. Value: its exit code. Text: why, unless it ended by itself.
        case threadEnded

        // MARK: Callbacks (subject: the callback)

        /// A callback was put into its queue. Value: its ``Scheduling/CallbackKind``. Text: the API that asked for it.
        ///
        /// A completion enters its queue when it is ready; from when it was asked for until then it is `pending`.
        case queued
        /// A timer was armed, or armed again. Text: the API.
        ///
        /// Value: its delay in ms, with ``repeating`` set for an interval and ``unreferenced`` for one that does not
        /// keep the program alive.
        case timerSet
        /// A callback was taken out of its queue and will not run.
        case cleared
        /// A callback is about to run. Value: its ``Scheduling/CallbackKind``.
        case started
        /// A callback has run. Value: 0 returned, 1 threw and the program survived, 2 the program stops.
        case ended
        /// A callback held its thread for 50 ms or more. Value: nanoseconds.
        ///
        /// At level full, text and place: the operation that took most of it, where one is known.
        case blocked

        // MARK: The loop

        /// A turn began. Value: its number, from 1.
        case turnStarted
        /// A phase that has something to run was entered.
        case phaseEntered
        /// A checkpoint that has something to drain began.
        case checkpointEntered
        /// The virtual clock jumped to the event's time. Value: from when, in nanoseconds.
        case clockJumped
        /// An order that is left open was chosen. Subject: the ``Scheduling/ChoicePoint``. Value: alternatives in the
        /// upper 32 bits, the order taken in the lower.
        case choice
        /// A page takes the next task of a source. Value: the ``Scheduling/TaskSource``.
        case taskSourceChosen
        /// A page renders a frame. Value: its number.
        case frameBegan
        /// Nothing is left for the loop to do; listeners of 'beforeExit' and 'exit' run after it.
        case loopEmptied

        // MARK: Promises (subject: the promise)

        /// A promise was made.
        case promiseCreated
        /// A promise was fulfilled (value 0) or rejected (value 1).
        case promiseSettled
        /// A promise got a reaction. Value: the promise that the reaction settles, 0 for none. Text: then, await …
        case handlerAttached
        /// An async function waits. Subject: its own promise. Value: the promise that it waits for.
        case awaitSuspended
        /// An async function goes on. Subject: its own promise.
        case awaitResumed
        /// A checkpoint found a promise rejected and without a handler. Text: the reason.
        case rejectionUnhandled
        /// A promise that was reported got a handler after all.
        case rejectionHandled

        // MARK: Other threads

        /// A job was given to the pool. Subject: the callback that will answer. Text: the operation.
        case jobQueued
        /// A lane or a thread of the pool took a job. Subject: the callback. Value: the lane, from 0, if known.
        case jobStarted
        /// A job is done. Subject: the callback.
        case jobEnded
        /// Something left for another thread or port: a message, a worker's output, the order to start. Text: the API.
        case messageSent
        /// It was taken by its receiver. Subject: the sequence number of the `messageSent` event.
        case messageDelivered

        // MARK: What people see

        /// Something was printed. Subject: its number in the run, from 1. Value: 1 standard output, 2 standard error.
        /// Text: what.
        case output
        /// An error was caught by nobody. Text: its words.
        case uncaughtError
        /// The program ended. Value: its exit code. Text: why, unless it ended by itself.
        case programEnded

        // MARK: Statements (subject: the frame)

        /// A function was entered, or entered again after an await or a yield. Text: its name.
        case frameEntered
        /// A function was left. Value: 1 if it waits at an await or a yield, 0 if it returned or threw.
        case frameLeft
        /// A statement is about to run. Value: how many frames stand on the stack.
        case statement
        /// A variable of the frame has a new value. Text: its name. Value: the text of the value.
        case variable

        // MARK: Gaps

        /// Events were not kept. Value: how many of this thread.
        case dropped

        // MARK: Listeners, at level full (subject: the emitter, text: the name of its event)

        /// A listener was added. Value: how many there are now, with ``tooManyListeners`` set where the emitter warns.
        case listenerAdded
        /// A listener was taken away. Value: how many are left.
        case listenerRemoved
    }

    /// The bit of a timer's value that says that it repeats.
    public static let repeating: UInt64 = 1 << 32

    /// The bit of a timer's value that says that it does not keep the program alive.
    public static let unreferenced: UInt64 = 1 << 33

    /// The bits of a listener's value that say how many there are.
    public static let listenerCount: UInt64 = tooManyListeners - 1

    /// The bit of a listener's value that says that there are more than the emitter's limit.
    public static let tooManyListeners: UInt64 = 1 << 32

    /// The name of a callback of one thread in the whole run.
    public static func callback(_ id: UInt64, thread: UInt16) -> UInt64 { UInt64(thread) << 48 | id }
}

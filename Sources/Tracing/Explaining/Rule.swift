// SPDX-License-Identifier: MIT

/// A rule that decides in which order a program's lines are printed.
///
/// `Rule+Catalogue.swift` says each in words, where it is written down, and which lesson teaches it.
public enum Rule: String, CaseIterable, Sendable {
    // MARK: One thread

    /// Synchronous code runs to its end before any callback runs.
    case runToCompletion
    /// Within one callback, statements run in the order of the source.
    case sourceOrder
    /// What a callback asks for runs after it.
    case causeFirst
    /// The function given to `new Promise` and the part before the first `await` run at once.
    case startsAtOnce
    /// An error that nobody catches ends the program.
    case uncaughtErrorEnds

    // MARK: Ticks and microtasks

    /// All ticks and microtasks run before the next task.
    case checkpointDrains
    /// Ticks run before microtasks.
    case ticksBeforeMicrotasks
    /// Once microtasks run, ticks wait until none of them is left.
    case microtasksFinishFirst
    /// A module's body is itself a microtask.
    case modulesAreJobs
    /// One queue is served in the order in which it was filled.
    case firstInFirstOut
    /// A promise that settles queues its reactions, behind what waits.
    case settledQueuesJob
    /// A reaction to a promise that is settled is queued at once.
    case settledAlready
    /// A promise that is returned to another one is followed by two more jobs.
    case adoptionTakesJobs
    /// What follows an `await` is a job.
    case awaitYields
    /// Node looks at unhandled rejections when both queues are empty.
    case rejectionsAfterCheckpoint
    /// After a callback that failed and was survived, Node goes on without a checkpoint.
    case failureSkipsCheckpoint

    // MARK: Timers

    /// Timers run in the order in which they are due.
    case earlierDueFirst
    /// Timers of the same delay run in the order in which they were armed.
    case sameDelayInOrder
    /// Node serves the list of one delay to its end before the next list.
    case oneListPerDelay
    /// A delay under 1 ms is 1 ms in Node.
    case zeroIsOne
    /// A timer that is due waits until the thread is free.
    case timersWaitForThread
    /// An interval is armed again after each run.
    case intervalsRearm
    /// A page lets nested timers wait 4 ms or more.
    case nestedTimersClamp

    // MARK: Node's turn

    /// A turn is timers, poll, check, close.
    case phasesInOrder
    /// The check phase takes the immediates that were queued before it.
    case immediatesOfThisTurn
    /// From an I/O callback the check phase comes before the timers.
    case immediateAfterPoll
    /// From the main script Node leaves open whether a 1 ms timer or an immediate goes first.
    case timerOrImmediateIsOpen
    /// Completions run in the order in which their work is done.
    case firstDoneFirst
    /// What is due at the same instant may run in any order.
    case sameInstantIsOpen
    /// Close callbacks run at the end of a turn.
    case closeIsLast
    /// Of several close callbacks, the one that was queued last runs first.
    case lastClosedFirst
    /// 'beforeExit' comes when nothing is left to do.
    case beforeExitWhenEmpty
    /// Listeners of 'exit' run last, and nothing after them.
    case exitIsLast

    // MARK: Other threads

    /// The pool does a fixed number of jobs at a time.
    case poolHasLanes
    /// A job of the pool takes the time that it needs.
    case hostWorkTakesTime
    /// A message is a task of its receiver, from the time at which it was sent.
    case messagesAreTasks
    /// Messages of one sender arrive in the order in which they were sent.
    case messagesInOrder
    /// Threads run side by side; each has its own loop.
    case threadsAreSideBySide

    // MARK: Pages

    /// In a page, microtasks run whenever the stack is empty, even within a task.
    case checkpointAfterCallback
    /// A page takes one task at a time.
    case oneTaskAtATime
    /// A page may choose among its task sources.
    case sourcesAreOpen
    /// The tasks of one source run in order.
    case oneSourceInOrder
    /// Frame callbacks run when the page renders.
    case framesRender
    /// A frame callback that is asked for in a frame waits for the next one.
    case nextFrame
    /// Idle callbacks run when there is nothing else to do.
    case idleIsLast

    /// What is ready at an earlier time runs earlier.
    case earlierTimeFirst
}

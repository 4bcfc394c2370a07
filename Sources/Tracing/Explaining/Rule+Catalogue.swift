// SPDX-License-Identifier: MIT

extension Rule {
    /// The rule in two to four words, as it stands in parentheses behind a reason.
    public var title: String { entry.title }

    /// The rule as one sentence in plain words.
    public var sentence: String { entry.sentence }

    /// Where the rule is written down: a section of a standard, or the file of Node or libuv that does it.
    public var source: String { entry.source }

    /// The lesson that teaches it: the number of its track and its own, then its name.
    public var lesson: String { entry.lesson }

    struct Entry: Sendable {
        let title: String
        let sentence: String
        let source: String
        let lesson: String

        init(_ title: String, _ sentence: String, _ source: String, _ lesson: String) {
            self.title = title
            self.sentence = sentence
            self.source = source
            self.lesson = lesson
        }
    }

    private var entry: Entry {
        Self.catalogue[self] ?? Entry(rawValue, rawValue, "", "")
    }

    static let catalogue = [oneThread, jobs, timers, turn, threads, pages].reduce(into: [Rule: Entry]()) {
        $0.merge($1) { first, _ in first }
    }

    private static let oneThread: [Rule: Entry] = [
        .runToCompletion: Entry(
            "run to completion", "code that has begun runs to its end before any callback runs.",
            "ECMA-262 section 9.5, Jobs", "1.1 One lane"),
        .sourceOrder: Entry(
            "source order", "within one callback, statements run one after the other, the first one first.",
            "ECMA-262 section 14.2.2, Block evaluation", "1.1 One lane"),
        .causeFirst: Entry(
            "cause first", "a callback can only run after the code that asked for it.",
            "ECMA-262 section 9.5, Jobs", "1.3 Who waits for you"),
        .startsAtOnce: Entry(
            "starts at once",
            "the function given to new Promise, and an async function up to its first await, run at once.",
            "ECMA-262 sections 27.2.3.1 and 27.7.5.1", "2.4 Await"),
        .uncaughtErrorEnds: Entry(
            "nobody caught it", "an error that nobody catches is reported and ends the program.",
            "Node, lib/internal/process/execution.js", "6.4 Swallowed errors"),
        .earlierTimeFirst: Entry(
            "earlier time first", "what is ready at an earlier time runs earlier.",
            "libuv, uv_run in src/unix/core.c", "1.3 Who waits for you"),
    ]

    private static let jobs: [Rule: Entry] = [
        .checkpointDrains: Entry(
            "drain before tasks", "after each task, every waiting tick and microtask runs before the next task.",
            "HTML 8.1.7.3, step 2.8; Node, lib/internal/process/task_queues.js", "2.1 The algorithm"),
        .ticksBeforeMicrotasks: Entry(
            "ticks first", "when a checkpoint begins, ticks run before promise jobs.",
            "Node, lib/internal/process/task_queues.js", "2.8 nextTick, microtask, immediate"),
        .microtasksFinishFirst: Entry(
            "finish the microtasks", "once promise jobs run, new ticks wait until no promise job is left.",
            "Node, lib/internal/process/task_queues.js", "2.8 nextTick, microtask, immediate"),
        .modulesAreJobs: Entry(
            "a module is a job", "a module's body runs as a job itself, so promise jobs come before its ticks.",
            "Node, lib/internal/modules/run_main.js", "2.8 nextTick, microtask, immediate"),
        .firstInFirstOut: Entry(
            "first in, first out", "a queue is served in the order in which it was filled.",
            "ECMA-262 section 9.5.5, HostEnqueuePromiseJob", "2.2 Two queues"),
        .settledQueuesJob: Entry(
            "settled → job", "a reaction is queued when its promise settles, behind those already waiting.",
            "ECMA-262 section 27.2.1.8, TriggerPromiseReactions", "2.3 Chains"),
        .settledAlready: Entry(
            "settled already", "a reaction to a promise that has settled already is queued at once.",
            "ECMA-262 section 27.2.5.4.1, PerformPromiseThen", "2.3 Chains"),
        .adoptionTakesJobs: Entry(
            "following a promise", "a promise that is resolved with another promise needs two jobs more to follow it.",
            "ECMA-262 section 27.2.2.2, NewPromiseResolveThenableJob", "2.3 Chains"),
        .awaitYields: Entry(
            "await yields", "await leaves the function; what follows it is a job, queued when the promise has settled.",
            "ECMA-262 section 27.7.5.3, Await", "2.4 Await"),
        .rejectionsAfterCheckpoint: Entry(
            "rejections wait", "rejections without a handler are looked at when no tick and no promise job is left.",
            "Node, lib/internal/process/promises.js; HTML 8.1.7.3", "6.1 Floating promises"),
        .failureSkipsCheckpoint: Entry(
            "no checkpoint after a failure",
            "after a callback that threw and was survived, the next callback of the phase comes before its jobs.",
            "Node, InternalCallbackScope::Close in src/api/callback.cc", "2.8 nextTick, microtask, immediate"),
    ]

    private static let timers: [Rule: Entry] = [
        .earlierDueFirst: Entry(
            "earlier due first", "timers run in the order in which they are due: when they were armed, plus the delay.",
            "Node, lib/internal/timers.js; HTML 8.6, run steps after a timeout", "2.6 Timers lie"),
        .sameDelayInOrder: Entry(
            "same delay, in order", "timers of the same delay run in the order in which they were armed.",
            "Node, lib/internal/timers.js; HTML 8.6, run steps after a timeout", "2.6 Timers lie"),
        .oneListPerDelay: Entry(
            "one list for each delay",
            "Node keeps a list of timers for each delay and runs what is due of one list before the next list.",
            "Node, lib/internal/timers.js, processTimers", "2.6 Timers lie"),
        .zeroIsOne: Entry(
            "0 ms is 1 ms", "a delay of 0 ms means 1 ms in Node, and never “at once”.",
            "Node, lib/internal/timers.js, Timeout", "2.2 Two queues"),
        .timersWaitForThread: Entry(
            "timers wait", "a timer that is due waits until the thread is free: its delay is the least, not the time.",
            "Node, lib/internal/timers.js; HTML 8.6", "1.2 A long loop"),
        .intervalsRearm: Entry(
            "armed again", "an interval is armed again after each run.",
            "Node, lib/internal/timers.js, listOnTimeout", "2.6 Timers lie"),
        .nestedTimersClamp: Entry(
            "4 ms when nested", "in a page, a timer that is nested more than five deep waits 4 ms or more.",
            "HTML 8.6, timer initialization steps", "2.6 Timers lie"),
    ]

    private static let turn: [Rule: Entry] = [
        .phasesInOrder: Entry(
            "phases in order", "a turn serves timers, then poll, then check, then close callbacks.",
            "libuv, uv_run in src/unix/core.c", "2.7 Node's phases"),
        .immediatesOfThisTurn: Entry(
            "this turn's immediates",
            "the check phase runs the immediates that were there when it began; later ones wait for the next turn.",
            "Node, lib/internal/timers.js, processImmediate", "2.7 Node's phases"),
        .immediateAfterPoll: Entry(
            "check follows poll", "after an I/O callback the check phase comes next, and timers only in the next turn.",
            "libuv, uv_run in src/unix/core.c", "2.9 Immediate or timeout"),
        .timerOrImmediateIsOpen: Entry(
            "order left open",
            "when a turn begins, Node runs a 1 ms timer before an immediate only if 1 ms has passed: both are legal.",
            "libuv, uv_run and uv__run_timers", "2.9 Immediate or timeout"),
        .firstDoneFirst: Entry(
            "first done, first served", "completions enter the poll queue in the order in which their work is done.",
            "libuv, src/threadpool.c and src/unix/core.c", "1.3 Who waits for you"),
        .sameInstantIsOpen: Entry(
            "order left open", "what becomes ready at the same instant may run in either order.",
            "libuv, uv__io_poll", "2.9 Immediate or timeout"),
        .closeIsLast: Entry(
            "close comes last", "close callbacks run at the end of a turn.",
            "libuv, uv__run_closing_handles in src/unix/core.c", "2.7 Node's phases"),
        .lastClosedFirst: Entry(
            "last closed, first called", "of several close callbacks, the one that was queued last runs first.",
            "libuv, uv__make_close_pending in src/unix/core.c", "2.7 Node's phases"),
        .beforeExitWhenEmpty: Entry(
            "'beforeExit' when empty", "'beforeExit' comes once nothing is left for the loop to do.",
            "Node, SpinEventLoop in src/api/embed_helpers.cc", "2.7 Node's phases"),
        .exitIsLast: Entry(
            "'exit' is last", "listeners of 'exit' run last, and nothing that they queue runs any more.",
            "Node, lib/internal/process/per_thread.js, reallyExit", "2.7 Node's phases"),
    ]

    private static let threads: [Rule: Entry] = [
        .poolHasLanes: Entry(
            "the pool has lanes", "the pool does four jobs at a time (UV_THREADPOOL_SIZE); the fifth waits for a lane.",
            "libuv, src/threadpool.c", "4.3 Pools"),
        .hostWorkTakesTime: Entry(
            "the host does the waiting",
            "the host works while your code goes on; its answer is queued when it is there.",
            "libuv, src/threadpool.c and uv__io_poll", "1.3 Who waits for you"),
        .messagesAreTasks: Entry(
            "a message is a task", "a message becomes a task of its receiver, visible from the time it was sent.",
            "HTML 9.4.3, message port post message steps; Node, src/node_messaging.cc", "4.2 Workers"),
        .messagesInOrder: Entry(
            "messages in order", "messages on one port arrive in the order in which they were sent.",
            "HTML 9.4.3, message port post message steps", "4.2 Workers"),
        .threadsAreSideBySide: Entry(
            "threads run side by side",
            "each thread has its own loop and time; between threads, times and messages decide.",
            "Node, src/node_worker.cc; HTML 10.2", "4.2 Workers"),
    ]

    private static let pages: [Rule: Entry] = [
        .checkpointAfterCallback: Entry(
            "empty stack, microtasks",
            "in a page, microtasks run whenever the stack is empty: after each callback, even within one task.",
            "HTML 8.1.4.4, clean up after running script", "2.10 The browser's loop"),
        .oneTaskAtATime: Entry(
            "one task at a time",
            "a page runs one task, then its microtasks, then perhaps a frame, then the next task.",
            "HTML 8.1.7.3, Processing model", "2.10 The browser's loop"),
        .sourcesAreOpen: Entry(
            "sources may be chosen", "a page may choose which of its task sources it serves next.",
            "HTML 8.1.7.3, step 2.1", "2.10 The browser's loop"),
        .oneSourceInOrder: Entry(
            "one source, in order", "the tasks of one source run in the order in which they were queued.",
            "HTML 8.1.7.1, task queues", "2.10 The browser's loop"),
        .framesRender: Entry(
            "frames render", "frame callbacks run when the page renders, about every 16.7 ms, in the order asked for.",
            "HTML 8.1.7.3, Update the rendering; 8.11 Animation frames", "2.10 The browser's loop"),
        .nextFrame: Entry(
            "next frame", "a frame callback that is asked for during a frame waits for the next one.",
            "HTML 8.11, Animation frames", "2.10 The browser's loop"),
        .idleIsLast: Entry(
            "idle comes last", "idle callbacks run when the page has nothing else to do before its next frame.",
            "requestIdleCallback(), section 5.1", "2.10 The browser's loop"),
    ]
}

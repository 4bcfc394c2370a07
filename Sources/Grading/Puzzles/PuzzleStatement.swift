// SPDX-License-Identifier: MIT

/// A statement of a generated program.
indirect enum PuzzleStatement: Equatable, Sendable {
    /// Prints a line.
    case log(String)
    /// `setTimeout`, milliseconds.
    case timer([PuzzleStatement], delay: Int)
    /// `setImmediate`.
    case immediate([PuzzleStatement])
    /// `process.nextTick`.
    case tick([PuzzleStatement])
    /// `queueMicrotask`.
    case microtask([PuzzleStatement])
    /// A callback of the poll phase.
    case poll([PuzzleStatement])
    /// A promise and what is set to it.
    case chain(PuzzlePromise, [PuzzleLink])
    /// `async function name() { … }`.
    case asyncFunction(name: String, [PuzzleStatement])
    /// `name()`.
    case call(name: String)
    /// `await …`, within an async function.
    case await(PuzzlePromise)
    /// `let open` and `const name = new Promise(…)`, which is settled by ``settle(name:)``.
    case deferred(name: String)
    /// Settles such a promise.
    case settle(name: String)
}

/// A promise, or what is awaited like one.
indirect enum PuzzlePromise: Equatable, Sendable {
    /// A plain value: `null`.
    case value
    /// `Promise.resolve()`.
    case resolved
    /// `Promise.reject(…)`.
    case rejected
    /// `new Promise((resolve) => { …; resolve() })`, with statements before and behind `resolve()`.
    case executor([PuzzleStatement], after: [PuzzleStatement])
    /// `Promise.all([…])` and its like.
    case combined(Combinator, [PuzzlePromise])
    /// `name()`: the promise of an async function.
    case call(name: String)
    /// A promise that has a name.
    case named(String)
    /// `{ then(resolve) { …; resolve() } }`.
    case thenable([PuzzleStatement])
    /// A promise that settles one link later: `Promise.resolve().then(() => …)`.
    case later([PuzzleStatement])

    enum Combinator: String, CaseIterable, Sendable {
        case all, allSettled, race, any
    }
}

/// One link of a chain.
enum PuzzleLink: Equatable, Sendable {
    case then([PuzzleStatement])
    /// A reaction that returns a promise.
    case thenReturning([PuzzleStatement], PuzzlePromise)
    case `catch`([PuzzleStatement])
    case finally([PuzzleStatement])
}

// MARK: - What is in them

extension PuzzleStatement {
    /// The statements within, one level deep.
    var inner: [PuzzleStatement] {
        switch self {
        case .log, .call, .deferred, .settle: []
        case .timer(let body, _), .immediate(let body), .tick(let body), .microtask(let body), .poll(let body),
            .asyncFunction(_, let body):
            body
        case .chain(let promise, let links): promise.inner + links.flatMap(\.inner)
        case .await(let promise): promise.inner
        }
    }

    /// The lines in the order in which they stand in the source.
    var lines: [String] {
        if case .log(let line) = self { [line] } else { inner.flatMap(\.lines) }
    }

    /// Whether it is a callback that runs as a task.
    private var isTask: Bool {
        switch self {
        case .timer, .immediate, .poll: true
        default: false
        }
    }

    /// What somebody has to know for it.
    func concepts(isNested: Bool = false) -> Set<PuzzleConcept> {
        var found: Set<PuzzleConcept> = []
        switch self {
        case .log: if !isNested { found = [.script] }
        case .timer: found = [.timers]
        case .immediate: found = [.immediates]
        case .tick: found = [.ticks]
        case .microtask: found = [.microtasks]
        case .poll: found = [.phases]
        case .chain(let promise, let links):
            found = promise.concepts.union([.then])
            if links.count > 1 { found.insert(.chains) }
            for link in links { found.formUnion(link.concepts) }
        case .asyncFunction: found = [.await]
        case .await(let promise): found = promise.concepts.union([.await])
        case .deferred: found = [.deferred]
        case .call, .settle: break
        }
        let isCallback = if case .asyncFunction = self { false } else { !inner.isEmpty }
        if isNested, isCallback { found.insert(.nesting) }
        if isTask, inner.contains(where: { if case .log = $0 { false } else { !$0.isTask } }) {
            found.insert(.checkpoint)
        }
        return inner.reduce(into: found) { $0.formUnion($1.concepts(isNested: isNested || isCallback)) }
    }
}

extension PuzzlePromise {
    var inner: [PuzzleStatement] {
        switch self {
        case .value, .resolved, .rejected, .call, .named: []
        case .executor(let body, let after): body + after
        case .combined(_, let promises): promises.flatMap(\.inner)
        case .thenable(let body), .later(let body): body
        }
    }

    var concepts: Set<PuzzleConcept> {
        switch self {
        case .value, .resolved, .named: []
        case .rejected: [.errors]
        case .executor: [.executor]
        case .combined(_, let promises): promises.reduce(into: [.combinators]) { $0.formUnion($1.concepts) }
        case .call: [.await]
        case .thenable: [.thenables]
        case .later: [.then]
        }
    }
}

extension PuzzleLink {
    var inner: [PuzzleStatement] {
        switch self {
        case .then(let body), .catch(let body), .finally(let body): body
        case .thenReturning(let body, let promise): body + promise.inner
        }
    }

    var concepts: Set<PuzzleConcept> {
        switch self {
        case .then: []
        case .thenReturning(_, let promise): promise.concepts.union([.adoption])
        case .catch: [.errors]
        case .finally: [.finally]
        }
    }
}

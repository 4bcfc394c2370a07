// SPDX-License-Identifier: MIT

// Each block of a program.
extension PuzzleComposer {
    /// A block that prints so many lines.
    mutating func piece(_ kind: PuzzleBlock, _ lines: Int, _ place: Place) -> Piece {
        switch kind {
        case .zeroTimer: return Piece(statements: [.timer(body(lines, place.inside()), delay: 0)])
        case .timers: return timers(lines, place)
        case .reaction: return Piece(statements: [.chain(.resolved, links(lines, place))])
        case .chain: return chains(lines, place)
        case .microtask: return Piece(statements: [.microtask(body(lines, place.inside()))])
        case .tick: return Piece(statements: [.tick(body(lines, place.inside()))])
        case .immediate: return immediates(lines, place)
        case .poll: return poll(lines, place)
        case .executor: return executor(lines, place)
        case .asyncFunction: return asyncFunction(lines, place)
        case .rejected: return rejected(lines, place)
        case .deferred: return deferred(lines, place)
        case .combinator: return combinator(lines, place)
        case .thenable: return thenable(lines, place)
        case .adoption: return adoption(lines, place)
        }
    }

    // MARK: - Tasks

    private mutating func timers(_ lines: Int, _ place: Place) -> Piece {
        var statements: [PuzzleStatement] = []
        var left = lines
        while left > 0 {
            let own = left > 1 && place.depth > 0 && happens(50) ? 2 : 1
            let delay = delay(at: place.time)
            statements.append(.timer(body(own, place.inside(time: place.time + delay)), delay: delay))
            left -= own
        }
        return Piece(statements: statements)
    }

    private mutating func immediates(_ lines: Int, _ place: Place) -> Piece {
        let first = lines > 1 ? 1 + number(lines - 1) : 1
        var statements = [PuzzleStatement.immediate(body(first, place.inside()))]
        if lines > first { statements.append(.immediate(body(lines - first, place.inside()))) }
        return Piece(statements: statements)
    }

    // In a poll callback the check phase comes before the timers, whatever they are due.
    private mutating func poll(_ lines: Int, _ place: Place) -> Piece {
        let inner = Place(time: place.time, depth: 0, allowsZeroTimer: false, allowsImmediate: false)
        var parts: [PuzzleStatement] = [
            .timer(body(1, inner), delay: 0), .immediate(body(1, inner)),
        ]
        let extras: [PuzzleStatement] = [
            .tick(body(1, inner)), .chain(.resolved, links(1, inner)), .log(Self.blank),
        ]
        parts += shuffled(extras).prefix(max(0, lines - 2))
        return Piece(statements: [.poll(shuffled(parts))])
    }

    // MARK: - Promises

    private mutating func chains(_ lines: Int, _ place: Place) -> Piece {
        let first = max(1, lines / 2 + (lines % 2 == 1 && happens(50) ? 1 : 0))
        var statements = [PuzzleStatement.chain(.resolved, links(first, place))]
        if lines > first { statements.append(.chain(.resolved, links(lines - first, place))) }
        return Piece(statements: statements)
    }

    private mutating func executor(_ lines: Int, _ place: Place) -> Piece {
        let isLong = lines > 2 && happens(50)
        let promise = PuzzlePromise.executor(
            [.log(Self.blank)], after: isLong ? [.log(Self.blank)] : [])
        return Piece(statements: [.chain(promise, links(lines - (isLong ? 2 : 1), place))])
    }

    private mutating func rejected(_ lines: Int, _ place: Place) -> Piece {
        var links: [PuzzleLink] = []
        // A link that is passed over prints nothing.
        if happens(40) { links.append(.then([.log(Self.blank)])) }
        links.append(.catch(body(1, place.inside())))
        if lines > 1 {
            links.append(
                level.number > 5 && happens(50) ? .finally(body(1, place.inside())) : .then(body(1, place.inside())))
        }
        links += self.links(max(0, lines - 2), place)
        return Piece(statements: [.chain(.rejected, links)])
    }

    private mutating func deferred(_ lines: Int, _ place: Place) -> Piece {
        let name = promiseName()
        let settle = PuzzleStatement.settle(name: name)
        let settledWithLine = lines > 1 && happens(60)
        let reactions = PuzzleStatement.chain(.named(name), links(lines - (settledWithLine ? 1 : 0), place))
        var statements = [reactions]
        let body = settledWithLine ? shuffled([settle, .log(Self.blank)]) : [settle]
        switch number(level.number > 6 ? 4 : 3) {
        case 0 where !settledWithLine: statements.append(settle)
        case 1: statements.append(.microtask(body))
        case 2 where level.number >= 5: statements.append(.tick(body))
        default: statements.append(.timer(body, delay: delay(at: place.time)))
        }
        return Piece(declarations: [.deferred(name: name)], statements: statements)
    }

    private mutating func combinator(_ lines: Int, _ place: Place) -> Piece {
        let inner = Place(time: place.time, depth: 0, allowsZeroTimer: false, allowsImmediate: false)
        let combinator = pick(PuzzlePromise.Combinator.allCases)
        let parts = max(0, min(lines - 1, 2))
        var promises: [PuzzlePromise] = (0..<parts).map { _ in .later(body(1, inner)) }
        let fails = combinator == .all && happens(30)
        // Of any, a rejection alone would have to be caught; with one more that is kept, it is passed over.
        if combinator == .any, parts > 0, happens(50) {
            promises.append(.rejected)
        } else {
            promises.append(fails ? .rejected : .resolved)
        }
        if combinator == .allSettled, happens(50) { promises.append(.rejected) }
        if promises.count < 2 { promises.append(.resolved) }
        promises = shuffled(promises)
        // A race that a rejection may win would need a catch, which only `all` has here.
        let last = links(lines - parts, place)
        guard fails, let first = last.first else {
            return Piece(statements: [.chain(.combined(combinator, promises), last)])
        }
        let caught = [PuzzleLink.catch(first.inner)] + last.dropFirst()
        return Piece(statements: [.chain(.combined(combinator, promises), caught)])
    }

    // A reaction that returns a promise stands beside a chain that goes on meanwhile.
    private mutating func adoption(_ lines: Int, _ place: Place) -> Piece {
        let own = lines > 4 && happens(40) ? 3 : 2
        let returned: PuzzlePromise = .resolved
        let following = PuzzleStatement.chain(
            .resolved, [.thenReturning([.log(Self.blank)], returned)] + links(own - 1, place))
        if lines <= own { return Piece(statements: [following]) }
        let beside = PuzzleStatement.chain(.resolved, links(lines - own, place))
        return Piece(statements: shuffled([following, beside]))
    }

    // MARK: - Async functions

    private mutating func asyncFunction(_ lines: Int, _ place: Place) -> Piece {
        let name = functionName()
        let reacts = lines > 2 && happens(40)
        let inBody = lines - (reacts ? 1 : 0)
        var statements: [PuzzleStatement] = []
        var declarations: [PuzzleStatement] = []
        var left = inBody
        if happens(70) {
            statements.append(.log(Self.blank))
            left -= 1
        }
        while left > 0 {
            // Another function, which prints a line or two of its own, is awaited at most once.
            if left > 2, level.number >= 6, declarations.isEmpty, happens(40) {
                let other = functionName()
                declarations.append(
                    .asyncFunction(name: other, [.log(Self.blank), .await(.value), .log(Self.blank)]))
                statements.append(.await(.call(name: other)))
                left -= 2
            } else {
                statements.append(.await(happens(50) ? .value : .resolved))
            }
            statements.append(.log(Self.blank))
            left -= 1
        }
        declarations.append(.asyncFunction(name: name, statements))
        let call: PuzzleStatement =
            reacts ? .chain(.call(name: name), links(1, place)) : .call(name: name)
        return Piece(declarations: declarations, statements: [call])
    }

    private mutating func thenable(_ lines: Int, _ place: Place) -> Piece {
        let name = functionName()
        let prints = lines > 1
        var body: [PuzzleStatement] = [.await(.thenable(prints ? [.log(Self.blank)] : []))]
        body.append(.log(Self.blank))
        var left = lines - (prints ? 2 : 1)
        if left > 0 {
            body.insert(.log(Self.blank), at: 0)
            left -= 1
        }
        let call: PuzzleStatement =
            left > 0 ? .chain(.call(name: name), links(left, place)) : .call(name: name)
        return Piece(declarations: [.asyncFunction(name: name, body)], statements: [call])
    }
}

// SPDX-License-Identifier: MIT
internal import Results

extension CheckReport {
    func write(to wire: inout WireWriter) {
        switch outcome {
        case .passed: wire.number(0)
        case .failed(let failure):
            wire.number(1)
            failure.write(to: &wire)
        case .stopped(let reason):
            wire.number(2)
            reason.write(to: &wire)
        }
        wire.number(share)
        wire.text(output)
        wire.list(timeline) { $0.text($1) }
    }

    init(_ wire: inout WireReader) throws(WireError) {
        switch try wire.number() {
        case 0: outcome = .passed
        case 1: outcome = .failed(try CheckResult.Failure(&wire))
        case 2: outcome = .stopped(try StopReason(&wire))
        default: throw .damaged
        }
        share = try wire.count()
        guard share <= 1000 else { throw .damaged }
        output = try wire.text()
        timeline = try wire.list { (wire) throws(WireError) in try wire.text() }
    }
}

extension ListedCheck {
    func write(to wire: inout WireWriter) {
        wire.text(name)
        wire.number(milliPoints)
        wire.optional(needs) { $0.text($1) }
        wire.flag(isExtra)
        wire.flag(isHidden)
    }

    init(_ wire: inout WireReader) throws(WireError) {
        name = try wire.text()
        milliPoints = try wire.count()
        needs = try wire.optional { (wire) throws(WireError) in try wire.text() }
        isExtra = try wire.flag()
        isHidden = try wire.flag()
    }
}

extension CheckResult.Failure {
    fileprivate func write(to wire: inout WireWriter) {
        wire.text(message)
        wire.list(details) { $0.text($1) }
        wire.optional(place) { wire, place in
            wire.text(place.file)
            wire.number(place.line)
            wire.number(place.column)
        }
        wire.optional(nanoseconds) { $0.number($1) }
        wire.optional(replayToken) { $0.text($1) }
    }

    fileprivate init(_ wire: inout WireReader) throws(WireError) {
        self.init(
            message: try wire.text(),
            details: try wire.list { (wire) throws(WireError) in try wire.text() },
            place: try wire.optional { (wire) throws(WireError) in
                CheckResult.Place(file: try wire.text(), line: try wire.count(), column: try wire.count())
            },
            nanoseconds: try wire.optional { (wire) throws(WireError) in try wire.number() },
            replayToken: try wire.optional { (wire) throws(WireError) in try wire.text() })
    }
}

extension StopReason {
    /// Those that say nothing more, by their numbers.
    private static let plain: [StopReason] = [
        .synchronousLoop, .microtaskStarvation, .timerStorm, .allocationBomb, .outputFlood, .runawayRecursion,
        .forbiddenCall, .deadlock, .crashed,
    ]

    func write(to wire: inout WireWriter) {
        switch self {
        case .exitedEarly(let code):
            wire.number(Self.plain.count)
            wire.number(Int(code))
        case .neverSettled(let words):
            wire.number(Self.plain.count + 1)
            wire.text(words)
        case .synchronousLoop, .microtaskStarvation, .timerStorm, .allocationBomb, .outputFlood, .runawayRecursion,
            .forbiddenCall, .deadlock, .crashed:
            wire.number(Self.plain.firstIndex(of: self) ?? Self.plain.count - 1)
        }
    }

    init(_ wire: inout WireReader) throws(WireError) {
        let number = try wire.count()
        switch number {
        case Self.plain.indices: self = Self.plain[number]
        case Self.plain.count:
            guard let code = Int32(exactly: try wire.signed()) else { throw .damaged }
            self = .exitedEarly(code: code)
        case Self.plain.count + 1: self = .neverSettled(try wire.text())
        default: throw .damaged
        }
    }
}

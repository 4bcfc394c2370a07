// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Scheduling

extension CheckEnding {
    func write(to wire: inout WireWriter) {
        wire.flag(hasPassed)
        wire.text(message)
        wire.list(details) { $0.text($1) }
        wire.text(place)
        wire.number(nanoseconds)
        wire.number(credit)
        wire.list(timeline) { $0.text($1) }
        wire.text(output)
        wire.optional(stop) { $1.write(to: &$0) }
        wire.list(choices) { wire, choice in
            wire.number(Int(choice.point.rawValue))
            wire.number(choice.taken)
            wire.number(choice.alternatives)
        }
    }

    init(_ wire: inout WireReader) throws(WireError) {
        self.init()
        hasPassed = try wire.flag()
        message = try wire.text()
        details = try wire.list { (wire) throws(WireError) in try wire.text() }
        place = try wire.text()
        nanoseconds = try wire.number()
        credit = try wire.count()
        guard credit <= 1000 else { throw .damaged }
        timeline = try wire.list { (wire) throws(WireError) in try wire.text() }
        output = try wire.text()
        stop = try wire.optional { (wire) throws(WireError) in try CheckStop(&wire) }
        choices = try wire.list { (wire) throws(WireError) in
            guard let number = UInt8(exactly: try wire.number()), let point = ChoicePoint(rawValue: number) else {
                throw .damaged
            }
            return Choice(point: point, taken: try wire.count(), alternatives: try wire.count())
        }
    }
}

extension CheckDescription {
    func write(to wire: inout WireWriter) {
        wire.text(name)
        wire.number(milliPoints)
        wire.optional(needs) { $0.text($1) }
        for flag in [isHidden, isExtra] { wire.flag(flag) }
        wire.number(orders)
    }

    init(_ wire: inout WireReader) throws(WireError) {
        let name = try wire.text()
        let milliPoints = try wire.count()
        // As many as checks may give; more could not be added up.
        guard milliPoints <= 1_000_000_000 else { throw .damaged }
        self.init(
            name: name, milliPoints: milliPoints,
            needs: try wire.optional { (wire) throws(WireError) in try wire.text() },
            isHidden: try wire.flag(), isExtra: try wire.flag(), orders: try wire.count())
        guard (1...ScheduleSearch.limit).contains(orders) else { throw .damaged }
    }
}

extension CheckStop {
    /// Those that say nothing more, by their numbers.
    private static let plain: [CheckStop] = [
        .neverSettled, .runawayRecursion, .jobs, .turns, .output, .memory, .time, .deadlock,
    ]

    func write(to wire: inout WireWriter) {
        switch self {
        case .exited(let code):
            wire.number(Self.plain.count)
            wire.number(Int(code))
        case .signal(let signal):
            wire.number(Self.plain.count + 1)
            wire.number(Int(signal))
        case .neverSettled, .runawayRecursion, .jobs, .turns, .output, .memory, .time, .deadlock:
            wire.number(Self.plain.firstIndex(of: self) ?? 0)
        }
    }

    init(_ wire: inout WireReader) throws(WireError) {
        let number = try wire.count()
        if number < Self.plain.count {
            self = Self.plain[number]
            return
        }
        guard let value = Int32(exactly: try wire.signed()) else { throw .damaged }
        switch number {
        case Self.plain.count: self = .exited(code: value)
        case Self.plain.count + 1: self = .signal(value)
        default: throw .damaged
        }
    }
}

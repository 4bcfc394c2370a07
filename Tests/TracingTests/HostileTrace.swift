// SPDX-License-Identifier: MIT
import Scheduling
import Tracing

/// Traces that no recorder would write and that a file may hold all the same.
struct HostileTrace {
    private var random: SplitMix64
    private var trace: Trace

    private static let kinds = TraceEvent.Kind.allCases

    /// Texts of every sort; numbers beyond them are used as well.
    private static let texts = [
        "", "a\nb\n", "\n", "then", "await", "process.nextTick", "é", "e\u{301}", "\u{1b}[2J\u{0}\t", "日本🙂\u{202e}",
        String(repeating: "x", count: 300), "race\n\n", "setTimeout", "stdout", "event limit",
    ]

    /// Numbers at which arithmetic ends.
    private static let extremes: [UInt64] = [
        0, 1, 2, 3, 4, 5, 8, 13, 255, 1 << 16, 1 << 32, 1 << 33, 1 << 48, 1 << 63, UInt64(UInt32.max), .max - 1, .max,
    ]

    /// Makes one of the traces that there are for each seed.
    static func make(seed: UInt64, count: Int) -> Trace {
        var made = HostileTrace(seed: seed)
        made.fill(count)
        return made.trace
    }

    private init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        trace = Trace(
            header: .init(
                version: "\u{1b}", program: "a\nb.js", profile: seed % 2 == 0 ? .node : .browser,
                clock: seed % 3 == 0 ? .system : .virtual, seed: .max, level: .steps))
        trace.sources = [.init(file: "a.js", text: CoachedSource.text), .init(file: "a.js", text: "")]
        trace.texts = Self.texts
        trace.places = CoachedSource.places
        trace.places += [
            .init(file: "", line: .min, column: .max), .init(file: "/", line: .max, column: .min),
            .init(file: "a.js", line: 0, column: -1),
        ]
    }

    private mutating func fill(_ count: Int) {
        // Some traces are nearly all extremes, some nearly like a program's.
        let wildness = pick(10)
        let threads = pick(4) == 0 ? 65_536 : 1 + pick(3)
        var time: UInt64 = 0
        var sequence: UInt64 = 0
        let step: UInt64 = pick(3) == 0 ? .max / UInt64(count + 1) : 1
        for _ in 0..<count {
            sequence += step
            time = pick(10) < wildness ? extreme() : time &+ UInt64(pick(60_000_000))
            var event = TraceEvent(
                sequence: sequence, time: time, kind: Self.kinds[pick(Self.kinds.count)],
                thread: UInt16(pick(threads)), phase: TracePhase.allCases[pick(TracePhase.allCases.count)])
            // Few names, so that events are about the same things.
            event.subject = pick(20) < wildness ? extreme() : UInt64(1 + pick(12))
            event.value = pick(20) < wildness ? extreme() : UInt64(pick(12))
            event.cause = cause(before: sequence, step, wildness)
            event.text = pick(30) < wildness ? UInt32(truncatingIfNeeded: extreme()) : UInt32(pick(Self.texts.count))
            event.place =
                pick(30) < wildness ? UInt32(truncatingIfNeeded: extreme()) : UInt32(pick(trace.places.count + 2))
            trace.events.append(event)
        }
    }

    private mutating func cause(before sequence: UInt64, _ step: UInt64, _ wildness: Int) -> UInt64 {
        if pick(20) < wildness { return pick(2) == 0 ? sequence : extreme() }
        let count = Int(sequence / step)
        return UInt64(max(0, count - pick(8))) * step
    }

    private mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

    private mutating func extreme() -> UInt64 { Self.extremes[pick(Self.extremes.count)] }
}

/// A source with something of everything that the coach looks for, and what its parser says of it.
enum CoachedSource {
    static let text = "async function f() { await g(); await g() }\nPromise.race([f(), new Promise(h => h())])\n"

    static let places = [
        SourcePosition(file: "a.js", line: 1, column: 7), SourcePosition(file: "a.js", line: 1, column: 28),
        SourcePosition(file: "a.js", line: 1, column: 39), SourcePosition(file: "a.js", line: 2, column: 9),
        SourcePosition(file: "a.js", line: 2, column: 15), SourcePosition(file: "a.js", line: 2, column: 24),
        SourcePosition(file: "a.js", line: 2, column: 37), SourcePosition(file: "b.js", line: 2, column: 37),
    ]

    static let facts = SourceFacts(
        file: "a.js",
        rows: """
            function\t0\t-1\t2\t\t1\t1\t3\t1\t0\t-1\t1\t1
            function\t1\t0\t1\tf\t1\t1\t1\t44\t0\t-1\t1\t20
            function\t2\t0\t0\t\t2\t37\t2\t45\t0\t4\t2\t42
            call\t0\t1\t1\t28\t1\t28\t1\t28\t1\t31\tdiscarded\tg\t-1\t1\t0
            call\t1\t1\t1\t39\t1\t39\t1\t39\t1\t42\tkept\tg\t-1\t0\t0
            call\t2\t0\t2\t9\t2\t9\t2\t1\t2\t47\tdiscarded\tPromise.race\t-1\t1\t1
            call\t3\t0\t2\t15\t2\t15\t2\t15\t2\t18\tgiven\tf\t2\t1\t0
            call\t4\t0\t2\t24\t2\t24\t2\t20\t2\t46\tchained\tnew Promise\t2\t1\t1
            await\t1\t1\t22\t1\t31\t0\t0
            await\t1\t1\t33\t1\t42\t1\t1
            sequence\tawaits\t1\t22\t1\t33
            sequence\tloop\t1\t22
            """)
}

// SPDX-License-Identifier: MIT
import Foundation
import Scheduling
import Testing
import Tracing

/// What Perfetto is given is well formed.
@Suite struct ChromeTraceTests {
    private func events(of trace: Trace) throws -> [[String: Any]] {
        let file = try JSONSerialization.jsonObject(with: Data(ChromeTrace(trace).bytes))
        let object = try #require(file as? [String: Any])
        return try #require(object["traceEvents"] as? [[String: Any]])
    }

    /// Every slice that begins ends, the innermost first; times do not go back; every arrow has both ends.
    private func check(_ events: [[String: Any]]) {
        var open: [Int: Int] = [:]
        var times: [Int: Double] = [:]
        var starts: [Int: Int] = [:]
        var ends: [Int: Int] = [:]
        for event in events {
            let thread = event["tid"] as? Int ?? -1
            let time = event["ts"] as? Double ?? 0
            let phase = event["ph"] as? String
            if phase == "b" || phase == "e" || phase == "M" { continue }
            #expect(time >= times[thread] ?? 0)
            times[thread] = time
            switch phase {
            case "B": open[thread, default: 0] += 1
            case "E":
                open[thread, default: 0] -= 1
                #expect(open[thread] ?? 0 >= 0)
            case "s": starts[event["id"] as? Int ?? 0, default: 0] += 1
            case "f": ends[event["id"] as? Int ?? 0, default: 0] += 1
            default: break
            }
        }
        #expect(open.values.allSatisfy { $0 == 0 })
        #expect(starts == ends)
        #expect(starts.values.allSatisfy { $0 == 1 })
    }

    @Test func aTraceOfEveryKindIsWellFormed() throws {
        check(try events(of: EveryKindTrace.make()))
        check(try events(of: Trace(header: .init(version: "", program: ""))))
    }

    @Test func microtasksLieInTheCheckpointBehindTheirTask() throws {
        let events = try events(of: SmallRun.trace)
        check(events)
        let story = events.compactMap { event -> String? in
            switch event["ph"] as? String {
            case "B": "(" + (event["name"] as? String ?? "")
            case "E": ")"
            case "i": event["name"] as? String
            default: nil
            }
        }
        #expect(
            story.joined(separator: " ") == """
                (main script output: main ) (checkpoint (then@2:19 output: job ) ) \
                (turn 1 (timers phase (setTimeout@1:1 output: <timer> & more ) ) )
                """)
        #expect(events.filter { $0["ph"] as? String == "s" }.count == 2)
        let exact = String(decoding: ChromeTrace(SmallRun.trace).bytes, as: UTF8.self)
        #expect(exact.contains("\"ts\":1000.001"))
    }
}

/// A short run, made by hand.
enum SmallRun {
    static var trace: Trace {
        var builder = TraceBuilder(header: .init(version: "1", program: "<small>.js"))
        builder.trace.sources = [.init(file: "a.js", text: "")]
        let late: UInt64 = 1_000_001
        func at(_ line: Int, _ column: Int) -> SourcePosition { .init(file: "a.js", line: line, column: column) }
        builder.add(.threadStarted)
        builder.add(.started, cause: 1, subject: 1, value: UInt64(CallbackKind.script.rawValue))
        builder.add(.timerSet, cause: 2, subject: 2, value: 1, text: "setTimeout", at: at(1, 1))
        builder.add(
            .queued, cause: 2, subject: 3, value: UInt64(CallbackKind.microtask.rawValue), text: "then", at: at(2, 19))
        builder.add(.output, cause: 2, subject: 1, value: 1, text: "main\n")
        builder.add(.ended, cause: 2, subject: 1)
        builder.add(.checkpointEntered, cause: 2)
        builder.add(.started, cause: 4, subject: 3, value: UInt64(CallbackKind.microtask.rawValue))
        builder.add(.output, cause: 8, subject: 2, value: 2, text: "job\n")
        builder.add(.ended, cause: 8, subject: 3)
        builder.add(.turnStarted, cause: 1, value: 1)
        builder.add(.clockJumped, time: late, cause: 1, value: 0)
        builder.add(.phaseEntered, time: late, phase: .timers, cause: 1)
        builder.add(
            .started, time: late, phase: .timers, cause: 3, subject: 2, value: UInt64(CallbackKind.timer.rawValue))
        builder.add(
            .output, time: late, phase: .timers, cause: 14, subject: 3, value: 1, text: "<timer> & more\nline 2\n")
        builder.add(.ended, time: late, phase: .timers, cause: 14, subject: 2)
        builder.add(.threadEnded, time: late, phase: .timers, cause: 14)
        return builder.trace
    }
}

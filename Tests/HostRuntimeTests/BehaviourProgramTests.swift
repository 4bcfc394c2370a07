// SPDX-License-Identifier: MIT
import Testing

/// Every program prints what Node printed when it was recorded, and ends with the same code.
@Suite struct BehaviourProgramTests {
    // What these show is real time itself, which the virtual clock replaces.
    private static let systemClockOnly: [String: String] = [:]

    private static let virtualPrograms = BehaviourProgram.all.filter { program in
        ["fs", "order"].contains(program.area) && systemClockOnly[program.name] == nil
    }

    @Test func thereAreProgramsOfEveryArea() {
        #expect(Set(BehaviourProgram.all.map(\.area)).isSuperset(of: ["order", "events", "inspect", "console", "url"]))
        #expect(BehaviourProgram.all.count > 500)
        let names = Set(BehaviourProgram.all.map(\.name))
        #expect(Self.systemClockOnly.keys.filter { !names.contains($0) } == [])
    }

    @Test(arguments: BehaviourProgram.all)
    func systemClock(_ program: BehaviourProgram) throws {
        // Real timers of different lengths change places when the machine stands still for as long as they lie apart,
        // in Node as here. Such a run is repeated; one that is wrong three times is wrong.
        for _ in 0..<2 where try agrees(program, ["run", program.path]) { return }
        try compare(program, ["run", program.path])
    }

    @Test(arguments: virtualPrograms)
    func virtualClock(_ program: BehaviourProgram) throws {
        try compare(program, ["run", "--clock", "virtual", program.path])
    }

    private func agrees(_ program: BehaviourProgram, _ arguments: [String]) throws -> Bool {
        let outcome = try ChildProcess(arguments: arguments).run()
        return try !outcome.isKilled && outcome.output == program.expectedOutput()
            && outcome.code == program.expectedCode()
    }

    private func compare(_ program: BehaviourProgram, _ arguments: [String]) throws {
        let outcome = try ChildProcess(arguments: arguments).run()
        #expect(!outcome.isKilled, "it did not end by itself")
        let expected = try program.expectedOutput()
        if outcome.output != expected {
            Issue.record("\(differences(expected: expected, actual: outcome.output))\n\(outcome.errorText)")
        }
        let code = try program.expectedCode()
        #expect(outcome.code == code, "\(outcome.errorText)")
    }
}

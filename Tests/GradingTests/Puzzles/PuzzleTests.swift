// SPDX-License-Identifier: MIT
import EngineTesting
import Grading
import HostRuntime
import Testing
import Tracing

/// Generated programs: each has one legal order, and is the same for ever.
@Suite struct PuzzleTests {
    private static func runner(_ program: String) -> EngineRunner {
        var options = RuntimeOptions(output: UnseenOutput(), productVersion: "0.0.0")
        options.color = .never
        options.arguments = ["looplab"]
        return EngineRunner(.text(program, name: Puzzle.name), name: Puzzle.name, options)
    }

    private static func puzzle(_ level: Int, _ seed: UInt64) throws -> (puzzle: Puzzle, key: PredictionKey) {
        let level = try #require(PuzzleLevel(level))
        return try PuzzleGenerator.puzzle(level, seed: seed, runner: runner)
    }

    /// A thousand over all levels, a hundred each.
    @Test(arguments: 1...10)
    func eachHasOneOrder(level: Int) async throws {
        try await onEngineThread {
            var programs: Set<String> = []
            var concepts: Set<PuzzleConcept> = []
            for seed in 1...100 as ClosedRange<UInt64> {
                let (puzzle, key) = try Self.puzzle(level, seed)
                #expect(key.isComplete && key.orders.count == 1, "\(puzzle.program)")
                let lines = key.orders[0].lines
                #expect((3...12).contains(lines.count) && Set(lines).count == lines.count, "\(puzzle.program)")
                #expect(!puzzle.concepts.isEmpty && puzzle.level == level && puzzle.seed == seed)
                #expect(puzzle.program.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(puzzle.program)")
                // Each line can be called by itself, so that no letters are needed.
                #expect(!PredictionLabels([lines]).usesLetters)
                concepts.formUnion(puzzle.concepts)
                programs.insert(puzzle.program)
            }
            #expect(programs.count >= (level < 3 ? 80 : 95), "\(programs.count) different programs")
            #expect(concepts.count >= min(1 + level, 12), "\(concepts)")
        }
    }

    /// These programs must never change: somebody may have noted the seed.
    @Test func aSeedGivesTheSameProgramForEver() async throws {
        try await onEngineThread {
            for (level, seed, program) in Self.kept {
                let puzzle = try Self.puzzle(level, seed).puzzle
                #expect(puzzle.program == program, "\(puzzle.program)")
            }
        }
    }

    @Test func thereAreTenLevels() {
        #expect(PuzzleLevel(0) == nil && PuzzleLevel(11) == nil && PuzzleLevel.all.map(\.number) == Array(1...10))
    }

    private static let kept: [(Int, UInt64, String)] = [
        (
            1, 1,
            """
            setTimeout(() => console.log('kelp'), 0)
            setTimeout(() => console.log('gull'), 0)
            console.log('jetty')

            """
        ),
        (
            4, 2,
            """
            setTimeout(() => {
              console.log('ibis')
              console.log('yak')
            }, 40)
            setTimeout(() => console.log('dog'), 20)
            new Promise((resolve) => {
              console.log('wolf')
              resolve()
            }).then(() => console.log('eel'))
            console.log('goat')

            """
        ),
        (
            7, 3,
            """
            const { stat } = require('node:fs')

            stat('.', () => {
              setTimeout(() => console.log('A'), 0)
              setImmediate(() => console.log('B'))
              process.nextTick(() => console.log('C'))
            })
            process.nextTick(() => console.log('D'))
            console.log('E')

            """
        ),
        (
            10, 4,
            """
            const { stat } = require('node:fs')

            let openDoor
            const door = new Promise((resolve) => { openDoor = resolve })

            Promise.race([
              Promise.resolve(),
              Promise.resolve().then(() => console.log('A')),
              Promise.resolve().then(() => console.log('B')),
            ]).then(() => console.log('C'))
            door.then(() => {
              Promise.resolve().then(() => console.log('D'))
              console.log('E')
            })
            process.nextTick(() => {
              console.log('F')
              openDoor()
            })
            stat('.', () => {
              setImmediate(() => console.log('G'))
              setTimeout(() => console.log('H'), 0)
              Promise.resolve().then(() => console.log('I'))
            })
            console.log('J')

            """
        ),
    ]
}

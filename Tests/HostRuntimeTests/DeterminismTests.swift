// SPDX-License-Identifier: MIT
import Foundation
import HostRuntime
import Scheduling
import Testing

/// Under the virtual clock a program does the same each time.
@Suite struct DeterminismTests {
    // Ten thousand jobs within an hour: timers, retries with backoff, promises, ticks, immediates, and their clocks.
    private static let hour = """
        const { setTimeout: sleep } = require('node:timers/promises');
        let state = 1, done = 0;
        const random = limit => (state = state * 48271 % 2147483647) % limit;
        const end = name => { if (++done % 50 === 0) console.log(done, name, performance.now(), Date.now()) };
        const kinds = [
          () => end('timer'),
          async () => { for (let n = random(5); n > 0; n--) await sleep(2 ** n * 100); end('retry') },
          () => Promise.allSettled([1, Promise.reject(2), sleep(random(50))]).then(() => end('settled')),
          () => process.nextTick(() => queueMicrotask(() => end('tick'))),
          () => setImmediate(() => setTimeout(() => end('nested'), random(3))),
        ];
        for (let n = 0; n < 10000; n++) setTimeout(kinds[random(kinds.length)], random(3600000 - 5000));
        const beat = setInterval(() => { if (done === 10000) clearInterval(beat) }, 3600000);
        process.on('exit', () => console.log('end', done, performance.now() >= 3600000, performance.now() < 3700000));
        """

    @Test func anHourIsTheSameTwice() async throws {
        let first = try await ProgramRun.of(Self.hour)
        let second = try await ProgramRun.of(Self.hour)
        #expect(first.ending == .exited(code: 0))
        #expect(first.output.hasSuffix("end 10000 true true\n"))
        #expect(first.output.split(separator: "\n").count == 201)
        #expect(first == second)
    }

    @Test func aSeedDecidesWhatNodeLeavesOpen() async throws {
        let source = "setTimeout(() => console.log('timer')); setImmediate(() => console.log('immediate'))"
        var seen: Set<String> = []
        for seed in 0..<16 as Range<UInt64> {
            let first = try await ProgramRun.of(source, seed: seed)
            let second = try await ProgramRun.of(source, seed: seed)
            #expect(first == second)
            seen.insert(first.output)
        }
        #expect(seen == ["timer\nimmediate\n", "immediate\ntimer\n"])
    }

    @Test func seedZeroRunsTheTimerFirst() async throws {
        let source = "setImmediate(() => console.log('immediate')); setTimeout(() => console.log('timer'))"
        #expect(try await ProgramRun.of(source).output == "timer\nimmediate\n")
    }

    @Test func timeBeginsWhereItAlwaysDoes() async throws {
        let source = """
            console.log(new Date().toISOString(), Date.now(), performance.now(), process.uptime(), process.hrtime());
            setTimeout(() => console.log(new Date().toISOString(), performance.now()), 86400000);
            """
        let run = try await ProgramRun.of(source)
        #expect(
            run.output == """
                2025-01-01T00:00:00.000Z 1735689600000 0 0 [ 0, 0 ]
                2025-01-02T00:00:00.000Z 86400000

                """)
    }

    @Test func aModuleBeginsWhereAScriptDoes() async throws {
        let source = "import { performance as p } from 'node:perf_hooks'; console.log(await p.now())"
        #expect(try await ProgramRun.of(source).output == "0\n")
    }

    @Test func busyWaitingComesToAnEnd() async throws {
        let source = "const end = Date.now() + 50; let n = 0; while (Date.now() < end) n++; console.log(n > 1000)"
        #expect(try await ProgramRun.of(source).output == "true\n")
    }

    @Test func aSeedDecidesRandomBytes() async throws {
        let source = """
            const c = require('node:crypto');
            c.randomBytes(5, (error, bytes) => console.log(bytes.toString('hex')));
            c.randomInt(1e9, (error, number) => console.log(number));
            console.log(c.randomUUID(), c.randomBytes(4).toString('hex'), c.randomInt(1e9), crypto.randomUUID());
            """
        var seen: Set<String> = []
        for seed in 0..<4 as Range<UInt64> {
            let first = try await ProgramRun.of(source, seed: seed)
            #expect(try await ProgramRun.of(source, seed: seed) == first)
            seen.insert(first.output)
        }
        #expect(seen.count == 4)
        let real = try await ProgramRun.of(source, clock: .system)
        #expect(try await ProgramRun.of(source, clock: .system).output != real.output)
    }

    @Test func keysTakeTheTimeThatIsDeclared() async throws {
        let source = """
            const { pbkdf2, pbkdf2Sync, scryptSync } = require('node:crypto');
            const at = name => console.log(name, performance.now());
            pbkdf2Sync('p', 's', 1000, 64, 'sha512');
            at('one part');
            pbkdf2Sync('p', 's', 1000, 65, 'sha512');
            at('two parts');
            scryptSync('p', 's', 64, { N: 1024, r: 8, p: 1 });
            at('scrypt');
            for (let n = 0; n < 5; n++) pbkdf2('p', 's', 80000, 1, 'md5', () => at('lane'));
            """
        let run = try await ProgramRun.of(source)
        let times = run.output.split(separator: "\n").compactMap { Double($0.split(separator: " ").last ?? "") }
        #expect(times.prefix(3) == [1.25, 3.75, 7.0268])
        #expect(times.dropFirst(3).map { Int($0) } == [107, 107, 107, 107, 207])
    }

    @Test func theSystemClockShowsRealTime() async throws {
        let before = Date().timeIntervalSince1970 * 1_000
        let run = try await ProgramRun.of("console.log(Date.now())", clock: .system)
        let shown = try #require(Double(run.output.dropLast()))
        #expect(shown >= before.rounded(.down) - 1 && shown <= Date().timeIntervalSince1970 * 1_000 + 1)
    }
}

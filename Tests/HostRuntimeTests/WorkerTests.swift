// SPDX-License-Identifier: MIT
import Glibc
import HostRuntime
import Scheduling
import ScriptEngine
import Testing

/// What workers leave behind, and the order in which they run in virtual time.
@Suite struct WorkerTests {
    /// Starts workers one after the other, each of a kind that ends in another way, and says when each has gone.
    private static func cycles(_ count: Int) -> String {
        """
        const { Worker } = require('node:worker_threads');
        const kinds = [
          'while (true);', 'require("node:worker_threads").parentPort.on("message", () => {})',
          'setInterval(() => {}, 1)', 'throw new Error("planned")', 'process.exit(3)',
          'const a = new SharedArrayBuffer(4); Atomics.wait(new Int32Array(a), 0, 0)',
        ];
        let done = 0;
        (function next() {
          if (done % 12 === 0) console.log(done);
          if (done === \(count)) return;
          const worker = new Worker(kinds[done % kinds.length], { eval: true });
          worker.on('error', () => {});
          worker.on('online', () => worker.terminate());
          worker.on('exit', () => { done++; next(); });
        })();
        """
    }

    /// What the process holds: threads, descriptors, and values that the host keeps for JavaScript.
    private struct Holdings: Equatable, Sendable {
        var threads: Int
        var descriptors: Int
        var values: Int
        var heapMegabytes: Int

        init(_ runtime: Runtime) {
            runtime.context.collectGarbage()
            threads = Self.entries("/proc/self/task")
            descriptors = Self.entries("/proc/self/fd")
            values = runtime.context.keptValues
            heapMegabytes = runtime.context.heapBytes >> 20
        }

        private static func entries(_ path: String) -> Int {
            guard let directory = opendir(path) else { return 0 }
            defer { closedir(directory) }
            var count = 0
            while readdir(directory) != nil { count += 1 }
            return count
        }
    }

    @Test(arguments: [ClockKind.system, .virtual])
    func startedAndEndedWorkersLeaveNothing(_ clock: ClockKind) async throws {
        let prepare: @Sendable (inout RuntimeOptions) -> Void = { $0.clock = clock }
        try await withRuntime(prepare) { runtime, output in
            var holdings: [Holdings] = []
            output.onWrite = { _ in holdings.append(Holdings(runtime)) }
            _ = runtime.run(.text(Self.cycles(72), name: "[eval]"))
            #expect(output.outputText == "0\n12\n24\n36\n48\n60\n72\n", "\(output.errorText)")
            let (before, after) = (holdings[1], holdings[holdings.count - 1])
            // Other tests of this process come and go, and with them their threads and descriptors.
            #expect(after.threads <= before.threads + 20 && after.descriptors <= before.descriptors + 20)
            #expect(after.values <= before.values + 8)
            #expect(after.heapMegabytes <= before.heapMegabytes + 1)
        }
    }

    /// Four workers that compute, hash, share memory and talk, against timers of the main thread.
    private static let crowd = """
        const { Worker } = require('node:worker_threads');
        const cells = new Int32Array(new SharedArrayBuffer(64));
        const log = (...values) => console.log(performance.now(), ...values);
        const code = `
          const { parentPort, workerData: { number, cells } } = require('node:worker_threads');
          const lab = require('lab');
          let count = 0;
          parentPort.on('message', (message) => {
            lab.busy((number * 7 + message * 3) % 5 + 0.5);
            Atomics.add(cells, number, message);
            Atomics.notify(cells, number);
            parentPort.postMessage([number, message, ++count, performance.now()]);
            if (message === 9) parentPort.close();
          });
          const timer = setInterval(() => {
            Atomics.add(cells, 8, 1);
            if (count > 8) clearInterval(timer);
          }, 3 + number);
          require('node:crypto').pbkdf2('a', 'b', 1000 * (number + 1), 32, 'sha1', () => console.log('hash', number));
        `;
        for (let number = 0; number < 4; number++) {
          const worker = new Worker(code, { eval: true, workerData: { number, cells } });
          worker.on('message', (message) => log(...message, cells[8]));
          worker.on('exit', (exit) => log('exit', number, exit, cells.join()));
          for (let message = 0; message < 10; message++) {
            setTimeout(() => worker.postMessage(message), message * 2 + number);
          }
        }
        """

    @Test func aCrowdDoesTheSameEachTime() async throws {
        let first = try await ProgramRun.of(Self.crowd)
        #expect(first.ending == .exited(code: 0), "\(first.error)")
        #expect(first.output.split(separator: "\n").count > 40)
        #expect(first.output.contains("exit 3 0 45,45,45,45"))
        for _ in 0..<10 { #expect(try await ProgramRun.of(Self.crowd) == first) }
    }

    @Test func virtualMessagesArriveWhenTheyAreSent() async throws {
        let run = try await ProgramRun.of(
            """
            const { Worker } = require('node:worker_threads');
            const lab = require('lab');
            const worker = new Worker(`
              const { parentPort } = require('node:worker_threads');
              require('lab').busy(30);
              parentPort.postMessage('after 30');
              setTimeout(() => parentPort.postMessage('after 50'), 20);
            `, { eval: true });
            worker.on('message', (message) => console.log(performance.now(), message));
            setTimeout(() => { lab.busy(60); console.log(performance.now(), 'busy from 15 to 75') }, 15);
            """)
        // The worker starts at 10. What it sends at 40 and 60 waits for the main thread, which is busy until 75.
        let lines = run.output.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
        #expect(lines.map { $0.last ?? "" } == ["busy from 15 to 75", "after 30", "after 50"])
        #expect(lines.compactMap { $0.first.flatMap { Double($0) } }.map { Int($0) } == [75, 75, 75])
    }

    @Test func threadsThatWaitForEachOtherAreTold() async throws {
        let run = try await ProgramRun.of(
            """
            const { Worker } = require('node:worker_threads');
            const code = `require('node:worker_threads').parentPort.on('message', () => {})`;
            const worker = new Worker(code, { eval: true });
            worker.on('message', () => {});
            """)
        #expect(run.ending == .stuck)
    }

    @Test(arguments: [ClockKind.system, .virtual])
    func theEndOfTheProgramEndsItsWorkers(_ clock: ClockKind) async throws {
        let run = try await ProgramRun.of(
            """
            const { Worker } = require('node:worker_threads');
            for (const code of ['for (;;);', 'setInterval(() => {}, 1000)']) {
              new Worker(code, { eval: true }).on('online', () => setImmediate(() => process.exit(5)));
            }
            """, clock: clock)
        #expect(run.ending == .exited(code: 5))
    }
}

// SPDX-License-Identifier: MIT
import Testing

/// The module `lab` does what its programs and its documentation say.
@Suite struct LabProgramTests {
    @Test func thereAreProgramsOfEachKind() {
        #expect(LabProgram.all(in: "virtual").count > 15)
        #expect(LabProgram.all(in: "both").count >= 5)
        #expect(LabProgram.examples.count >= 8)
    }

    @Test(arguments: LabProgram.all(in: "virtual") + LabProgram.all(in: "both"))
    func virtualClock(_ program: LabProgram) throws {
        try compare(program, try program.run(clock: "virtual"))
    }

    @Test(arguments: LabProgram.examples)
    func documentation(_ example: LabProgram) throws {
        try compare(example, try example.run(clock: "virtual"))
    }

    @Test(arguments: LabProgram.all(in: "both"))
    func systemClock(_ program: LabProgram) throws {
        // The machine may stand still for as long as two real delays lie apart; one that is wrong three times is wrong.
        var outcome = try program.run(clock: "system")
        for _ in 0..<2 where outcome.output != program.expected { outcome = try program.run(clock: "system") }
        try compare(program, outcome)
    }

    /// A page has it as a global and by import, and addresses of its own.
    @Test func aPageHasTheLabToo() throws {
        let source = """
            import page, { busy } from 'lab';
            lab.route('GET /users', { latency: 30, body: ['Ada'] });
            const response = await fetch('/users');
            console.log(page === lab, response.url, await response.json(), performance.now());
            setTimeout(() => console.log('timer', performance.now()), 10);
            busy(25);
            await fetch('/users', { signal: AbortSignal.timeout(5) }).catch(({ name }) => console.log(name));
            """
        let path = try TemporaryDirectory.shared.write("page.mjs", source)
        let arguments = ["run", "--profile", "browser", "--clock", "virtual", path]
        let outcome = try ChildProcess(arguments: arguments).run()
        #expect(
            outcome.outputText == """
                true http://localhost/users [ 'Ada' ] 30
                timer 55
                TimeoutError

                """)
    }

    /// The same seed gives the same run, byte for byte, and another one another.
    @Test func aSeedDecidesARun() throws {
        let source = """
            const lab = require('lab');
            lab.route('GET /x', { latency: { p50: 40, p99: 400 }, failures: { rate: 0.3, kind: 503 } });
            const get = async () => (await fetch('http://api.test/x')).status + ' ' + performance.now();
            (async () => {
              console.log(await Promise.all([get(), get(), get()]));
              console.log(String(await lab.load(() => lab.delay(5), { rps: 50, arrivals: 'poisson' })));
            })();
            """
        func run(_ seed: String) throws -> String {
            try ChildProcess(arguments: ["run", "--clock", "virtual", "--seed", seed, "-e", source]).run().outputText
        }
        let first = try run("1")
        #expect(first.contains("load on server"))
        #expect(try run("1") == first)
        #expect(try run("2") != first)
    }

    /// However much comes in at once, the lab keeps up with it: nothing in it grows with the square of a number.
    @Test func aHundredThousandRequests() async throws {
        let source = """
            const lab = require('lab');
            const handler = async () => { lab.busy(0.5); await lab.delay(50); };
            lab.load(handler, { rps: 20000, duration: 5000 }).then(({ completed, throughput, loopLag }) => {
              console.log(completed, throughput.toFixed(0), loopLag.max.toFixed(0));
            });
            """
        let run = try await ProgramRun.of(source)
        // 100 000 times 0.5 ms are 50 s; the last one came after 5 s less 0.05 ms.
        #expect(run.output == "100000 1998 45000\n")
        #expect(run.error == "")
    }

    private func compare(_ program: LabProgram, _ outcome: ChildProcess.Outcome) throws {
        #expect(!outcome.isKilled, "it did not end by itself")
        let expected = try #require(program.expected, "nothing says what it must print")
        if outcome.output != expected {
            Issue.record("\(differences(expected: expected, actual: outcome.output))\n\(outcome.errorText)")
        }
        #expect(outcome.code == 0, "\(outcome.errorText)")
    }
}

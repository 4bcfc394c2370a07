// SPDX-License-Identifier: MIT
import Foundation
import Glibc
import HostRuntime
import Scheduling
import Testing

/// What Node has no counterpart for: several programs in one process, declared costs, stops while a call waits.
@Suite struct FileSystemTests {
    // MARK: Descriptors

    @Test(
        arguments: [
            "for (let i = 0; i < 5; i++) fs.openSync(file);",
            "for (let i = 0; i < 5; i++) fs.open(file, () => {});",
            "fs.promises.open(file); fs.promises.open(file).then((handle) => { globalThis.kept = handle; });",
            "fs.createReadStream(file).once('open', () => {});",
            "fs.createWriteStream(file, { flags: 'a' });",
            // Jobs that the pool has taken or will take when the program is gone.
            "for (let i = 0; i < 100; i++) fs.open(file, () => {}); process.exit(0);",
            "for (let i = 0; i < 100; i++) fs.readFile(file, () => process.exit(0));",
        ], [ClockKind.system, .virtual])
    func whatAProgramLeavesOpenIsClosed(_ body: String, _ clock: ClockKind) async throws {
        let directory = TemporaryDirectory()
        let file = try directory.write("file", "contents")
        let source = "const fs = require('fs'); const file = '\(file)'; \(body)"
        let run = try await ProgramRun.of(source, clock: clock)
        #expect(run == ProgramRun(ending: .exited(code: 0), output: "", error: ""))
        #expect(Self.openPaths(below: directory.path) == [])
    }

    @Test func descriptorsOfOthersAreOutOfReach() async throws {
        let directory = TemporaryDirectory()
        let descriptor = open(try directory.write("file", "untouched"), O_RDWR)
        defer { close(descriptor) }
        let run = try await ProgramRun.of(
            """
            const fs = require('fs');
            for (const act of ['close', 'fstat', 'fsync', 'ftruncate', 'read', 'write']) {
                try {
                    fs[`${act}Sync`](\(descriptor), act === 'ftruncate' ? 0 : Buffer.alloc(4));
                } catch (error) {
                    console.log(act, error.code);
                }
            }
            fs.closeSync(1);
            fs.closeSync(2);
            try { fs.writeSync(1, 'x') } catch (error) { console.log(error.code) }
            """)
        let refused = ["close", "fstat", "fsync", "ftruncate", "read", "write"].map { "\($0) EBADF\n" }.joined()
        #expect(run == ProgramRun(ending: .exited(code: 0), output: refused + "EBADF\n", error: ""))
        #expect(fcntl(descriptor, F_GETFD) >= 0)
        #expect(fcntl(STDOUT_FILENO, F_GETFD) >= 0)
        #expect(lseek(descriptor, 0, SEEK_END) == 9)
    }

    private static func openPaths(below directory: String) -> [String] {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return numbers.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)") }
            .filter { $0.hasPrefix(directory) }
    }

    // MARK: Paths and output

    @Test func relativePathsCountFromTheProgramsDirectory() async throws {
        let directory = TemporaryDirectory()
        try directory.write("below/file", "contents")
        let path = directory.path
        let output = try await withRuntime({ $0.directory = path }) { runtime, output in
            _ = runtime.run(
                .text(
                    """
                    const fs = require('fs');
                    console.log(fs.readFileSync('below/file', 'utf8'), fs.realpathSync.native('below/../below'));
                    console.log(fs.mkdtempSync('below/new-').length, fs.mkdirSync('a/b/c', { recursive: true }));
                    fs.symlinkSync('below', 'link');
                    console.log(fs.readlinkSync('link'), fs.readdirSync('link').length, fs.existsSync(''));
                    try { fs.statSync('none') } catch (error) { console.log(error.message) }
                    """, name: "[eval]"))
            return output.outputText
        }
        #expect(
            output == """
                contents \(path)/below
                16 a
                below 2 false
                ENOENT: no such file or directory, stat 'none'

                """)
    }

    @Test func theConsolesStreamsKeepTheirOrderUnderAnyName() async throws {
        let run = try await ProgramRun.of(
            """
            const fs = require('fs');
            console.log('a');
            fs.writeSync(1, 'b\\n');
            fs.writeFileSync('/dev/stdout', 'c\\n');
            console.log('d');
            fs.writeFileSync('/dev/stderr', 'e\\n');
            fs.promises.appendFile('/proc/self/fd/1', 'f\\n').then(() => console.log('g'));
            fs.write(2, 'h\\n', () => {});
            """)
        #expect(run == ProgramRun(ending: .exited(code: 0), output: "a\nb\nc\nd\nf\ng\n", error: "e\nh\n"))
    }

    // MARK: Virtual time

    /// Four lanes, 100 µs for an operation and 1 µs for each KiB: the figures of `OperationCost.file`.
    @Test(
        arguments: [
            ("for (let i = 0; i < 5; i++) fs.stat(file, show)", "100 100 100 100 200"),
            ("fs.readFile(file, show)", "402"),
            ("fs.promises.readFile(file).then(show)", "402"),
            ("fs.readFileSync(file); show()", "402"),
            ("fs.writeFile(`${file}2`, Buffer.alloc(10_240), show)", "310"),
            ("fs.copyFile(file, `${file}3`, show)", "102"),
            ("fs.readFile(file, () => fs.rm(`${file}4`, { force: true }, show))", "602"),
        ])
    func operationsTakeTheirDeclaredTime(_ body: String, _ times: String) async throws {
        let directory = TemporaryDirectory()
        let file = try directory.write("file", String(repeating: "x", count: 2048))
        let source = Self.timed(body, file)
        for seed in UInt64(0)..<3 {
            let run = try await ProgramRun.of(source, seed: seed)
            #expect(run == ProgramRun(ending: .exited(code: 0), output: "\(times)\n", error: ""))
        }
    }

    /// What ends at the same time on several lanes ends in an order that the seed decides, and no other.
    @Test func filesReadAtOnceShareTheLanes() async throws {
        let directory = TemporaryDirectory()
        let file = try directory.write("file", String(repeating: "x", count: 2048))
        let source = Self.timed("for (let i = 0; i < 5; i++) fs.readFile(file, show)", file)
        for seed in UInt64(0)..<3 {
            let run = try await ProgramRun.of(source, seed: seed)
            #expect(try await run == ProgramRun.of(source, seed: seed))
            let times = run.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
            // Five times four calls take 2010 µs together, on four lanes; a file by itself takes 402.
            #expect(times.count == 5 && times.first == 402 && (503...604).contains(times.last ?? 0), "\(times)")
        }
    }

    private static func timed(_ body: String, _ file: String) -> String {
        """
        const fs = require('fs');
        const file = '\(file)';
        const times = [];
        const start = performance.now();
        const show = () => times.push(Math.round((performance.now() - start) * 1000));
        process.on('exit', () => console.log(times.join(' ')));
        \(body);
        """
    }

    // MARK: Stops

    /// A pipe that keeps silent: neither the call here nor the one on the pool may hold up the program's end.
    @Test(
        arguments: [
            "fs.readFileSync(pipe)",
            "fs.readFile(pipe, () => console.log('never'))",
            "fs.createReadStream(pipe).on('data', () => console.log('never'))",
        ])
    func aReadThatWaitsCanBeStopped(_ body: String) async throws {
        let directory = TemporaryDirectory()
        let pipe = directory.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        let writer = open(pipe, O_RDWR)
        defer { close(writer) }
        let run = try await ProgramRun.of("const fs = require('fs'); const pipe = '\(pipe)'; \(body)", clock: .system) {
            runtime, _ in runtime.watch(Watchdog.Limits(timeout: 50_000_000))
        }
        #expect(run == ProgramRun(ending: .timedOut, output: "", error: ""))
        #expect(Self.openPaths(below: directory.path) == [pipe])
    }
}

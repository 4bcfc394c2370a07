// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Grading
import Testing

/// Programs that want more than they may, each from a token: they never run outside.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct SandboxTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func token(_ text: String, _ change: (inout ReplayProgram) -> Void = { _ in }) throws -> String {
        var program = ReplayProgram(files: [.init(path: "main.js", text: text)])
        change(&program)
        return try ShareToken.text(of: program)
    }

    private func replay(_ text: String, _ options: String...) throws -> ProgramProcess.Result {
        let arguments = ["replay", "--plain"] + options + [try token(text)]
        return try ProgramProcess(arguments, folder: folder).finish(timeout: .seconds(60))
    }

    /// What a program says when it tries something and prints the error.
    private func refusal(_ expression: String) throws -> String {
        let text = "try { console.log('got', \(expression)) } catch (error) { console.log('no', error.message) }"
        let result = try replay(text)
        #expect(result.exit == .code(0), "\(expression): \(result)")
        return result.output
    }

    @Test(arguments: [
        ("require('fs').readFileSync('/etc/passwd')", "EACCES: permission denied, open '/etc/passwd'"),
        ("require('fs').readFileSync('/proc/self/environ')", "EACCES"),
        ("require('fs').readFileSync('../../etc/passwd')", "EACCES"),
        ("require('fs').readFileSync('missing.txt')", "ENOENT: no such file or directory, open 'missing.txt'"),
        ("require('fs').readFileSync('main.js/x')", "ENOTDIR"),
        ("require('fs').readdirSync('/etc')", "EACCES"), ("require('fs').statSync('/etc')", "EACCES"),
        ("require('fs').readlinkSync('/proc/self/exe')", "EACCES"),
        ("require('fs').writeFileSync('written.txt', 'x')", "EACCES: permission denied, open 'written.txt'"),
        ("require('fs').appendFileSync('main.js', 'x')", "EACCES"), ("require('fs').unlinkSync('main.js')", "EACCES"),
        ("require('fs').mkdirSync('made')", "EACCES"), ("require('fs').mkdtempSync('made')", "EACCES"),
        ("require('fs').symlinkSync('/etc', 'made')", "EACCES"), ("require('fs').chmodSync('main.js', 0)", "EACCES"),
        ("require('fs').copyFileSync('main.js', 'made')", "EACCES"),
        ("require('fs').renameSync('main.js', 'made')", "EACCES"),
        ("require('fs').readSync(3, Buffer.alloc(8))", "EBADF"), ("require('fs').fstatSync(7)", "EBADF"),
        ("require('fs').writeSync(5, 'x')", "EBADF"),
        ("require('/etc/passwd')", "Cannot find module"), ("require('../../outside')", "Cannot find module"),
        ("require('child_process')", "Cannot find module"), ("require('net')", "Cannot find module"),
        ("process.binding('fs')", "is not a function"),
        ("new (require('worker_threads').Worker)('1', { eval: true })", "no more workers are allowed here"),
    ])
    func whatAProgramMustNotHaveIsRefused(expression: String, words: String) throws {
        let output = try refusal(expression)
        #expect(output.contains("\"no ") && output.contains(words), "\(expression): \(output)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test(arguments: [
        ("require('fs').readFileSync(__filename, 'utf8').length > 9", "got true"),
        ("require('fs').readdirSync('.')", "got [ 'main.js' ]"),
        ("require('fs').statSync('main.js').isFile()", "got true"),
        ("require('fs').existsSync('/etc/passwd')", "got false"),
        ("require('fs').realpathSync('./x/../main.js')", "got /replay/main.js"),
        ("require('fs').readFileSync(0, 'utf8') === ''", "got true"),
        ("Object.keys(process.env).length", "got 0"), ("process.cwd()", "got /replay"),
        ("[process.argv.length, process.execPath]", "got [ 2, 'looplab' ]"),
        ("new Intl.DateTimeFormat('de', { timeZone: 'Asia/Tokyo' }).format(0)", "got 1.1.1970"),
        ("process.memoryUsage().rss > 0", "got true"),
    ])
    func whatItMayHaveIsThere(expression: String, words: String) throws {
        let output = try refusal(expression)
        #expect(output.contains("\"\(words)"), "\(expression): \(output)")
    }

    @Test func asynchronousFilesAreRefusedToo() throws {
        let result = try replay(
            """
            const fs = require('fs');
            fs.readFile('/etc/passwd', (error) => console.log('callback', error.code));
            fs.promises.writeFile('written.txt', 'x').catch((error) => console.log('promise', error.code));
            process.stdin.on('data', () => console.log('data')).on('end', () => console.log('no input'));
            """)
        for words in ["callback EACCES", "promise EACCES", "no input"] {
            #expect(result.output.contains(words), "\(result)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test(arguments: [
        "for (;;);", "while (true) { [].sort() }", "/(a+)+$/.test('a'.repeat(50) + 'b')",
    ])
    func aLoopWithoutEndIsStopped(text: String) throws {
        let result = try replay("console.log('before');" + text, "--timeout", "500ms")
        #expect(result.exit == .code(124), "\(result)")
        #expect(result.errors.contains("stopped: the program ran longer than --timeout allows"))
        // What it did until then is there.
        #expect(result.output.contains("\"before\\n\""), "\(result)")
    }

    @Test(arguments: [
        "const a = []; for (;;) a.push([1, 2, 3])", "const a = []; for (;;) a.push(new ArrayBuffer(1 << 22))",
        "const a = []; for (;;) a.push(('x'.repeat(1e6) + a.length).replace('x', 'y'))",
        "new Uint8Array(2 ** 31 - 1).fill(1)",
    ])
    func anAllocationBombIsStopped(text: String) throws {
        let result = try replay(text, "--timeout", "30s")
        #expect(result.exit == .code(134), "\(result)")
        #expect(result.errors.contains("stopped: the program needed more than the 256 MiB"), "\(result)")
    }

    @Test func aFloodOfOutputIsCut() throws {
        let result = try ProgramProcess(
            ["replay", "--plain", try token("for (;;) console.log('x'.repeat(5000))") { $0.eventBudget = 3_000 }],
            folder: folder
        ).finish(timeout: .seconds(60))
        #expect(result.exit == .code(0), "\(result)")
        #expect(result.errors.contains("stopped after 3000 recorded events"), "\(result)")
        // 4 MiB of text are kept, and the rest is counted.
        #expect(result.output.utf8.count < 8 << 20)
    }

    @Test func tighterLimitsOfTheShellAreKept() throws {
        let result = try ProgramProcess(
            shell: "ulimit -n 24; ulimit -t 60; \"$LOOPLAB\" replay --plain \"$TOKEN\"",
            environment: ["TOKEN": try token("console.log('ran')")], folder: folder
        ).finish()
        #expect(result.exit == .code(0) && result.output.contains("\"ran\\n\""), "\(result)")
    }

    @Test func theEnvironmentStaysOutside() throws {
        let text = "console.log(JSON.stringify(process.env), require('fs').existsSync('/proc/self/environ'))"
        let result = try looplab("replay", "--plain", token(text), environment: ["SECRET": "hidden"])
        #expect(result.output.contains("{} false") && !result.output.contains("hidden"), "\(result)")
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143)), (SIGHUP, Int32(129))])
    func aSignalEndsTheProgramInside(signal: Int32, code: Int32) throws {
        let process = try ProgramProcess(
            shell: "exec 2>&1; exec \"$LOOPLAB\" replay --timeout 1h \"$TOKEN\"",
            environment: ["TOKEN": try token("for (;;);")], folder: folder)
        try process.wait(forOutput: "in a sandbox")
        process.signal(signal)
        #expect(try process.finish().exit == .code(code))
    }

    @Test func theChildGoesWithItsParent() throws {
        let process = try ProgramProcess(
            shell: """
                "$LOOPLAB" replay --timeout 1h "$TOKEN" 2>/dev/null & parent=$!
                until child=$(cat /proc/$parent/task/$parent/children) && [ -n "$child" ]; do :; done
                kill -KILL $parent; wait $parent
                while [ -d /proc/${child% } ] && ! grep -q '^State:.*Z' /proc/${child% }/status; do :; done
                echo gone
                """,
            environment: ["TOKEN": try token("for (;;);")], folder: folder)
        #expect(try process.finish().output == "gone\n")
    }

    @Test(arguments: ["", "x", String(repeating: "\u{0}", count: 40)])
    func nobodyTalksToTheProcessInside(input: String) throws {
        let result = try looplab("--inside-sandbox", input: .text(input))
        #expect(result.exit == .code(20) && result.output == "" && result.errors == "", "\(result)")
        #expect(!(try looplab("--help").output.contains("inside-sandbox")))
    }
}

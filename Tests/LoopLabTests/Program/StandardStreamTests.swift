// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// Standard streams that are closed, full, broken, or not what one expects.
@Suite struct StandardStreamTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write("out.js", "console.log('out')")
        try folder.write("both.js", "console.error('err'); console.log('out')")
        try folder.write("flood.js", "for (let i = 0; ; i++) console.log('line', i)")
        try folder.write("drip.js", "let i = 0; setInterval(() => console.log('line', i++), 1)")
        try folder.write("throw.js", "throw new Error('boom')")
    }

    private func shell(_ script: String) throws -> ProgramProcess.Result {
        try ProgramProcess(shell: script, folder: folder).finish()
    }

    @Test(arguments: [(">&-", "Bad file descriptor"), (">/dev/full", "No space left on device")])
    func outputThatCannotBeWrittenIsToldAndNoSuccess(target: String, reason: String) throws {
        for file in ["out.js", "flood.js", "drip.js"] {
            let result = try shell("exec \"$LOOPLAB\" run \(file) \(target)")
            #expect(result.exit == .code(3), "\(file): \(result)")
            #expect(result.errors == "looplab: stopped: cannot write the program's output: \(reason)\n", "\(file)")
        }
    }

    @Test(arguments: ["2>&-", "2>/dev/full"])
    func aLostStandardErrorIsNobodysFault(target: String) throws {
        let both = try shell("exec \"$LOOPLAB\" run both.js \(target)")
        #expect(both.exit == .code(0) && both.output == "out\n", "\(both)")
        let thrown = try shell("exec \"$LOOPLAB\" run throw.js \(target)")
        #expect(thrown.exit == .code(1) && thrown.output == "", "\(thrown)")
        let usage = try shell("exec \"$LOOPLAB\" run --nosuch \(target)")
        #expect(usage.exit == .code(2) && usage.output == "", "\(usage)")
    }

    @Test(arguments: ["flood.js", "drip.js"])
    func aReaderThatLeavesEarlyEndsTheProgram(file: String) throws {
        let process = try ProgramProcess(["run", file], folder: folder)
        try process.wait(forOutput: "line 0\n")
        process.closeOutput()
        let result = try process.finish()
        #expect(result.exit == .code(3), "\(result)")
        #expect(result.errors == "looplab: stopped: cannot write the program's output: Broken pipe\n")
    }

    @Test func aReaderThatLeavesDoesNotCutAnotherReaderOff() throws {
        let result = try shell("\"$LOOPLAB\" run flood.js 2>/dev/null | head -n 3")
        #expect(result.exit == .code(0) && result.output == "line 0\nline 1\nline 2\n", "\(result)")
    }

    @Test(arguments: ["<&-", "</dev/null", "<.", "<out.js"])
    func standardInputIsLeftAlone(source: String) throws {
        let result = try shell("exec \"$LOOPLAB\" run out.js \(source)")
        #expect(result.exit == .code(0) && result.output == "out\n" && result.errors == "", "\(result)")
    }

    @Test func descriptorsThatWereClosedAreNotTakenForStreams() throws {
        let all = try shell("exec \"$LOOPLAB\" run out.js <&- >&- 2>&-")
        #expect(all.exit == .code(3) || all.exit == .code(0), "\(all)")
        // What the program opens must not become its standard output.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).contains("out.js"))
        #expect(folder.read("out.js") == "console.log('out')")
    }

    @Test(arguments: [("<&-", "Bad file descriptor"), ("<.", "directory")])
    func aProgramOnAnUnreadableStandardInputIsAnError(source: String, reason: String) throws {
        let result = try shell("exec \"$LOOPLAB\" run - \(source)")
        #expect(result.exit == .code(2) && result.errorLines.count == 1, "\(result)")
        #expect(result.errors.contains(reason), "\(result)")
    }

    @Test(arguments: ["<&-", "</dev/null", "<&- >&-", "</dev/null >/dev/full", "<&- 2>&-"])
    func aPromptWithoutInputEnds(streams: String) throws {
        let result = try shell("exec \"$LOOPLAB\" \(streams)")
        #expect(result.exit == .code(0) || result.exit == .code(3), "\(result)")
    }

    @Test func aPromptOnADirectorySaysSo() throws {
        let result = try shell("exec \"$LOOPLAB\" <.")
        #expect(result.exit != .code(0) && result.errors.contains("directory"), "\(result)")
    }

    @Test(arguments: [">/dev/full", ">&-"])
    func aPromptWithoutOutputSaysSo(target: String) throws {
        let result = try shell("echo '1 + 1' | \"$LOOPLAB\" \(target)")
        #expect(result.exit == .code(3), "\(result)")
        #expect(result.errors.hasPrefix("looplab: ") && result.errorLines.count == 1, "\(result)")
    }

    @Test func bothStreamsKeepTheirOrder() throws {
        let source = "for (let i = 0; i < 100; i++) (i % 3 ? console.log : console.error)(i)"
        let result = try shell("exec \"$LOOPLAB\" run -e \"\(source)\" 2>&1")
        #expect(result.output == (0..<100).map { "\($0)\n" }.joined(), "\(result)")
    }

    @Test func aFIFOIsAProgram() throws {
        let result = try shell("mkfifo fifo; cat out.js >fifo & exec \"$LOOPLAB\" run fifo")
        #expect(result.exit == .code(0) && result.output == "out\n", "\(result)")
        let substitution = try shell("cat out.js | \"$LOOPLAB\" run /dev/stdin")
        #expect(substitution.exit == .code(0) && substitution.output == "out\n", "\(substitution)")
    }

    @Test func aSourceWithoutEndDoesNotTakeAllMemory() throws {
        // The limit of the shell keeps the machine safe, should the program's own not work. A sanitizer reserves more
        // addresses than that.
        let limit = SanitizerBuild.isActive ? "" : "ulimit -v 8000000; "
        let script = limit + "exec \"$LOOPLAB\" run --timeout 2s --max-heap 256M /dev/zero"
        let result = try ProgramProcess(shell: script, folder: folder).finish(timeout: .seconds(20))
        let codes: [PseudoTerminal.Exit] = [.code(2), .code(124), .code(134)]
        #expect(codes.contains(result.exit), "\(result)")
        #expect(result.errors.hasPrefix("looplab: ") && result.errorLines.count == 1, "\(result)")
    }

    /// By its number and by its name, at once and on the pool.
    @Test(
        arguments: [
            "console.log(fs.readFileSync(0, 'utf8'))", "console.log(fs.readFileSync('/dev/stdin', 'utf8'))",
            "fs.readFile(0, 'utf8', (error, text) => console.log(text))",
            "fs.promises.readFile('/dev/stdin', 'utf8').then(console.log)",
            "fs.createReadStream('/dev/stdin').pipe(process.stdout)",
        ])
    func standardInputIsAFile(reading: String) throws {
        try folder.write("read.js", "const fs = require('fs'); \(reading)")
        for (script, expected) in [
            ("printf 'one two' | \"$LOOPLAB\" run read.js", "one two"),
            ("\"$LOOPLAB\" run read.js < out.js", "console.log('out')"),
        ] {
            let result = try shell(script)
            #expect(result.exit == .code(0) && result.errors == "", "\(result)")
            #expect(result.output.trimmingCharacters(in: .whitespacesAndNewlines) == expected)
        }
    }
}

// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// Signals from outside during `looplab run`.
@Suite struct RunSignalTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    @Test(arguments: [
        "setTimeout(() => {}, 1e8)", "for (;;);", "(function again() { Promise.resolve().then(again) })()",
        "(function again() { process.nextTick(again) })()", "setInterval(() => {}, 1)",
        "/(a+)+$/.test('a'.repeat(50) + 'b')", "process.on('exit', () => console.log('exit listener')); for (;;);",
    ])
    func interruptEndsAProgramWith130(program: String) throws {
        let source = "process.stderr.write('ready\\n'); process.stdout.write('started\\n'.repeat(10000));\n" + program
        let process = try ProgramProcess(["run", "-e", source], folder: folder)
        try process.wait(forOutput: "started")
        process.signal(SIGINT)
        let result = try process.finish()
        #expect(result.exit == .code(130), "\(result)")
        // Nothing is said: whoever presses Ctrl-C knows.
        #expect(result.errors == "ready\n")
    }

    @Test(arguments: [(SIGTERM, Int32(143)), (SIGHUP, Int32(129))])
    func otherSignalsEndItToo(signal: Int32, code: Int32) throws {
        let source = "process.stdout.write('started\\n'.repeat(10000)); setTimeout(() => {}, 1e8)"
        let process = try ProgramProcess(["run", "-e", source], folder: folder)
        try process.wait(forOutput: "started")
        process.signal(signal)
        let result = try process.finish()
        #expect(result.exit == .code(code) || result.exit == .signal(signal), "\(result)")
    }

    @Test func outputArrivesWhileTheProgramWaits() throws {
        let process = try ProgramProcess(
            ["run", "-e", "console.log('first'); setTimeout(() => {}, 1e8)"], folder: folder)
        try process.wait(forOutput: "first\n", timeout: .seconds(10))
        process.signal(SIGINT)
        #expect(try process.finish().exit == .code(130))
    }

    @Test func outputArrivesBetweenTimers() throws {
        let process = try ProgramProcess(
            ["run", "-e", "let n = 0; setInterval(() => console.log('tick', ++n), 20)"], folder: folder)
        try process.wait(forOutput: "tick 3\n", timeout: .seconds(10))
        process.signal(SIGINT)
        #expect(try process.finish().exit == .code(130))
    }

    @Test func outputBeforeAnInterruptIsKept() throws {
        let source = "console.log('kept'); process.stderr.write('ready\\n'); for (;;);"
        let process = try ProgramProcess(
            shell: "\"$LOOPLAB\" run -e \"$SOURCE\" 2>&1 >printed", environment: ["SOURCE": source], folder: folder)
        try process.wait(forOutput: "ready")
        // The shell waits for its child; the signal goes to both, as from a keyboard.
        process.signalGroup(SIGINT)
        _ = try process.finish()
        #expect(folder.read("printed") == "kept\n")
    }

    @Test func anInterruptReachesAProgramThatIsStillBeingRead() throws {
        let process = try ProgramProcess(["run", "-"], input: .open("console.log("), folder: folder)
        process.signal(SIGINT)
        let result = try process.finish()
        #expect(result.exit == .code(130) || result.exit == .signal(SIGINT), "\(result)")
    }

    @Test func aFIFOThatNobodyWritesCanBeInterrupted() throws {
        mkfifo(folder.path + "/fifo", 0o600)
        let process = try ProgramProcess(["run", "fifo"], folder: folder)
        let writer = open(folder.path + "/fifo", O_WRONLY | O_CLOEXEC)
        close(writer)
        process.signal(SIGINT)
        let result = try process.finish()
        // Read to its end it is an empty program; what must not happen is that it can only be killed.
        #expect(result.exit != .signal(SIGKILL), "\(result)")
    }
}

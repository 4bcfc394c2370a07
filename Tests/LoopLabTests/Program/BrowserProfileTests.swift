// SPDX-License-Identifier: MIT
import EngineTesting
import Testing

/// `--profile browser`: what the command line and the prompt show of it.
@Suite struct BrowserProfileTests {
    private func run(_ program: String, _ words: String...) throws -> ProgramProcess.Result {
        let arguments = ["run", "--profile", "browser", "--clock", "virtual"] + words + ["-e", program]
        return try ProgramProcess(arguments, folder: ScratchFolder()).finish()
    }

    @Test func frameReportIsWrittenToStandardError() throws {
        let program = """
            document.body.append(document.createElement('div'));
            document.body.offsetHeight;
            requestAnimationFrame(() => setTimeout(() => looplab.busy(60.5)));
            """
        let result = try run(program, "--frame-report")
        #expect(result.exit == .code(0) && result.output == "", "\(result)")
        #expect(
            result.errorLines == [
                "looplab: frames: 1 rendered, 0 missed", "looplab: forced layouts: 1",
                "looplab: longest task: 60.5 ms, setTimeout@[eval]:3:39",
            ])
        #expect(try run(program).errors == "")
    }

    @Test(
        arguments: [
            ("1", 0), ("throw new Error('x')", 1), ("Promise.reject(1)", 1), ("onerror = () => true; throw 1", 0),
            ("onunhandledrejection = (event) => event.preventDefault(); Promise.reject(1)", 0),
            ("setTimeout(() => { throw 1 })", 1), ("import './missing.js'", 1), ("let x = ;", 1),
            ("await new Promise(() => {}); export {}", 0),
        ] as [(String, Int32)])
    func exitCodeTellsOfReportedErrors(program: String, code: Int32) throws {
        #expect(try run(program).exit == .code(code), "\(program)")
    }

    @Test func aLoopOfFramesIsEndedByTheTimeout() throws {
        let program = "requestAnimationFrame(function again() { requestAnimationFrame(again) })"
        #expect(try run(program, "--timeout", "300ms").exit == .code(124))
    }

    @Test func theSameSeedGivesTheSameChoices() throws {
        let program = """
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = ({ data }) => console.log('message', data);
            for (let i = 0; i < 8; i++) {
              port2.postMessage(i);
              looplab.interact(document, 'x');
              setTimeout(() => console.log('timer', i));
            }
            document.addEventListener('x', () => console.log('event'));
            """
        let outputs = try ["0", "1", "1", "2"].map { try run(program, "--seed", $0).output }
        #expect(outputs[1] == outputs[2])
        #expect(Set(outputs).count == 3)
    }

    @Test func thePromptHasAPage() throws {
        let input = """
            typeof window + typeof process
            requestAnimationFrame((time) => console.log('frame', time)); 0
            postMessage(1); 0
            .queues
            .clock 20ms
            setTimeout(() => { throw new RangeError('x') }); 0
            await new Promise((resolve) => setTimeout(resolve, 10, 'later'))

            """
        let words = ["--profile", "browser", "--clock", "virtual"]
        let result = try ProgramProcess(words, input: .text(input), folder: ScratchFolder()).finish()
        #expect(result.exit == .code(0) && result.errors == "", "\(result)")
        for line in [
            "'objectundefined'", " messages   1   postMessage@REPL3:1:1",
            " frame      1   requestAnimationFrame@REPL2:1:22", "frame 16.6", "'later'",
        ] {
            #expect(result.output.contains(line), "\(line): \(result.output)")
        }
        #expect(result.output.contains("Uncaught RangeError: x"))
        #expect(!result.output.contains("ticks"))
    }

    @Test func theGreetingNamesTheProfile() throws {
        let dialogue = try PromptDialogue("--profile", "browser")
        #expect(dialogue.transcript.contains("browser profile"))
        #expect(try dialogue.enter("document.body.tagName") == "'BODY'")
    }
}

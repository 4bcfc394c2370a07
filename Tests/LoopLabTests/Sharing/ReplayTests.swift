// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Grading
import Testing

/// `looplab share` and `looplab replay`, as a person uses them.
///
/// What a sanitizer adds to a process needs calls that the sandbox forbids.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct ReplayTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func share(_ arguments: String...) throws -> String {
        let result = try ProgramProcess(["share"] + arguments, folder: folder).finish()
        #expect(result.exit == .code(0) && result.errors == "", "\(result)")
        return result.output.trimmingCharacters(in: .newlines)
    }

    /// Programs of several kinds, each with its files; the first is the one to run.
    static let programs: [(name: String, options: [String], files: [(path: String, text: String)])] = [
        (
            "queues", [],
            [
                (
                    "main.js",
                    """
                    setTimeout(() => console.log('timer'), 3_600_000);
                    process.nextTick(() => console.log('tick'));
                    (async () => { await null; console.log('job'); throw new Error('late'); })()
                        .catch((error) => console.log(error.message));
                    console.log('script', new Date(0).toISOString(), Math.sqrt(2));
                    """
                )
            ]
        ),
        (
            "modules", [],
            [
                (
                    "main.mjs",
                    "import { two } from './lib/two.mjs'; console.log(two, (await import('./late.mjs')).late);"
                ),
                ("lib/two.mjs", "import one from './one.cjs'; export const two = one + one;"),
                ("lib/one.cjs", "module.exports = require('./data.json').one;"), ("lib/data.json", "{ \"one\": 1 }"),
                ("late.mjs", "export const late = 'late';"),
            ]
        ),
        (
            "a directory with a package.json", [],
            [
                ("main.js", "console.log(require('./part').name, require('./part/extra'));"),
                ("part/package.json", "{ \"main\": \"first.js\" }"),
                ("part/first.js", "exports.name = 'part';"),
                ("part/extra.js", "module.exports = __filename.split('/').slice(-2).join('/');"),
            ]
        ),
        (
            "open orders", ["--seed", "7"],
            [("main.js", "setTimeout(() => console.log('timer'), 0); setImmediate(() => console.log('immediate'));")]
        ),
        (
            "orders that were chosen", ["--choices", "1"],
            [("main.js", "setTimeout(() => console.log('timer'), 0); setImmediate(() => console.log('immediate'));")]
        ),
        (
            "a page", ["--profile", "browser"],
            [("main.js", "requestAnimationFrame(() => console.log('frame')); setTimeout(() => console.log('task'));")]
        ),
        (
            "pool and hashes", [],
            [
                (
                    "main.js",
                    """
                    const { pbkdf2, createHash, randomBytes } = require('crypto');
                    pbkdf2('a', 'b', 10, 8, 'sha256', (error, key) => console.log(error, key.toString('hex')));
                    require('zlib').gzip('x', (error, bytes) => console.log(error, bytes.length));
                    console.log(createHash('sha256').update('x').digest('hex'), randomBytes(4).toString('hex'));
                    """
                )
            ]
        ),
    ]

    @Test(arguments: programs)
    func aReplayIsTheSameRun(
        name: String, options: [String], files: [(path: String, text: String)]
    ) throws {
        for file in files { try folder.write(file.path, file.text) }
        for level in ["queues", "full", "steps"] {
            let arguments = options + ["--level", level]
            let token = try ProgramProcess(["share"] + arguments + [files[0].path], folder: folder).finish()
            #expect(token.exit == .code(0), "\(name): \(token)")
            let word = token.output.trimmingCharacters(in: .newlines)
            let here = try ProgramProcess(
                ["trace", "--out", "here.jsonl"] + arguments + [files[0].path], folder: folder
            )
            .finish()
            let there = try ProgramProcess(["replay", "--out", "there.jsonl", word], folder: folder).finish()
            #expect(here.exit == .code(0) && there.exit == .code(0), "\(name): \(here) \(there)")
            let (record, replay) = (folder.read("here.jsonl"), folder.read("there.jsonl"))
            #expect(record != nil && record == replay, "\(name), \(level)")
        }
    }

    @Test func aTokenHoldsNoPathOfThisMachine() throws {
        try folder.write("project/src/main.js", "require('../parts')")
        try folder.write("project/parts.js", "console.log('parts')")
        let program = try ShareToken.program(of: share("project/src/main.js").utf8)
        #expect(program.files.map(\.path) == ["src/main.js", "parts.js"])
        let result = try looplab("replay", "--plain", share("project/src/main.js"))
        #expect(result.output.contains("\"parts\\n\""), "\(result)")
    }

    @Test func codeAndInputCanBeShared() throws {
        try folder.write("part.js", "exports.word = 'part'")
        let token = try share("-e", "console.log(require('./part').word)")
        #expect(try looplab("replay", "--plain", token).output.contains("\"part\\n\""))
        let input = try ProgramProcess(["share", "-"], input: .text("console.log('piped')"), folder: folder).finish()
        let word = input.output.trimmingCharacters(in: .newlines)
        #expect(try looplab("replay", "--plain", "-", input: .text(word + "\n")).output.contains("\"piped\\n\""))
    }

    @Test func theSameProgramGivesTheSameToken() throws {
        try folder.write("main.js", "console.log(1)")
        try folder.write("elsewhere/main.js", "console.log(1)")
        let token = try share("main.js")
        #expect(try share("main.js") == token)
        #expect(try share("elsewhere/main.js") == token)
        #expect(try share("--seed", "1", "main.js") != token)
    }

    @Test func whatCannotBeSharedIsSaid() throws {
        try folder.write("worker.js", "")
        let worker = "new (require('worker_threads').Worker)('./worker.js')"
        let large = "// " + String(repeating: "x", count: ShareToken.byteLimit)
        try folder.write("large.js", large)
        for (arguments, words) in [
            (["-e", worker], "workers"), (["large.js"], "too large"), (["--clock", "system", "large.js"], "virtual"),
            (["missing.js"], "cannot read"), ([], "'-' for standard input"),
        ] {
            let result = try ProgramProcess(["share"] + arguments, folder: folder).finish()
            #expect(result.exit == .code(2) && result.output == "", "\(result)")
            #expect(result.errorLines.count == 1 && result.errors.contains(words), "\(result)")
        }
    }

    @Test(arguments: [
        ("", "no token"), ("hello", "not a token"), ("TEwC", "newer LoopLab"), ("TEwB", "not whole"),
        ("TEwB****", "damaged"),
    ])
    func aBadTokenIsExplained(token: String, words: String) throws {
        let results = [
            try looplab("replay", token), try looplab("replay", "-", input: .text(token)),
            try looplab("replay", "--source", token),
        ]
        for result in results {
            #expect(result.exit == .code(2) && result.output == "", "\(result)")
            #expect(result.errorLines.count == 1 && result.errors.contains(words), "\(result)")
        }
    }

    @Test func inputWithoutEndIsNoToken() throws {
        let result = try ProgramProcess(
            shell: "head -c 20000000 /dev/zero | tr '\\0' A | \"$LOOPLAB\" replay -", folder: folder
        ).finish()
        #expect(result.exit == .code(2) && result.errors.contains("too large"), "\(result)")
    }

    @Test func theSourceIsShownAndNothingRuns() throws {
        let program = ReplayProgram(files: [
            .init(path: "main.js", text: "require('./a') // \u{1B}[31mred\u{1B}[0m </script>\r\nfor (;;);"),
            .init(path: "a.js", text: "1\n"),
        ])
        let result = try looplab("replay", "--source", ShareToken.text(of: program))
        #expect(result.exit == .code(0) && result.errors == "")
        #expect(
            result.output == """
                // main.js

                require('./a') // \\u{1b}[31mred\\u{1b}[0m </script>
                for (;;);

                // a.js

                1

                """)
    }

    @Test func whatAProgramPrintsCannotDriveTheTerminal() throws {
        let text = "console.log('\\x1b[2J\\x1b]0;title\\x07 \\u009b31m \\u202e </script>')"
        let token = try ShareToken.text(of: ReplayProgram(files: [.init(path: "</script>.js", text: text)]))
        for options in [[], ["--plain"], ["--all"], ["--why", "1"]] {
            let result = try ProgramProcess(["replay"] + options + [token], folder: folder).finish()
            #expect(result.exit == .code(0), "\(result)")
            let scalars = (result.output + result.errors).unicodeScalars
            #expect(!scalars.contains { $0.value < 32 && $0 != "\n" || (0x7F...0x9F).contains($0.value) }, "\(result)")
            #expect(!scalars.contains("\u{202E}"))
        }
        let page = try looplab("replay", "--format", "html", token).output
        // One script of our own each time it closes; the program's text closes none.
        #expect(!page.contains("</script>.js"))
    }

    @Test func itsStepsAreToldAsThoseOfTheFile() throws {
        try folder.write("main.js", "const one = 1;\nsetTimeout(() => console.log(one));\n")
        let token = try share("main.js")
        let there = try looplab("replay", "--step", "--plain", token)
        let here = try ProgramProcess(["step", "--plain", "main.js"], folder: folder).finish()
        #expect(there.exit == .code(0) && there.output == here.output, "\(there) \(here)")
        #expect(there.output.contains("setTimeout"))
    }

    @Test func aLineIsExplained() throws {
        let token = try share("-e", "Promise.resolve().then(() => console.log('job')); console.log('script')")
        let result = try looplab("replay", "--why", "2", token)
        #expect(result.exit == .code(0) && result.output.contains("job"), "\(result)")
    }
}

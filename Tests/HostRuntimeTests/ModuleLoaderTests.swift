// SPDX-License-Identifier: MIT
import Foundation
import HostRuntime
import Testing

/// Files that import and require each other, and those that cannot.
@Suite struct ModuleLoaderTests {
    private let directory = TemporaryDirectory()

    /// Writes files, runs the first one, and shows their directory as `DIR`.
    private func run(_ files: KeyValuePairs<String, String>) async throws -> ProgramRun {
        for (name, text) in files { try directory.write(name, text) }
        let entry = try #require(files.first?.key)
        var run = try await ProgramRun.of(try Entry.file(at: directory.path + "/" + entry))
        run.output = run.output.replacing(directory.path, with: "DIR")
        run.error = run.error.replacing(directory.path, with: "DIR")
        return run
    }

    @Test(arguments: [
        ("import './gone.mjs'", "ERR_MODULE_NOT_FOUND", "Cannot find module 'DIR/gone.mjs' imported from DIR/main.mjs"),
        ("import './folder'", "ERR_UNSUPPORTED_DIR_IMPORT", "Directory import 'DIR/folder' is not supported"),
        ("import 'package'", "ERR_MODULE_NOT_FOUND", "Cannot find package 'package' imported from DIR/main.mjs"),
        ("import 'node:none'", "ERR_UNKNOWN_BUILTIN_MODULE", "No such built-in module: node:none"),
        ("export * from './gone.mjs'", "ERR_MODULE_NOT_FOUND", "Cannot find module 'DIR/gone.mjs'"),
    ])
    func aStaticImportThatLeadsNowhere(_ source: String, _ code: String, _ message: String) async throws {
        let run = try await run(["main.mjs": "\(source); console.log('never')", "folder/index.js": ""])
        #expect(run.ending == .exited(code: 1))
        #expect(run.output == "")
        #expect(run.error.contains(message))
        #expect(run.error.contains("code: '\(code)'"))
    }

    @Test func aFailureIsTheSameForRequireAndImport() async throws {
        let run = try await run([
            "main.js": """
            const tell = e => console.log(e.code);
            for (const name of ['./gone', './folder', 'package', 'node:none']) {
              try { require(name) } catch (e) { tell(e) }
            }
            (async () => {
              for (const name of ['./gone', './folder', 'package', 'node:none']) await import(name).catch(tell);
            })();
            """,
            "folder/readme.txt": "",
        ])
        #expect(
            run.output.split(separator: "\n") == [
                "MODULE_NOT_FOUND", "MODULE_NOT_FOUND", "MODULE_NOT_FOUND", "ERR_UNKNOWN_BUILTIN_MODULE",
                "ERR_MODULE_NOT_FOUND", "ERR_UNSUPPORTED_DIR_IMPORT", "ERR_MODULE_NOT_FOUND",
                "ERR_UNKNOWN_BUILTIN_MODULE",
            ])
        #expect(run.ending == .exited(code: 0))
    }

    @Test(arguments: [
        ("{\"a\": }", "Unexpected token '}'"), ("", "Unexpected end of JSON input"), ("{\"a\": 1", "Expected"),
    ])
    func JSONThatDoesNotParseNamesItsFile(_ text: String, _ message: String) async throws {
        for (name, source) in [
            ("main.js", "require('./data.json')"),
            ("main.mjs", "import data from './data.json' with { type: 'json' }; data"),
        ] {
            let run = try await run([name: source, "data.json": text])
            #expect(run.ending == .exited(code: 1))
            #expect(run.error.contains("SyntaxError: DIR/data.json: \(message)"))
        }
    }

    @Test func JSONIsAValue() async throws {
        let run = try await run([
            "main.mjs": """
            import data from './data.json' with { type: 'json' };
            import { createRequire } from 'node:module';
            const again = createRequire(import.meta.url)('./data.json');
            console.log(data, again, (await import('./data.json', { with: { type: 'json' } })).default === data);
            """,
            "data.json": "{\"a\": [1, \"ünï\"]}",
        ])
        #expect(run.output == "{ a: [ 1, 'ünï' ] } { a: [ 1, 'ünï' ] } true\n")
    }

    @Test func filesThatRequireEachOtherSeeWhatIsExportedSoFar() async throws {
        let run = try await run([
            "main.cjs": "console.log(require('./a.cjs'), require('./b.cjs'))",
            "a.cjs": "exports.a = 1; const b = require('./b.cjs'); exports.b = b.a",
            "b.cjs": "const a = require('./a.cjs'); exports.a = a.a + 1; exports.seen = Object.keys(a)",
        ])
        #expect(run.output == "{ a: 1, b: 2 } { a: 2, seen: [ 'a' ] }\n")
    }

    @Test func aModuleAndACommonJSFileMayNeedEachOther() async throws {
        let run = try await run([
            "main.mjs": "import c from './c.cjs'; console.log('main', c); export default 2",
            "c.cjs": "module.exports = { n: 1 }; import('./main.mjs').then(ns => console.log('late', ns.default))",
        ])
        #expect(run.output == "main { n: 1 }\nlate 2\n")
    }

    @Test func modulesInACycleLinkBeforeTheyRun() async throws {
        let run = try await run([
            "main.mjs": "import { b } from './b.mjs'; export const a = 'a'; console.log(b())",
            "b.mjs": "import { a } from './main.mjs'; export function b() { return 'b sees ' + a }",
        ])
        #expect(run.output == "b sees a\n")
    }

    @Test func requireTakesAModuleThatDoesNotAwait() async throws {
        let run = try await run([
            "main.js": """
            const ns = require('./m.mjs');
            console.log(ns.a, ns.default, ns === require('./m.mjs'));
            import('./m.mjs').then(other => console.log(other.a === ns.a));
            try { require('./waits.mjs') } catch (e) { console.log(e.code) }
            try { require('./throws.mjs') } catch (e) { console.log(e.message) }
            """,
            "m.mjs": "console.log('once'); export const a = {}; export default 2",
            "waits.mjs": "await 1; export default 1",
            "throws.mjs": "throw new Error('at load')",
        ])
        #expect(run.output == "once\n{} 2 true\nERR_REQUIRE_ASYNC_MODULE\nat load\ntrue\n")
        #expect(run.ending == .exited(code: 0))
    }

    @Test func aNameThatIsNotExportedIsASyntaxErrorWithItsPlace() async throws {
        let run = try await run([
            "main.mjs": "import './a.mjs'", "a.mjs": "\nimport { missing } from './b.mjs'",
            "b.mjs": "export const b = 1",
        ])
        #expect(run.ending == .exited(code: 1))
        #expect(run.error.contains("DIR/a.mjs:2"))
        #expect(run.error.contains("import { missing } from './b.mjs'"))
        #expect(run.error.contains("SyntaxError: "))
        #expect(run.error.contains("missing"))
    }

    @Test func aSyntaxErrorInAnImportedFileShowsItsLine() async throws {
        for (name, source) in [("main.mjs", "import './bad.mjs'"), ("main.js", "import('./bad.mjs')")] {
            let run = try await run([name: source, "bad.mjs": "let a = 1;\nlet b = ;\n"])
            #expect(run.ending == .exited(code: 1))
            #expect(run.error.contains("DIR/bad.mjs:2"))
            #expect(run.error.contains("let b = ;"))
        }
    }

    @Test func aFileIsReadOncePerFormat() async throws {
        let run = try await run([
            "main.mjs": """
            import './count.cjs'; import './count.cjs';
            import { createRequire } from 'node:module';
            const require = createRequire(import.meta.url);
            require('./count.cjs'); await import('./count.cjs');
            console.log(globalThis.count);
            """,
            "count.cjs": "globalThis.count = (globalThis.count ?? 0) + 1",
        ])
        #expect(run.output == "1\n")
    }

    @Test func aFileOfLinksHasOneIdentity() async throws {
        try directory.write(
            "real/m.mjs", "console.log('loaded'); export default import.meta.filename.endsWith('real/m.mjs')")
        try FileManager.default.createSymbolicLink(
            atPath: directory.path + "/link.mjs", withDestinationPath: directory.path + "/real/m.mjs")
        let run = try await run([
            "main.mjs": "import a from './link.mjs'; import b from './real/m.mjs'; console.log(a, b)"
        ])
        #expect(run.output == "loaded\ntrue true\n")
    }

    @Test func theFormatFollowsTheNameOrTheText() async throws {
        let run = try await run([
            "main.js": "import './plain.js'; import './text.cjs'; console.log(typeof require, import.meta.filename)",
            "plain.js": "console.log(typeof require, __filename)", "text.cjs": "console.log(typeof module)",
        ])
        #expect(run.output == "function DIR/plain.js\nobject\nundefined DIR/main.js\n")
    }

    @Test func aFileThatIsNotUTF8IsRefused() async throws {
        let path = directory.path + "/latin.js"
        try Data([0x2F, 0x2F, 0x20, 0xFC]).write(to: URL(fileURLWithPath: path))
        let run = try await run(["main.js": "require('./latin.js')"])
        #expect(run.ending == .exited(code: 1))
        #expect(run.error.contains("DIR/latin.js:1: the file is not UTF-8"))
    }
}

// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// Programs that `looplab run` cannot read, or not understand.
@Suite struct BadSourceTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func run(_ path: String) throws -> ProgramProcess.Result {
        try looplab("run", path, in: folder)
    }

    @Test(arguments: [
        ("missing.js", "No such file or directory"), ("folder", "directory"), (".", "directory"), ("/", "directory"),
        ("file.js/inside.js", "Not a directory"), ("folder/missing.js", "No such file or directory"),
        ("loop.js", "Too many levels"), ("dangling.js", "No such file or directory"),
        (String(repeating: "n", count: 5_000), "too long"), ("socket", "No such device"),
    ])
    func aFileThatCannotBeReadIsNamedInOneLine(path: String, reason: String) throws {
        try folder.write("file.js", "")
        try folder.write("folder/file.txt", "")
        symlink("loop.js", folder.path + "/loop.js")
        symlink("missing.js", folder.path + "/dangling.js")
        makeSocket(folder.path + "/socket")
        let result = try run(path)
        #expect(result.exit == .code(2), "\(result)")
        #expect(result.output == "" && result.errorLines.count == 1)
        #expect(result.errors.hasPrefix("looplab: cannot r"), "\(result)")
        #expect(result.errors.contains(reason) && result.errors.contains(path.prefix(100)), "\(result)")
    }

    @Test func anUnreadableFileIsNamed() throws {
        let path = try folder.write("secret.js", "1")
        chmod(path, 0)
        // The superuser reads everything.
        guard access(path, R_OK) != 0 else { return }
        let result = try run(path)
        #expect(result.exit == .code(2) && result.errors.contains("Permission denied"), "\(result)")
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61], 1, 0), (Array("a\nb\n".utf8) + [0xC3, 0x28], 3, 4),
            (Array("ok;".utf8) + [0xE2, 0x82], 1, 3),
            ([0xED, 0xA0, 0x80], 1, 0), ([0xC0, 0x80], 1, 0), ([0xF5, 0x80, 0x80, 0x80], 1, 0),
        ] as [([UInt8], Int, Int)])
    func aFileThatIsNoUTF8IsNamedWithThePlace(bytes: [UInt8], line: Int, offset: Int) throws {
        try folder.write("latin.js", bytes)
        let result = try run("latin.js")
        #expect(result.exit == .code(2), "\(result)")
        #expect(result.errors.hasPrefix("looplab: latin.js:\(line): the file is not UTF-8 (first at byte \(offset))"))
        #expect(result.errorLines.count == 1)
    }

    @Test func aRequiredFileThatIsNoUTF8IsAnErrorOfTheProgram() throws {
        try folder.write("latin.js", [0x61, 0xFF])
        try folder.write("a.js", "try { require('./latin.js') } catch (e) { console.log('caught', e.message) }")
        let result = try run("a.js")
        #expect(result.exit == .code(0) || result.exit == .code(1), "\(result)")
        #expect(result.output != "" || result.errors.contains("latin.js"), "\(result)")
    }

    @Test(arguments: [
        ("a.js", "const a = 1;\nlet b = a +* 2;\n", 2, 11, "let b = a +* 2;"),
        ("a.mjs", "const a = 1;\nlet b = a +* 2;\n", 2, 11, "let b = a +* 2;"),
        ("a.js", "// é日\n  let 1x;", 2, 6, "  let 1x;"),
        ("a.js", "let x;\r\nlet x;\r\n", 2, 4, "let x;"),
        ("a.js", "let x;\nlet\0 y;", 2, 3, "let"),
        ("a.js", "} {", 1, 0, "} {"),
        ("a.mjs", "export const a = 1;\nwith (a) {}", 2, 0, "with (a) {}"),
        ("a.mjs", "import { nothing } from 'fs' from", 1, 29, "import { nothing } from 'fs' from"),
        ("a.js", "'use strict'; delete x;", 1, 21, "'use strict'; delete x;"),
        ("a.js", "/[/", 1, 2, "/[/"), ("a.js", "'abc\n'", 1, 3, "'abc"),
        ("a.js", "#!/usr/bin/env node\nlet 1;", 2, 4, "let 1;"),
        ("a.js", "\u{FEFF}let 1;", 1, 4, "let 1;"),
    ])
    func aSyntaxErrorShowsItsLineAndACaret(
        name: String, source: String, line: Int, column: Int, text: String
    ) throws {
        try folder.write(name, source)
        let result = try run(name)
        #expect(result.exit == .code(1) && result.output == "", "\(result)")
        let lines = result.errors.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.first == "\(folder.path)/\(name):\(line)", "\(result)")
        #expect(lines.dropFirst().first?.hasPrefix(text) == true, "\(result)")
        // Engines differ in whether they point at a token's start or behind it.
        let caret = lines.dropFirst(2).first ?? ""
        #expect(caret.trimmingCharacters(in: .whitespaces) == "^", "\(result)")
        #expect(abs(caret.count - 1 - column) <= 2, "\(result)")
        #expect(lines.contains { $0.hasPrefix("SyntaxError: ") }, "\(result)")
    }

    @Test(arguments: [
        "if (", "f(", "const a = [1,\n2", "function f() {\n", "`abc", "`${", "/* abc", "class A {\n\n", "({ a:",
    ])
    func anEndThatComesTooEarlyIsShownAtTheEnd(source: String) throws {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        for name in ["a.js", "a.mjs"] {
            try folder.write(name, source)
            let result = try run(name)
            #expect(result.exit == .code(1) && result.errors.contains("SyntaxError: "), "\(result)")
            let place = try #require(
                result.errors.split(separator: "\n").first?.split(separator: ":").last.flatMap { Int($0) })
            #expect((1...lines.count).contains(place), "a line that the file has: \(result)")
            #expect(
                !result.errors.split(separator: "\n").contains("}"),
                "not a brace that the file does not have: \(result)")
        }
    }

    @Test func aSyntaxErrorOfARequiredFileNamesThatFile() throws {
        try folder.write("bad.js", "\n\nlet let = 1")
        for (name, source) in [("a.js", "require('./bad.js')"), ("a.mjs", "import './bad.js'")] {
            try folder.write(name, source)
            let result = try run(name)
            #expect(result.exit == .code(1) && result.errors.hasPrefix("\(folder.path)/bad.js:3\n"), "\(result)")
        }
    }

    @Test func brokenJSONNamesItsFile() throws {
        try folder.write("bad.json", "{bad")
        let result = try run("bad.json")
        #expect(result.exit == .code(1), "\(result)")
        #expect(result.errors.contains("SyntaxError: \(folder.path)/bad.json: Expected property name or '}' in JSON"))
        #expect(!result.errors.contains("[SyntaxError"), "\(result)")
    }

    @Test(arguments: [
        ("longlines", "/*\(String(repeating: "x", count: 1 << 20))*/ let 1;"), ("wide", "'日本語' let 1;"),
    ])
    func anErrorInALongOrWideLineStaysReadable(name: String, source: String) throws {
        try folder.write("a.js", source)
        let result = try run("a.js")
        #expect(result.exit == .code(1) && result.errors.contains("SyntaxError"), "\(result)")
    }

    @Test func fiftyMegabytesOfSourceRun() throws {
        let line = "x += 1; // \(String(repeating: "-", count: 88))\n"
        let source = "let x = 0;\n" + String(repeating: line, count: 500_000) + "console.log(x)\n"
        try folder.write("large.js", source)
        let result = try looplab("run", "large.js", in: folder, timeout: .seconds(60))
        #expect(result.exit == .code(0) && result.output == "500000\n", "\(result)")
        let bad = try folder.write("bad.js", source + "let 1;")
        let failed = try looplab("run", bad, in: folder, timeout: .seconds(60))
        #expect(failed.exit == .code(1) && failed.errors.hasPrefix("\(bad):500003\n"), "\(failed)")
    }

    @Test(arguments: [
        ("empty.js", "", ""), ("empty.mjs", "", ""), ("empty.cjs", "", ""), ("comment.js", "// nothing", ""),
        ("comment.mjs", "/* nothing */", ""), ("spaces.js", "\n \t\r\n", ""),
        ("bom.js", "\u{FEFF}console.log(1)", "1\n"),
        ("bom.mjs", "\u{FEFF}console.log(1)", "1\n"), ("crlf.js", "console.log(1)\r\nconsole.log(2)\r\n", "1\n2\n"),
        ("hash.js", "#!/usr/bin/env node\nconsole.log(1)", "1\n"),
        ("hash.mjs", "#!/usr/bin/env node\nconsole.log(1)", "1\n"),
        ("hash.cjs", "#!/usr/bin/env node\nconsole.log(1)", "1\n"), ("only.js", "#!/usr/bin/env node", ""),
        ("hashcrlf.js", "#!/usr/bin/env node\r\nconsole.log(1)\r\n", "1\n"),
        ("c.cjs", "console.log(typeof require, typeof module)", "function object\n"),
        ("data.json", "{ \"a\": 1 }", ""), ("bom.json", "\u{FEFF}[1]", ""), ("noextension", "console.log(1)", "1\n"),
        ("日本 語.js", "console.log(require('path').basename(__filename))", "日本 語.js\n"),
        ("-dash.js", "console.log(1)", "1\n"), ("cr.js", "console.log(1)\rconsole.log(2)", "1\n2\n"),
        ("separator.js", "console.log('a\u{2028}b'.length)", "3\n"),
        ("return.js", "console.log(1); return; never()", "1\n"),
        ("self.mjs", "import * as s from './self.mjs'; export const a = 1; console.log(s.a)", "1\n"),
        ("self.js", "console.log(require('./self.js') === module.exports)", "true\n"),
        ("nothing.js", "process.stdin", ""),
    ])
    func oddFilesRun(name: String, source: String, printed: String) throws {
        try folder.write(name, source)
        let result = try looplab("run", "--", name, in: folder)
        #expect(result.exit == .code(0) && result.output == printed && result.errors == "", "\(result)")
    }

    @Test func modulesMayDependOnEachOtherInACircle() throws {
        let count = 300
        for index in 0..<count {
            let next = (index + 1) % count
            try folder.write("m\(index).js", "exports.n = \(index); exports.next = require('./m\(next).js');")
            try folder.write("m\(index).mjs", "import { n as next } from './m\(next).mjs'; export let n = \(index);")
        }
        try folder.write(
            "a.js", "let m = require('./m0.js'), c = 0; while (c < 1000 && m) { m = m.next; c++ } console.log(c)")
        try folder.write("a.mjs", "import { n } from './m0.mjs'; console.log(n)")
        #expect(try run("a.js").output == "1000\n")
        #expect(try run("a.mjs").output == "0\n")
    }

    @Test func aModuleThatIsNotThereIsNamed() throws {
        try folder.write("a.js", "require('./gone.js')")
        let required = try run("a.js")
        #expect(
            required.exit == .code(1) && required.errors.contains("Error: Cannot find module './gone.js'"),
            "\(required)")
        #expect(required.errors.contains("MODULE_NOT_FOUND"))
        try folder.write("a.mjs", "import './gone.mjs'")
        let imported = try run("a.mjs")
        #expect(imported.exit == .code(1) && imported.errors.contains("ERR_MODULE_NOT_FOUND"), "\(imported)")
    }

    private func makeSocket(_ path: String) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        close(descriptor)
    }
}

// SPDX-License-Identifier: MIT
import Grading
import Scheduling
import Testing
import Tracing

/// Programs as tokens and back.
@Suite struct ShareTokenTests {
    private typealias File = ReplayProgram.File

    private static func program(_ change: (inout ReplayProgram) -> Void = { _ in }) -> ReplayProgram {
        var program = ReplayProgram(files: [File(path: "main.js", text: "console.log('one')\n")])
        change(&program)
        return program
    }

    static let programs: [(name: String, program: ReplayProgram)] = [
        ("a file", program()),
        ("an empty text", program { $0.files[0].text = "" }),
        ("texts of many alphabets", program { $0.files[0].text = "'äöü 日本語 🧵 \u{0}\u{1B}[31m </script>'\r\n" }),
        (
            "several files",
            program {
                $0.files.append(File(path: "lib/a b.js", text: "1"))
                $0.files.append(File(path: "lib/deep/…/c.json", text: "{}"))
            }
        ),
        ("a page", program { $0.profile = .browser }),
        ("each level: queues", program { $0.level = .queues }),
        ("each level: steps", program { $0.level = .steps }),
        ("the greatest seed", program { $0.seed = .max }),
        ("choices", program { $0.choices = [0, 1, 127, 128, .max] }),
        ("arguments", program { $0.arguments = ["", "--x", "y z"] }),
        ("an event budget", program { $0.eventBudget = 12_345 }),
        (
            "code",
            program {
                $0.entry = .code
                $0.files[0].path = "[eval]"
                $0.directory = "some/where"
            }
        ),
        ("standard input", program { $0.entry = .standardInput }),
        ("a text that does not compress", program { $0.files[0].text = noise(scalars: 300_000) }),
    ]

    private static func noise(scalars count: Int) -> String {
        var random = SplitMix64(seed: 1)
        var text = ""
        for _ in 0..<count { text.unicodeScalars.append(Unicode.Scalar(UInt8(33 + random.number(below: 90)))) }
        return text
    }

    @Test(arguments: programs)
    func aProgramComesBackAsItWas(name: String, program: ReplayProgram) throws {
        let token = try ShareToken.text(of: program)
        #expect(try ShareToken.program(of: token.utf8) == program, "\(name)")
        #expect(try ShareToken.text(of: program) == token, "\(name)")
        #expect(token.hasPrefix("TEwB"))
        #expect(token.utf8.allSatisfy { UInt8(ascii: "-") == $0 || UInt8(ascii: "_") == $0 || isAlphanumeric($0) })
    }

    private func isAlphanumeric(_ byte: UInt8) -> Bool {
        let character = Character(Unicode.Scalar(byte))
        return character.isASCII && (character.isLetter || character.isNumber)
    }

    @Test func tokensOfThisVersionStayReadable() throws {
        // Written by version 1; it must be read for ever.
        let token = "TEwBFbD-_gAAACp42mNgZGcAAUb23MTMPL2sYuHk_Lzi_JxUvZz8dA31_LxUdU0uAIuYCSI"
        #expect(try ShareToken.program(of: token.utf8) == Self.program { $0.seed = 7 })
    }

    @Test func blanksDoNotCount() throws {
        let program = Self.program()
        let token = try ShareToken.text(of: program)
        let wrapped = token.enumerated().map { $0 % 20 == 19 ? "\($1)\r\n  " : "\($1)" }.joined()
        #expect(try ShareToken.program(of: (" " + wrapped + "\n").utf8) == program)
    }

    @Test(
        arguments: [
            ("", TokenError.empty), (" \n\t", .empty),
            ("hello", .foreign), ("eyJhIjoxfQ", .foreign), ("TEwé", .foreign), ("T", .foreign), ("TEw", .foreign),
            ("tewBAAAA", .foreign), ("{}", .foreign),
            ("TEwA", .damaged), ("TEwC", .newer(version: 2, supported: 1)),
            ("TEz_AAAA", .newer(version: 255, supported: 1)),
            ("TEwB", .truncated), ("TEwBAAAAAAAAAA", .truncated),
            ("TEwB!!!!", .damaged),
        ] as [(String, TokenError)])
    func whatIsNoTokenIsSaidToBeNone(text: String, expected: TokenError) {
        #expect(throws: expected) { try ShareToken.program(of: text.utf8) }
    }

    @Test func everyCutIsNoticed() throws {
        let token = Array(try ShareToken.text(of: Self.program()).utf8)
        for count in 4..<token.count {
            #expect(throws: TokenError.truncated, "\(count)") { try ShareToken.program(of: token[..<count]) }
        }
        #expect(throws: TokenError.damaged) { try ShareToken.program(of: token + Array("AAAA".utf8)) }
    }

    @Test func everyChangedCharacterIsNoticed() throws {
        let token = Array(try ShareToken.text(of: Self.program()).utf8)
        for index in token.indices {
            for other in [UInt8(ascii: "A"), UInt8(ascii: "x"), UInt8(ascii: "_"), UInt8(ascii: "!")] {
                var changed = token
                if changed[index] == other { continue }
                changed[index] = other
                #expect(throws: TokenError.self, "\(index)") { try ShareToken.program(of: changed) }
            }
        }
    }

    @Test func aProgramMayNotBeTooLarge() throws {
        let large = Self.program { $0.files[0].text = String(repeating: "x", count: ShareToken.byteLimit) }
        #expect(throws: TokenError.tooLarge(limit: ShareToken.byteLimit)) { try ShareToken.text(of: large) }
        let endless = repeatElement(UInt8(ascii: "A"), count: ShareToken.characterLimit + 1)
        #expect(throws: TokenError.tooLarge(limit: ShareToken.byteLimit)) { try ShareToken.program(of: endless) }
    }
}

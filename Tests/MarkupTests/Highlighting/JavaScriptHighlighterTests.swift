// SPDX-License-Identifier: MIT
import Testing

@testable import Markup

/// What the words and signs of a program are, drawn below them.
@Suite struct JavaScriptHighlighterTests {
    /// One letter for each kind; punctuation and names stay blank, so that a picture shows what is coloured.
    private static func picture(_ source: String) -> String {
        var lexer = JavaScriptLexer()
        return source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            lexer.tokens(ofLine: Array(line.utf8)).map { token in
                let letter =
                    switch token.kind {
                    case .comment: "c"
                    case .keyword: "k"
                    case .literal: "l"
                    case .number: "n"
                    case .string: "s"
                    case .template: "t"
                    case .regularExpression: "r"
                    case .space, .name, .punctuation: " "
                    }
                return String(repeating: letter, count: token.bytes.count)
            }.joined()
        }.joined(separator: "\n")
    }

    @Test(arguments: [
        ("const a = 'x' // y", "kkkkk     sss cccc"),
        ("p.catch(e => null)", "             llll "),
        ("a?.then(this.finally)", "        kkkk         "),
        (#"'a\'b' + "c\\" + d"#, #"ssssss   sssss    "#),
        ("'open", "sssss"),
        ("1_000n 0xFF .5 1e-3 1.5e+3 a1 1..x", "nnnnnn nnnn nn nnnn nnnnnn    nn  "),
        ("x = a / b / c", "             "),
        ("x = /[/]\\//gi.test(y)", "    rrrrrrrrr        "),
        ("f(a) / b; if (a) /b/.test(c)", "          kk     rrr        "),
        ("return /a/", "kkkkkk rrr"),
        ("x++ / y / z", "           "),
        ("({}) / 2 / 3", "       n   n"),
        ("a[0] / 2 / 3", "  n    n   n"),
        ("if (a) {} /b/", "kk        rrr"),
        ("x = {} / 2 / 1", "         n   n"),
        ("f(/ a", "     "),
        ("{ default: 1 }", "  kkkkkkk  n  "),
        ("x = { default: 1, of: 2 }", "               n      n  "),
        ("for (const x of y) of()", "kkk  kkkkk   kk        "),
        ("for await (const x of y) /a/", "kkk kkkkk  kkkkk   kk    rrr"),
        ("async function f() { await g() }", "kkkkk kkkkkkkk       kkkkk      "),
        ("const async = async () => async", "kkkkk         kkkkk            "),
        ("import a from 'b'", "kkkkkk   kkkk sss"),
        ("class A { static b = 1; #c = 2 }", "kkkkk     kkkkkk     n       n  "),
        ("`a${b}c` + `${`x${1}`}`", "tt    tt   t  tt  n t t"),
        ("`\\${a}\\`b`", "tttttttttt"),
        ("`${{ a: `}` }}`", "t       ttt   t"),
        ("/* a */ b /* c", "ccccccc   cccc"),
        ("instanceofs instanceof", "            kkkkkkkkkk"),
        ("#!/usr/bin/env node", "ccccccccccccccccccc"),
        ("a #!/b", "      "),
        ("é = 'ü'", "     ssss"),
        (") ] } } ) ${ `", "             t"),
    ])
    func kinds(source: String, picture: String) {
        #expect(Self.trimmed(Self.picture(source)) == Self.trimmed(picture), "\(source)")
    }

    @Test(arguments: [
        ("/* a\nb */ let\nlet", "cccc\ncccc kkk\nkkk"),
        ("`a\n${1}\nb` + 1", "tt\n  n\ntt   n"),
        ("`${f(`\n`)}\n` 1", "t    t\nt\nt n"),
        ("'a\\\nb' + 'c\nd", "sss\nss   ss\n"),
        ("'a\\\n\nlet", "sss\n\nkkk"),
        ("// a\nlet", "cccc\nkkk"),
        ("a = b\n/ c / d", "\n"),
        ("#!a\n#!a", "ccc\n"),
    ])
    func whatALineLeavesOpenGoesOnInTheNext(source: String, picture: String) {
        let lines = { (text: String) in
            text.split(separator: "\n", omittingEmptySubsequences: false).map { Self.trimmed(String($0)) }
        }
        #expect(lines(Self.picture(source)) == lines(picture), "\(source)")
    }

    private static func trimmed(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }

    @Test func rowsSayWhatTheSourceSays() {
        let source = "let a = `x\r\ny` // é\n\n\"\u{1b}[31m\tb"
        let rows = JavaScriptHighlighter.rows(of: source)
        #expect(rows.map(\.text) == ["let a = `x", "y` // é", "", #""\u{1b}[31m    b"#])
        #expect(rows[0].spans.map(\.style) == [TextStyle(.magenta), .plain, TextStyle(.green)])
    }

    @Test(arguments: [("", 0), ("\n", 1), ("a", 1), ("a\n", 1), ("a\n\n", 2)])
    func aLineFeedAtTheEndBeginsNoRow(source: String, count: Int) {
        #expect(JavaScriptHighlighter.rows(of: source).count == count)
    }

    /// Any bytes give tokens that cover them.
    @Test func nothingMakesItFail() {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "`", "${", "}", "{", "/", "*", "//", "'", "\"", "\\", "(", ")", "[", "]", "if", "return", " ", "1", ".",
            "#",
            "é", "$", "=>", "\u{0}", "of", "async", "\u{301}", "?.", "++",
        ]
        for _ in 0..<500 {
            var lexer = JavaScriptLexer()
            for _ in 0..<4 {
                let line = (0..<12).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
                let tokens = lexer.tokens(ofLine: Array(line.utf8))
                var end = 0
                for token in tokens {
                    #expect(token.bytes.lowerBound == end && token.bytes.upperBound > end, "\(line)")
                    end = token.bytes.upperBound
                }
                #expect(end == line.utf8.count, "\(line)")
            }
        }
    }

    /// Each of these would take minutes if it looked at the rest of the line for each of its signs.
    @Test(arguments: ["/[ ", "`${", "'", "{ a: ", "((", "async ", "/*", "/(", "x."])
    func timeIsProportionalToTheText(piece: String) {
        var lexer = JavaScriptLexer()
        let line = Array(String(repeating: piece, count: 200_000).utf8)
        #expect(!lexer.tokens(ofLine: line).isEmpty)
    }
}

// SPDX-License-Identifier: MIT
import Markup
import Results
import Testing

/// What people read: nothing in it is more than text.
@Suite struct PageTests {
    @Test func rowsFitTheScreenAndDriveNothing() throws {
        for style in [TerminalStyle(), TerminalStyle(columns: 40), TerminalStyle(isUTF8: false)] {
            var context = SampleBatch.context
            context.style = style
            let text = try SampleBatch.report("text", of: SampleBatch.results, context)
            for row in text.split(separator: "\n") {
                #expect(CharacterWidth.columns(of: row) <= style.columns + 5, "\(row)")
                let scalars = row.unicodeScalars.drop { $0.properties.isWhitespace }
                #expect(!scalars.starts(with: "::".unicodeScalars))
                #expect(
                    row.unicodeScalars.split(separator: "[").dropLast().allSatisfy {
                        !$0.suffix(2).elementsEqual("##".unicodeScalars)
                    })
            }
            #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
            if !style.isUTF8 { #expect(text.utf8.allSatisfy { $0 < 0x80 }) }
        }
    }

    @Test func thePageHasOnlyElementsOfItsOwn() throws {
        let page = try SampleBatch.report("html")
        let known: Set<Substring> = [
            "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "section", "table",
            "caption", "tr", "th", "td", "meter", "details", "summary", "b", "span", "ol", "li", "pre", "!DOCTYPE",
        ]
        let tags = page.matches(of: /<\/?(?<name>[A-Za-z!][A-Za-z0-9]*)/).map { $0.name }
        #expect(Set(tags).isSubset(of: known))
        #expect(page.count { $0 == "<" } == tags.count)
        #expect(page.contains("script-src 'none'"))
        #expect(!page.contains("\u{202E}") && !page.contains("\u{1B}"))
        for name in ["main", "section", "details", "ol", "li", "pre", "table", "summary"] {
            let begun = page.matches(of: try Regex("<\(name)[ >]")).count
            #expect(begun == page.matches(of: try Regex("</\(name)>")).count, "\(name)")
        }
    }
}

/// Nothing that a learner may see tells more of hidden checks than how many there are and how many did not pass.
@Suite struct HiddenCheckTests {
    private static let learnerFormats = ResultFormat.all.filter {
        $0.audience == .learner && !["gradescope", "github-output"].contains($0.name)
    }

    /// Passed in the open, not passed behind it.
    private static let result = SampleBatch.result(
        "bo",
        [
            SampleBatch.check("open", 10), SampleBatch.check("later", 10, .skipped(needs: "secret name")),
            SampleBatch.check(
                "secret name", 10,
                .failed(
                    CheckResult.Failure(
                        message: "secret message", details: ["secret detail"],
                        place: CheckResult.Place(file: "secret.js", line: 1, column: 1), replayToken: "secret-token")),
                isHidden: true, output: "secret output", timeline: ["secret timeline"]),
            SampleBatch.check("secret other", 10, isHidden: true),
            SampleBatch.check("secret extra", 10, .stopped(.deadlock), isExtra: true, isHidden: true),
        ])

    @Test(arguments: learnerFormats)
    func theyAreNotNamed(format: ResultFormat) throws {
        let text = try SampleBatch.report(format.name, of: [Self.result])
        #expect(!text.contains("secret"))
        #expect(!text.contains("all passed"))
    }

    @Test(arguments: ["text", "html", "junit", "junit-strict", "tap", "gradescope", "prairielearn", "check50"])
    func theyAreCounted(format: String) throws {
        let text = try SampleBatch.report(format, of: [Self.result])
        #expect(text.contains("hidden check"))
        #expect(text.contains(/1 of them not passed|2 of them not passed/))
    }

    @Test func gradescopeHidesThemItself() throws {
        let document = try JSONObject(text: try SampleBatch.report("gradescope", of: [Self.result]))
        for test in document["tests"].elements {
            let isSecret = test["name"].string?.contains("secret") == true
            #expect(test["visibility"].string == (isSecret ? "hidden" : "visible"))
            if !isSecret { #expect(test["output"].string?.contains("secret") == false) }
        }
        #expect(document["output"].string?.contains("secret") == false)
    }

    @Test(arguments: learnerFormats.filter { $0.unit == .batch })
    func instructorsMaySeeThem(format: ResultFormat) throws {
        var context = SampleBatch.context
        context.audience = .instructor
        let text = try SampleBatch.report(format.name, of: [Self.result], context)
        if format.name != "github-outputs" { #expect(text.contains("secret")) }
    }

    /// What all visible checks passed is still no pass.
    @Test func aHiddenFailureIsAFailureEverywhere() throws {
        let result = SampleBatch.result(
            "bo",
            [
                SampleBatch.check("open", 10),
                SampleBatch.check("h", 10, .failed(CheckResult.Failure(message: "m")), isHidden: true),
            ])
        func report(_ format: String) throws -> String { try SampleBatch.report(format, of: [result]) }
        #expect(try report("text").contains("1 submission · 0 pass · 1 fail"))
        #expect(try report("junit").contains("failures=\"1\""))
        #expect(try report("tap").contains("\nnot ok 1 - bo"))
        #expect(try report("github-output").hasPrefix("result=fail\n"))
        #expect(try report("exercism").contains("\"status\":\"fail\",\"message\":null"))
        #expect(try report("check50").contains("\"passed\":false"))
        #expect(try report("prairielearn").contains("\"score\":0.5"))
        #expect(try JSONObject(text: try report("sarif"))["runs"].elements[0]["results"].elements.count == 1)
    }
}

// SPDX-License-Identifier: MIT
import CivilTime
import Reporting
import Results
import Testing

/// A report as one page: what is in it, for few and for many, and what cannot get into it.
@Suite struct ClassReportPageTests {
    @Test(arguments: [0, 1, 5, 60, 61, 301])
    func eachLearnerHasARow(learners: Int) {
        let page = page(learners, 7)
        #expect(page.components("class=\"strip\"") == learners)
        #expect(page.components("<svg class=\"strip\" data-row=\"0\"") == min(learners, 1))
        // One for each cell: the whole state stands in words beside the colours.
        #expect(page.components("not started") >= learners / 2)
    }

    @Test func theSameReportGivesTheSameBytes() {
        #expect(page(40, 12) == page(40, 12))
    }

    @Test func aPageForThousandsStaysBounded() {
        let small = page(300, 80).utf8.count
        let large = page(3_000, 80).utf8.count
        #expect(small < 1_500_000)
        #expect(large < 8_000_000)
        #expect(page(3_200, 80).utf8.count < large + 500_000)
    }

    @Test func ofTooManyLearnersThoseWithFewPointsAreShown() throws {
        let made = MadeUpReport(learners: 3_005, exercises: 4).report
        let page = ClassReportPage(made).text
        let best = made.learners.compactMap(\.share).max() ?? 0
        #expect(page.contains("3005 learners, of whom the 3000 with the fewest points are here"))
        let rows = page.split(separator: "\n").filter { $0.contains("class=\"strip\"") }
        #expect(rows.count == 3_000)
        let names = Set(rows.compactMap { $0.firstMatch(of: /<th scope="row">(?:<bdi>)?(.*?)</).map { String($0.1) } })
        let missing = made.learners.filter { !names.contains($0.name) }
        #expect(missing.count == 5)
        #expect(missing.allSatisfy { $0.share == best })
        // There are more with so many points, and all with fewer are there.
        #expect(made.learners.count { $0.share == best } > 5)
        let lowest = try #require(made.learners.min { $0.share ?? 0 < $1.share ?? 0 })
        #expect(names.contains(lowest.name))
    }

    // MARK: - Text from elsewhere

    private static let hostile = [
        "</script><script>document.title='taken'</script>", "<img src=x onerror=alert(1)>", "\" onfocus=\"x", "<!-- ",
        "\u{1b}[31mred\u{7}", "\u{202e}turned\u{2066}", "יעל כהן", "محمد", "=cmd|'/c'!A1", "a\nb\tc", " ",
    ]

    /// Everything that comes from elsewhere, hostile.
    private func hostileReport(_ text: String) -> ClassReport {
        var report = MadeUpReport(learners: 6, exercises: 3, names: [text, "ada"]).report
        report.title = text
        report.course = text
        report.scope = .section(text)
        for index in report.exercises.indices {
            report.exercises[index].title = text
            report.exercises[index].number = text
            report.exercises[index].track = text
            report.exercises[index].wrongAnswers = [WrongAnswer(text: text, check: text, learners: 1, attempts: 1)]
            for check in report.exercises[index].checks.indices {
                report.exercises[index].checks[check].name = text
                report.exercises[index].checks[check].commonFailure = WrongAnswer(text: text, check: text)
            }
        }
        for index in report.learners.indices {
            report.learners[index].fullName = text
            report.learners[index].sections = [text, text]
        }
        for index in report.misconceptions.indices { report.misconceptions[index].name = text }
        for index in report.stuck.indices { report.stuck[index].check = text }
        report.lessons = [LessonReport(lesson: LessonReference(id: text, number: text, title: text))]
        report.remarks = [
            .unreadable(file: text, reason: text), .clockWentBack(learner: text, attempts: 1),
            .fromTheFuture(learner: text, attempts: 2), .withoutTime(attempts: 1),
            .severalVersions(exercise: text, versions: 2),
            .unknownExercise(exercise: text, attempts: 1), .otherCourse(course: text, attempts: 1),
            .notGraded(attempts: 1), .withoutSection(learners: [text]), .sameName(learner: text, files: 2),
            .knownAttempts(file: text, attempts: 1),
        ]
        return report
    }

    @Test(arguments: hostile)
    func textStaysText(text: String) {
        let page = ClassReportPage(hostileReport(text)).text
        let plain = ClassReportPage(hostileReport("plain")).text
        // As many elements as with a harmless text, and no character that turns lines or drives a terminal.
        #expect(page.components("<") == plain.components("<"))
        for name in ["<script", "<img", "onfocus=\"", "<!--"] {
            #expect(page.components(name) == plain.components(name), "\(name)")
        }
        let isDangerous = page.unicodeScalars.contains { scalar in
            (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value)
        }
        #expect(!isDangerous)
    }

    @Test func nothingIsFetched() {
        let page = ClassReportPage(hostileReport("plain")).text
        #expect(page.contains("default-src 'none'"))
        let styles = page.matches(of: /(?s)<style>(.*?)<\/style>/).map { String($0.1) }
        // The name of a vocabulary is no address.
        let scripts = page.matches(of: /(?s)<script>(.*?)<\/script>/).map {
            String($0.1).replacing("'http://www.w3.org/2000/svg'", with: "")
        }
        #expect(styles.count == 1 && scripts.count > 0)
        // The charts' numbers are data, which nothing runs.
        let data = /(?s)<script type="application\/json" [^>]*>.*?<\/script>/
        #expect(page.matches(of: data).count == 1)
        let markup = page.replacing(data, with: "").replacing(/(?s)<(style|script)>.*?<\/(style|script)>/, with: "")
        func expect(_ text: String, lacks signs: [String]) {
            for sign in signs { #expect(!text.contains(sign), "\(sign)") }
        }
        for style in styles { expect(style, lacks: ["url(", "@import", "http"]) }
        for script in scripts {
            expect(script, lacks: ["http", "fetch", "import", "XMLHttp", "WebSocket", "EventSource", "sendBeacon"])
        }
        expect(markup, lacks: ["http:", "https:", "src=", "url(", "style=\"", "<link", "<script", "<style", "<base"])
        #expect(markup.matches(of: /href="[^#]/).isEmpty)
        // Attributes that hold scripts; text has no quotation mark after its equals sign.
        #expect(markup.matches(of: /\son[a-z]+\s*=\s*"/).isEmpty)
    }

    // MARK: - What is said

    @Test func theScopeIsInTheTitle() {
        var report = MadeUpReport(learners: 5, exercises: 3).report
        let titles = [
            (ReportScope.everyone, "Asynchronous JavaScript, autumn"),
            (.section("monday"), "Asynchronous JavaScript, autumn: section monday"),
            (.learner("ada"), "Asynchronous JavaScript, autumn: ada"),
            (.exercise("01-track/exercise-0"), "Asynchronous JavaScript, autumn: 1.01 Retry with a breaker, part 1"),
            (.lesson("02-the-loop/02-timers"), "Asynchronous JavaScript, autumn: lesson 2.2 Timers and promises"),
        ]
        for (scope, title) in titles {
            report.scope = scope
            #expect(ClassReportPage(report).text.contains("<title>\(title)</title>"))
        }
    }

    @Test func remarksAreAnnouncedAndSaid() {
        var report = MadeUpReport(learners: 3, exercises: 2).report
        #expect(!ClassReportPage(report).text.contains("#remarks"))
        report.remarks = [.clockWentBack(learner: "ada", attempts: 2), .sameName(learner: "ada", files: 2)]
        let page = ClassReportPage(report).text
        #expect(page.contains("There are <a href=\"#remarks\">2 remarks</a> about the data."))
        #expect(page.contains("ada: the clock went back, so the times of 2 attempts are doubtful."))
    }

    @Test func oneLearnerIsShownExerciseByExercise() {
        let page = page(1, 4)
        #expect(page.contains("Exercise by exercise"))
        #expect(!self.page(2, 4).contains("Exercise by exercise"))
    }

    @Test func anEmptyReportIsAPageToo() {
        let page = ClassReportPage(ClassReport()).text
        #expect(page.contains("<title>Class report</title>"))
        #expect(page.contains("There are no attempts yet."))
    }

    private func page(_ learners: Int, _ exercises: Int) -> String {
        ClassReportPage(MadeUpReport(learners: learners, exercises: exercises).report).text
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func components(_ part: String) -> Int {
        var count = 0
        var rest = utf8[...]
        let wanted = Array(part.utf8)
        while let first = rest.firstIndex(of: wanted[0]) {
            rest = rest[first...]
            if rest.starts(with: wanted) { count += 1 }
            rest = rest.dropFirst()
        }
        return count
    }
}

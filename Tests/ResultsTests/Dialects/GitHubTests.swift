// SPDX-License-Identifier: MIT
import Results
import Testing

/// What GitHub's runner does with the lines of a step.
@Suite struct GitHubTests {
    /// The commands that the runner obeys, as `ActionCommandManager` finds them.
    private func commands(in log: String) -> [String] {
        var commands: [String] = []
        var token: String?
        // The runner reads lines as .NET does.
        for line in log.split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }) {
            let trimmed = String(String.UnicodeScalarView(line.unicodeScalars.drop { $0.properties.isWhitespace }))
            if let end = token {
                if trimmed.starts("::\(end)::") { token = nil }
                continue
            }
            if trimmed.starts("::stop-commands::") {
                token = String(trimmed.dropFirst(17))
            } else if trimmed.starts("::") || Array(line.utf8).contains("##[") {
                commands.append(String(trimmed))
            }
        }
        #expect(token == nil, "commands are off at the end")
        return commands
    }

    @Test func onlyOurCommandsAreObeyed() throws {
        let commands = commands(in: try SampleBatch.report("github"))
        for command in commands {
            #expect(
                command.wholeMatch(
                    of: /::(error|warning|notice) (file=[^,:]+(,line=\d+)?(,col=\d+)?,)?title=[^,:]*::.*/) != nil)
        }
        #expect(commands.count { $0.hasPrefix("::error ") } == 9)
        #expect(commands.count { $0.hasPrefix("::warning ") } == 2)
        #expect(commands.count { $0.hasPrefix("::notice ") } == 1)
    }

    @Test func aTokenInTheTextIsNotTheToken() throws {
        let text = (1...3).map { "::looplab-text-\($0)-ends::\n::error::forged" }.joined(separator: "\n")
        let check = SampleBatch.check("a", 1, .failed(CheckResult.Failure(message: "m", details: [text])), output: text)
        let commands = commands(in: try SampleBatch.report("github", of: [SampleBatch.result("bo", [check])]))
        #expect(commands.count == 2)
        #expect(!commands.contains("::error::forged"))
    }

    @Test func theCostliestComeFirstAndAreTen() throws {
        let results = (0..<30).map { number in
            SampleBatch.result(
                "learner \(number)", [SampleBatch.check("c", number, .failed(CheckResult.Failure(message: "m")))])
        }
        let commands = commands(in: try SampleBatch.report("github", of: results))
        let errors = commands.filter { $0.hasPrefix("::error ") }
        #expect(errors.count == 10)
        #expect(errors.first?.contains("learner 29") == true)
        #expect(commands.last?.contains("20 more annotations") == true)
    }

    @Test func outputsAreNumbersAndWords() throws {
        let text = try SampleBatch.report("github-output")
        #expect(text.hasPrefix("result=error\nsubmissions=10\npassed=2\n"))
        #expect(text.split(separator: "\n").allSatisfy { $0.wholeMatch(of: /[a-z-]+=[a-z0-9.]+/) != nil })
    }

    @Test func theSummaryStaysBelowAMebibyte() throws {
        let details = Array(repeating: String(repeating: "<&😀", count: 12), count: 100)
        let results = (0..<300).map { number in
            SampleBatch.result(
                "learner \(number)",
                [SampleBatch.check("c", 1, .failed(CheckResult.Failure(message: "m", details: details)))])
        }
        let summary = try SampleBatch.report("github-summary", of: results)
        #expect(summary.utf8.count <= 1 << 20)
        #expect(summary.utf8.count > 1 << 19)
        #expect(summary.contains(/\n\d+ more submissions that did not pass are not listed\./))
    }
}

extension String {
    // By scalars, as the runner compares.
    fileprivate func starts(_ text: String) -> Bool { unicodeScalars.starts(with: text.unicodeScalars) }
}

extension [UInt8] {
    fileprivate func contains(_ text: String) -> Bool {
        indices.contains { self[$0...].starts(with: text.utf8) }
    }
}

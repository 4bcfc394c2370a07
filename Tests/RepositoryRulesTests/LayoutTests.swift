// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Every file stands where this list says that one of its kind stands.
@Suite struct LayoutTests {
    // A kind of file that is not here yet gets a line with the change that brings it.
    private static let kinds: [String] = [
        #"LICENSE|Makefile|Package\.swift|\.gitignore|\.swift-format|\.ci/run"#,
        #"(README|ARCHITECTURE|CONTRIBUTING)\.md"#,
        #"Docs/[a-z-]+\.md"#,
        #"Docs/ci/(README\.md|Jenkinsfile|[a-z-]+\.(sh|yml))"#,
        #"Lessons/(README\.md|course\.yaml|[0-9]{2}-[a-z0-9-]+/[0-9]{2}-[a-z0-9-]+\.md)"#,
        #"Exercises/README\.md"#,
        #"Exercises/([0-9]{2}-[a-z0-9-]+/){2}(exercise\.yaml|(prompt|hints|solution)\.md)"#,
        #"Exercises/([0-9]{2}-[a-z0-9-]+/){2}((program|starter|solution|checks)\.m?js|(wrong|right)/[a-z0-9-]+\.m?js)"#,
        #"Benchmarks/[a-z-]+\.(js|cpp|(test\.)?mjs)"#,
        #"Scripts/[a-z-]+(\.cjs|\.mjs|\.c)?"#,
        #"Scripts/random-programs/[a-z-]+\.mjs"#,
        #"Sources/C[A-Za-z]+/(module\.modulemap|shim\.h)"#,
        #"Sources/CScriptEngine/[A-Z][A-Za-z]+\.(c|cpp|hpp)"#,
        #"Sources/CScriptEngine/include/[A-Z][A-Za-z]+\.h"#,
        #"Sources/CScriptEngine/builtins/(browser|checks|debugger|internal|lab|misconceptions|node)/[a-z0-9_]+\.js"#,
        #"Sources/CReportPage/(Page\.c|include/CReportPage\.h|page/[a-z]+\.(css|js))"#,
        #"Sources/CTracePlayer/(Player\.c|include/CTracePlayer\.h|page/[a-z]+\.(css|html|js))"#,
        #"Sources/[A-Za-z]+/([A-Z][A-Za-z]+/)*[A-Z][A-Za-z0-9]*(\+[A-Z][A-Za-z]+)?\.swift"#,
        #"Tests/([A-Za-z]+Tests|EngineTesting)/([A-Z][A-Za-z]+/)*[A-Z][A-Za-z0-9]*(\+[A-Z][A-Za-z]+)?\.swift"#,
        #"Tests/(Gradebook|Progress)Writer/[A-Z][a-z]+Writer\.swift"#,
        #"Tests/GradingTests/Attacks/([a-z0-9-]+\.m?js|Exercise/(checks|solution)\.js)"#,
        #"Tests/CourseworkTests/BrokenCourses/[a-z0-9-]+/expected\.txt"#,
        #"Tests/CourseworkTests/(BrokenCourses/[a-z0-9-]+|TinyCourse)/(Lessons|Exercises)/[A-Za-z0-9/._-]+"#,
        #"Tests/LoopLabTests/Timelines/[a-z0-9-]+\.(js|timeline)"#,
        #"Tests/LoopLabTests/Exploring/[a-z-]+\.js"#,
        #"Tests/LoopLabTests/Lessons/Screens/[a-z-]+\.screen"#,
        #"Tests/TracingTests/Export/Snapshots/[a-z-]+\.svg"#,
        #"Tests/ResultsTests/Snapshots/[a-z0-9-]+\.(csv|html|json|jsonl|md|sarif|tap|txt|xml)"#,
        #"Tests/HostRuntimeTests/Coach/[a-z-]+/(bad|clean)-[a-z0-9-]+\.(js|mjs)"#,
        #"Tests/TracingTests/Screens/[a-z0-9-]+\.screen"#,
        #"Tests/CourseworkTests/(Playing|Typesetting)/Pictures/[a-z0-9-]+\.(md|screen)"#,
        #"Tests/HostRuntimeTests/LabPrograms/(both|virtual)/[a-z0-9-]+\.(js|mjs|expected)"#,
        #"Tests/HostRuntimeTests/BrowserPrograms/([a-z0-9-]+/)+[A-Za-z0-9_-]+\.(js|mjs|expected|errors|exitcode)"#,
        #"Tests/HostRuntimeTests/Misconceptions/[a-z-]+/[a-z0-9-]+\.(js|mjs|predicted)"#,
        #"Tests/HostRuntimeTests/Programs/([a-z0-9-]+/)+[A-Za-z0-9_-]+\.(js|mjs|expected|exitcode)"#,
        #"Tests/HostRuntimeTests/Programs/([a-z0-9-]+/)+fixtures/[A-Za-z0-9_-]+\.(js|mjs|cjs|json)"#,
    ]

    @Test func thereAreNoStrayFiles() throws {
        let pattern = try NSRegularExpression(pattern: "^(" + Self.kinds.joined(separator: "|") + ")$")
        let found = Repository.files.filter { path in
            pattern.firstMatch(in: path, range: NSRange(path.startIndex..., in: path)) == nil
        }
        #expect(found == [])
    }

    @Test func namesSayWhatAFileHolds() {
        let vague = ["util", "helper", "manager", "misc", "common"]
        // Two names are those of Node's own modules.
        let found = Repository.sources.filter { !$0.hasSuffix("/node/util.js") && !$0.hasSuffix("/node/util_types.js") }
            .filter { path in
                let name = (path as NSString).lastPathComponent.lowercased()
                    .replacingOccurrences(of: "misconception", with: "")
                return vague.contains { name.contains($0) }
            }
        #expect(found == [])
    }

    @Test func scriptsCanBeRun() throws {
        let found = try Repository.sources.filter { path in
            let isScript = try Repository.lines(of: path).first?.hasPrefix("#!") == true
            let file = Repository.root.appendingPathComponent(path).path
            return isScript && !FileManager.default.isExecutableFile(atPath: file)
        }
        #expect(found == [])
    }
}

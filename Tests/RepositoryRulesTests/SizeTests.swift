// SPDX-License-Identifier: MIT
import Testing

/// Small files and small functions: a reader should be able to hold one in mind.
@Suite struct SizeTests {
    private static let longestFile = 500
    private static let longestFunction = 60
    private static let longestLine = 120

    // A table with two entries for each builtin file, written by Scripts/embed-builtins.
    private static let generated: Set<String> = ["Sources/CScriptEngine/Builtins.c"]

    @Test func filesAreShort() throws {
        let found = try Repository.sources.filter { !Self.generated.contains($0) }.compactMap { path in
            let count = try Repository.lines(of: path).count
            return count > Self.longestFile ? "\(path): \(count) lines" : nil
        }
        #expect(found == [])
    }

    @Test func functionsAreShort() throws {
        let found = try Repository.sources.flatMap { path -> [String] in
            guard let language = SourceLanguage(path: path) else { return [] }
            let spans = FunctionSpan.all(in: try Repository.text(of: path), language)
            return spans.filter { $0.length > Self.longestFunction }.map {
                "\(path):\($0.firstLine): a function of \($0.length) lines"
            }
        }
        #expect(found == [])
    }

    /// The search for functions rests on this: a brace taken for one of a string, or the other way, would show.
    @Test func bracesAreSeenInPairs() throws {
        let found = try Repository.sources.filter { path in
            guard let language = SourceLanguage(path: path) else { return false }
            let scalars = MaskedSource(try Repository.text(of: path), language).scalars
            return scalars.count(where: { $0 == "{" }) != scalars.count(where: { $0 == "}" })
        }
        #expect(found == [])
    }

    @Test func linesAreShort() throws {
        let found = try Repository.sources.filter { !Self.generated.contains($0) }.flatMap { path in
            try Repository.lines(of: path).enumerated().filter { $0.element.count > Self.longestLine }.map {
                "\(path):\($0.offset + 1): \($0.element.count) columns"
            }
        }
        #expect(found == [])
    }
}

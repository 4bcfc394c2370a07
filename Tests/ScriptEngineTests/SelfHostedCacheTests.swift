// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import ScriptEngine
import Testing

// Its directory is chosen once in a process, so each test has a process of its own.
@Suite struct SelfHostedCacheTests {
    @Test func aMissingFileIsWrittenAndThenUsed() async {
        await #expect(processExitsWith: .success) {
            try await CacheProbe.run { probe in
                #expect(probe.files == [])
                try probe.useEngine()
                let written = try probe.fingerprint()
                #expect(probe.files.count == 1)
                try probe.useEngine()
                #expect(try probe.fingerprint() == written)
                #expect(probe.files.count == 1)
            }
        }
    }

    @Test func aFileThatDoesNotCheckIsReplaced() async {
        await #expect(processExitsWith: .success) {
            try await CacheProbe.run { probe in
                try probe.useEngine()
                let good = try probe.contents()
                var flipped = good
                flipped[good.count / 2] ^= 1
                var otherMagic = good
                otherMagic[0] ^= 1
                let bad = [
                    Data(), good.prefix(10), good.prefix(24), good.prefix(good.count / 2), good.dropLast(), good + [0],
                    flipped, otherMagic, Data(repeating: 0xFF, count: 4_096),
                ]
                for bytes in bad {
                    try probe.replace(with: Data(bytes))
                    try probe.useEngine()
                    #expect(try probe.contents().count == good.count)
                    #expect(probe.files.count == 1)
                    let mended = try probe.fingerprint()
                    try probe.useEngine()
                    #expect(try probe.fingerprint() == mended)
                }
            }
        }
    }

    @Test func aDirectoryThatCannotBeMadeIsNoError() async {
        await #expect(processExitsWith: .success) {
            try await CacheProbe.run(below: "/dev/null/cache") { probe in
                try probe.useEngine()
                try probe.useEngine()
                #expect(probe.files == [])
            }
        }
    }

    @Test func aNameThatIsTakenIsNoError() async {
        await #expect(processExitsWith: .success) {
            try await CacheProbe.run { probe in
                try probe.useEngine()
                let file = try probe.file()
                try FileManager.default.removeItem(atPath: file)
                try FileManager.default.createDirectory(atPath: file + "/full", withIntermediateDirectories: true)
                try probe.useEngine()
                #expect(probe.files.count == 1)
            }
        }
    }

    @Test func aProcessWithoutTheJITRunsTheSame() async {
        await #expect(processExitsWith: .success) {
            try await CacheProbe.run(isJITEnabled: false) { probe in
                try probe.useEngine()
                try probe.useEngine()
                #expect(probe.files.count == 1)
            }
        }
    }

    @Test func laterStartsChangeNothing() async {
        await #expect(processExitsWith: .success) {
            try await CacheProbe.run { probe in
                try Engine.start(cacheDirectory: "/dev/null")
                try probe.useEngine()
                #expect(probe.files.count == 1)
                #expect(Engine.version.hasPrefix("JavaScript-C"))
            }
        }
    }
}

/// A cache directory and the engine of a process that uses it.
struct CacheProbe {
    let directory: String

    /// Starts the engine with a new directory, runs a test's body on the engine thread, shuts the engine down.
    static func run(
        below root: String = FileManager.default.temporaryDirectory.path, isJITEnabled: Bool = true,
        _ body: @Sendable (CacheProbe) throws -> Void
    ) async throws {
        let base = "\(root)/looplab-tests-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: base) }
        try await withTaskExecutorPreference(EngineThread.shared) {
            let probe = CacheProbe(directory: base + "/deep/er")
            try Engine.start(cacheDirectory: probe.directory, isJITEnabled: isJITEnabled)
            defer { Engine.shutDown() }
            try body(probe)
        }
    }

    /// Makes a context, runs code that is self-hosted in the engine, and closes it.
    func useEngine() throws {
        let session = try Session(ScriptContext.Options())
        defer { session.close() }
        #expect(session.result("[3, 1, 2].sort().map(n => n * 2).filter(n => n > 2).join()") == "4,6")
        #expect(session.result("'a-b'.replace(/-/g, '+') + [...new Map([[1, 2]])]") == "a+b1,2")
        session.run("var v; (async () => { v = await 5 })()")
        session.runJobs()
        #expect(session.result("v") == "5")
    }

    /// The names in the directory.
    var files: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    }

    /// The path of the cache.
    func file() throws -> String {
        directory + "/" + (try #require(files.first))
    }

    /// The cache's bytes.
    func contents() throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: file()))
    }

    /// What differs when the cache is written anew.
    func fingerprint() throws -> [String] {
        let attributes = try FileManager.default.attributesOfItem(atPath: file())
        let keys: [FileAttributeKey] = [.systemFileNumber, .modificationDate, .size]
        return keys.map { "\(attributes[$0] ?? "none")" }
    }

    /// Puts other bytes in the place of the cache; the mapping of the old file stays whole.
    func replace(with bytes: Data) throws {
        try bytes.write(to: URL(fileURLWithPath: file()), options: .atomic)
    }
}

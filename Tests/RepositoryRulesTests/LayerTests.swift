// SPDX-License-Identifier: MIT
import Testing

/// Layers: what a target may know of the others, and of the system.
@Suite struct LayerTests {
    private let manifest: PackageManifest

    init() throws {
        manifest = try PackageManifest()
    }

    private struct Import {
        var path: String
        var module: String

        var text: String { "\(path) imports \(module)" }
    }

    private func imports(of target: PackageManifest.Target) throws -> [Import] {
        // An attribute, an access level, the kind of what is imported: all may be missing.
        let line = /^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:[a-z]+\s+)?import\s+(?:[a-z]+\s+)?(?<name>[A-Z]\w*)/
        return try Repository.files(withExtensions: ["swift"], below: [target.directory]).flatMap { path in
            try Repository.lines(of: path).compactMap { text in
                text.firstMatch(of: line).map { Import(path: path, module: String($0.name)) }
            }
        }
    }

    @Test func theManifestNamesEveryDirectory() throws {
        let declared = Set(manifest.targets.map(\.directory))
        let files = Repository.files.filter { $0.hasPrefix("Sources/") || $0.hasPrefix("Tests/") }
        let found = Set(files.map { $0.split(separator: "/").prefix(2).map { $0 + "/" }.joined() })
        #expect(found == declared)
        #expect(manifest.targets.count >= 7)
    }

    @Test func dependenciesPointOnlyToLowerLayers() {
        var lower: Set<String> = []
        var found: [String] = []
        for target in manifest.targets {
            found += target.dependencies.filter { !lower.contains($0) }.map { "\(target.name) depends on \($0)" }
            if !target.isTest { lower.insert(target.name) }
        }
        #expect(found == [])
    }

    @Test func noProductDependsOnWhatIsForTests() {
        let products = manifest.targets.filter { $0.directory.hasPrefix("Sources/") }
        let support = Set(manifest.targets.filter { !$0.directory.hasPrefix("Sources/") }.map(\.name))
        #expect(support.contains("EngineTesting"))
        #expect(products.filter { !support.isDisjoint(with: $0.dependencies) }.map(\.name) == [])
    }

    @Test func sourcesImportOnlyWhatTheirTargetDeclares() throws {
        let system: Set<String> = ["Glibc", "Synchronization"]
        let found = try manifest.targets.filter { !$0.isTest }.flatMap { target in
            let allowed = system.union(target.dependencies)
            return try imports(of: target).filter { !allowed.contains($0.module) }.map(\.text)
        }
        #expect(found == [])
    }

    @Test func testsImportOnlyWhatTheyDeclare() throws {
        let system: Set<String> = ["Foundation", "Glibc", "Synchronization", "Testing"]
        let found = try manifest.targets.filter(\.isTest).flatMap { target in
            let allowed = system.union(target.dependencies)
            return try imports(of: target).filter { !allowed.contains($0.module) }.map(\.text)
        }
        #expect(found == [])
    }

    @Test func theSchedulerKnowsNeitherScriptsNorFoundation() throws {
        let scheduling = try #require(manifest.targets.first { $0.name == "Scheduling" })
        #expect(scheduling.dependencies == ["CLinux"])
        let modules = Set(try imports(of: scheduling).map(\.module))
        #expect(modules.isSubset(of: ["CLinux", "Glibc", "Synchronization"]))
    }

    @Test func noProductImportsFoundation() throws {
        let found = try manifest.targets.filter { !$0.isTest }.flatMap { target in
            try imports(of: target).filter { $0.module.hasPrefix("Foundation") }.map(\.path)
        }
        #expect(found == [])
    }

    @Test func onlyOneTargetIncludesEngineHeaders() throws {
        let engine = /^\s*#\s*(?:include|import)\s+[<"](?:js\/|jsapi|jsfriendapi|jspubtd|mozilla\/|mozjs)/
        let extensions: Set<String> = ["c", "h", "cpp", "hpp", "modulemap", "swift"]
        let paths = Repository.files(withExtensions: extensions, below: ["Sources/"])
        let found = try paths.filter { path in
            if path.hasPrefix("Sources/CScriptEngine/") && !path.contains("/include/") { return false }
            return try Repository.lines(of: path).contains { $0.firstMatch(of: engine) != nil }
        }
        #expect(found == [])
    }
}

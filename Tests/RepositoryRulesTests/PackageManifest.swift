// SPDX-License-Identifier: MIT

/// The targets of Package.swift, read from its text: asking SwiftPM would wait for the build that runs this test.
struct PackageManifest {
    /// One target.
    struct Target {
        var name: String
        var isTest: Bool
        var dependencies: [String]
        /// Where its files lie.
        var directory: String
    }

    /// The targets, in their order.
    let targets: [Target]

    /// Reads the manifest of this repository.
    init() throws {
        self.init(try Repository.text(of: "Package.swift"))
    }

    /// Reads a manifest.
    init(_ text: String) {
        let call = /\.(?<kind>target|systemLibrary|executableTarget|testTarget)\(\s*name: "(?<name>\w+)"/
        let calls = text.matches(of: call)
        targets = calls.indices.map { index in
            let end = index + 1 < calls.count ? calls[index + 1].range.lowerBound : text.endIndex
            let rest = text[calls[index].range.upperBound..<end]
            let list = rest.firstMatch(of: /dependencies: \[(?<names>[^\]]*)\]/)?.names ?? ""
            let (name, isTest) = (calls[index].name, calls[index].kind == "testTarget")
            let path = rest.firstMatch(of: /path: "(?<path>[^"]+)"/)?.path
            return Target(
                name: String(name),
                isTest: isTest,
                dependencies: list.matches(of: /"(?<name>\w+)"/).map { String($0.name) },
                directory: (path.map(String.init) ?? (isTest ? "Tests/" : "Sources/") + name) + "/"
            )
        }
    }
}

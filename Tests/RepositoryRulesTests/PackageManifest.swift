// SPDX-License-Identifier: MIT

/// The targets of Package.swift, read from its text: asking SwiftPM would wait for the build that runs this test.
struct PackageManifest {
    /// One target.
    struct Target {
        var name: String
        var isTest: Bool
        var dependencies: [String]

        /// Where its files lie.
        var directory: String { (isTest ? "Tests/" : "Sources/") + name + "/" }
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
            return Target(
                name: String(calls[index].name),
                isTest: calls[index].kind == "testTarget",
                dependencies: list.matches(of: /"(?<name>\w+)"/).map { String($0.name) }
            )
        }
    }
}

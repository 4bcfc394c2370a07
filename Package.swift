// swift-tools-version: 6.2
// SPDX-License-Identifier: MIT
import PackageDescription

// MARK: - Settings

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// Checks of exclusive access cost a tenth of a promise job. Debug builds, and so all tests, keep them.
let hot: [SwiftSetting] =
    strict + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

// The engine's pkg-config file names its headers with -isystem, which SwiftPM refuses there and accepts here.
let engineHeaders: [CXXSetting] = [
    .unsafeFlags(["-isystem", "/usr/include/mozjs-102", "-Wall", "-Wextra", "-Werror", "-Wno-invalid-offsetof"])
]

// A start is mostly the loader's and the kernel's work. Relative relocations in a bitmap (glibc 2.36), and no table of
// names for plugins, of which there are none, save two megabytes and a twentieth of the time. Swift's usual linker
// knows no such bitmap.
let start: [LinkerSetting] = [
    .unsafeFlags(
        ["-use-ld=lld"] + ["-z", "pack-relative-relocs", "--no-export-dynamic"].flatMap { ["-Xlinker", $0] },
        .when(configuration: .release))
]

// MARK: - Targets, from the ground up: arrows point only to what stands above in this list

let package = Package(
    name: "LoopLab",
    products: [
        .executable(name: "looplab", targets: ["looplab"]),
        .library(name: "Scheduling", targets: ["Scheduling"]),
    ],
    targets: [
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(
            name: "CMarkdown", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "CScriptEngine",
            exclude: ["builtins"],
            cxxSettings: engineHeaders,
            linkerSettings: [.linkedLibrary("mozjs-102")]
        ),
        .target(name: "CReportPage", exclude: ["page"]),
        .target(name: "CTracePlayer", exclude: ["page"]),
        .target(name: "Markup", dependencies: ["CLinux"], swiftSettings: strict),
        .target(name: "CivilTime", swiftSettings: strict),
        .target(name: "SQLStorage", dependencies: ["CCrypto", "CivilTime", "CSQLite"], swiftSettings: strict),
        .target(name: "YAMLFields", dependencies: ["CYAML"], swiftSettings: strict),
        .target(name: "Progress", dependencies: ["CivilTime", "Markup", "SQLStorage"], swiftSettings: strict),
        .target(name: "Coursework", dependencies: ["CMarkdown", "Markup", "YAMLFields"], swiftSettings: strict),
        .target(name: "Results", dependencies: ["CivilTime", "Markup"], swiftSettings: strict),
        .target(
            name: "Gradebook", dependencies: ["CivilTime", "Markup", "Results", "SQLStorage", "YAMLFields"],
            swiftSettings: strict),
        .target(
            name: "Reporting",
            dependencies: [
                "CivilTime", "CReportPage", "Gradebook", "Markup", "Progress", "Results", "SQLStorage", "YAMLFields",
            ],
            swiftSettings: strict),
        .target(name: "Scheduling", dependencies: ["CLinux"], swiftSettings: hot),
        .target(name: "ScriptEngine", dependencies: ["CScriptEngine"], swiftSettings: hot),
        .target(name: "Tracing", dependencies: ["CTracePlayer", "Markup", "Scheduling"], swiftSettings: hot),
        .target(
            name: "HostRuntime",
            dependencies: ["CCrypto", "CLinux", "CZlib", "Scheduling", "ScriptEngine", "Tracing"],
            swiftSettings: hot
        ),
        .target(
            name: "Grading",
            dependencies: [
                "CCrypto", "CivilTime", "CLinux", "CSeccomp", "CZip", "CZlib", "HostRuntime", "Markup", "Results",
                "Scheduling", "ScriptEngine", "Tracing",
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "looplab",
            dependencies: [
                "CEditline", "CivilTime", "CLinux", "CNcurses", "Coursework", "Gradebook", "Grading", "HostRuntime",
                "Markup", "Progress", "Reporting", "Results", "Scheduling", "ScriptEngine", "SQLStorage", "Tracing",
                "YAMLFields",
            ],
            swiftSettings: strict,
            linkerSettings: start
        ),

        // MARK: Tests
        .target(
            name: "EngineTesting",
            dependencies: ["CLinux", "Scheduling", "ScriptEngine"],
            path: "Tests/EngineTesting",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "ProgressWriter", dependencies: ["CivilTime", "Progress"], path: "Tests/ProgressWriter",
            swiftSettings: strict),
        .executableTarget(
            name: "GradebookWriter", dependencies: ["Gradebook", "Results"], path: "Tests/GradebookWriter",
            swiftSettings: strict),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),
        .testTarget(
            name: "CourseworkTests", dependencies: ["Coursework", "EngineTesting", "Markup", "YAMLFields"],
            exclude: ["BrokenCourses", "TinyCourse", "Playing/Pictures", "Typesetting/Pictures"],
            swiftSettings: strict),
        .testTarget(
            name: "ProgressTests",
            dependencies: [
                "CivilTime", "CLinux", "EngineTesting", "Markup", "Progress", "ProgressWriter", "Scheduling",
                "SQLStorage",
            ],
            swiftSettings: strict),
        .testTarget(name: "YAMLFieldsTests", dependencies: ["YAMLFields"], swiftSettings: strict),
        .testTarget(
            name: "GradebookTests",
            dependencies: [
                "CivilTime", "EngineTesting", "Gradebook", "GradebookWriter", "Markup", "Results", "Scheduling",
                "SQLStorage", "YAMLFields",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ResultsTests", dependencies: ["EngineTesting", "Markup", "Results"], exclude: ["Snapshots"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "CivilTime", "EngineTesting", "Gradebook", "Markup", "Progress", "Reporting", "Results", "Scheduling",
                "SQLStorage",
            ],
            swiftSettings: strict),
        .testTarget(name: "SchedulingTests", dependencies: ["Scheduling"], swiftSettings: strict),
        .testTarget(
            name: "TracingTests", dependencies: ["Markup", "Scheduling", "Tracing"],
            exclude: ["Export/Snapshots", "Screens"], swiftSettings: strict),
        .testTarget(
            name: "ScriptEngineTests", dependencies: ["EngineTesting", "ScriptEngine"], swiftSettings: strict),
        .testTarget(
            name: "HostRuntimeTests",
            dependencies: [
                "EngineTesting", "HostRuntime", "Markup", "Scheduling", "ScriptEngine", "Tracing", "looplab",
            ],
            exclude: ["BrowserPrograms", "Coach", "LabPrograms", "Misconceptions", "Programs"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "GradingTests",
            dependencies: [
                "CLinux", "CZlib", "Coursework", "EngineTesting", "Grading", "HostRuntime", "Markup", "Results",
                "Scheduling", "ScriptEngine", "Tracing",
            ],
            exclude: ["Attacks"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "LoopLabTests",
            dependencies: [
                "CivilTime", "Coursework", "EngineTesting", "Gradebook", "Grading", "looplab", "Markup", "Progress",
                "Results", "SQLStorage", "Tracing", "YAMLFields",
            ],
            exclude: ["Exploring", "Lessons/Screens", "Timelines"],
            swiftSettings: strict
        ),
        .testTarget(name: "RepositoryRulesTests", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x,
    cxxLanguageStandard: .cxx17
)

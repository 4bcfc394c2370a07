// SPDX-License-Identifier: MIT
import CZlib
import Testing

@testable import Grading

/// Tokens whose checksum is right and whose content somebody has thought up.
@Suite struct HostileTokenTests {
    private typealias File = ReplayProgram.File

    /// A token around any bytes.
    private static func token(around plain: [UInt8]) -> String {
        token(aroundCompressed: Compression.compressed(plain))
    }

    private static func token(aroundCompressed body: [UInt8]) -> String {
        let checksum = body.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
        let numbers = [UInt32(truncatingIfNeeded: checksum), UInt32(body.count)]
        let header = numbers.flatMap { number in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
        return Base64URL.text(of: Array("LL".utf8) + [ShareToken.version] + header + body)
    }

    @Test(arguments: [
        "/etc/passwd", "../up.js", "a/../../b.js", "a//b.js", "./a.js", "a/.", "", "a/", "nul\u{0}.js",
        "two\nlines.js", "red\u{1B}[31m.js", "\u{7F}.js", String(repeating: "x", count: 513),
    ])
    func noPathLeadsOutOfTheDirectoryOrTheLine(path: String) {
        let program = ReplayProgram(files: [File(path: path, text: "")])
        #expect(throws: TokenError.damaged) {
            try ShareToken.program(of: Self.token(around: ProgramWriter.bytes(of: program)).utf8)
        }
    }

    @Test(arguments: [
        ["a.js", "a.js"], ["a", "a/b.js"], ["a/b/c.js", "a"], ["main.js", "x/y", "x/y/z.js"],
    ])
    func noFileStandsInTheWayOfAnother(paths: [String]) {
        let program = ReplayProgram(files: paths.map { File(path: $0, text: "") })
        #expect(throws: TokenError.damaged) {
            try ShareToken.program(of: Self.token(around: ProgramWriter.bytes(of: program)).utf8)
        }
    }

    @Test func noProgramWithoutFiles() {
        let program = ReplayProgram(files: [])
        #expect(throws: TokenError.damaged) {
            try ShareToken.program(of: Self.token(around: ProgramWriter.bytes(of: program)).utf8)
        }
    }

    @Test func nothingLongComesOutOfLittle() throws {
        // 64 MiB of zeros, of which one and a byte is ever written.
        let bomb = Compression.compressed([UInt8](repeating: 0, count: 64 << 20))
        #expect(bomb.count < 100_000)
        #expect(throws: TokenError.tooLarge(limit: ShareToken.byteLimit)) {
            try ShareToken.program(of: Self.token(aroundCompressed: bomb).utf8)
        }
        let most = [UInt8](repeating: 0, count: ShareToken.byteLimit)
        #expect(Compression.decompressed(Compression.compressed(most), limit: most.count) == .bytes(most))
        let more = most + [0]
        #expect(Compression.decompressed(Compression.compressed(more), limit: most.count) == .tooLarge)
    }

    @Test func bytesOfOtherKindsAreDamaged() throws {
        let good = ProgramWriter.bytes(of: ReplayProgram(files: [File(path: "a.js", text: "ä")]))
        // Cut anywhere, or with something behind the end.
        for count in good.indices {
            #expect(throws: TokenError.damaged, "\(count)") {
                try ShareToken.program(of: Self.token(around: Array(good[..<count])).utf8)
            }
        }
        let others: [[UInt8]] = [
            good + [0],
            Array(good.dropLast()) + [0xFF],
            // A profile and a level that there are not; a number beyond 64 bits; one with a useless byte.
            [2] + good.dropFirst(), [0, 9] + good.dropFirst(2),
            [0, 1] + [UInt8](repeating: 0xFF, count: 10) + good.dropFirst(3), [0, 1, 0x80, 0] + good.dropFirst(3),
            // More choices than there are bytes.
            [0, 1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
        ]
        for bytes in others {
            #expect(throws: TokenError.damaged, "\(bytes)") {
                try ShareToken.program(of: Self.token(around: bytes).utf8)
            }
        }
        let compressed = Compression.compressed(good)
        for body in [[], [0], Array(compressed.dropLast()), compressed + [0], good] as [[UInt8]] {
            #expect(throws: TokenError.damaged, "\(body)") {
                try ShareToken.program(of: Self.token(aroundCompressed: body).utf8)
            }
        }
    }
}

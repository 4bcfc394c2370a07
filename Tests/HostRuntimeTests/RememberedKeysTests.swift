// SPDX-License-Identifier: MIT
import Scheduling
import Testing

/// Keys that were derived in an earlier run are the same as those that are derived anew.
@Suite struct RememberedKeysTests {
    private static let program = """
        const { pbkdf2Sync, pbkdf2, scryptSync } = require('node:crypto')
        const show = (key) => console.log(key.toString('hex'))
        show(pbkdf2Sync('plum', 'salt', 10, 16, 'sha512'))
        show(pbkdf2Sync('plum', 'salt', 11, 16, 'sha512'))
        show(pbkdf2Sync('plum', 'salt', 10, 17, 'sha512'))
        show(pbkdf2Sync('plum', 'salt', 10, 16, 'sha256'))
        show(pbkdf2Sync('plu', 'msalt', 10, 16, 'sha512'))
        show(scryptSync('plum', 'salt', 16, { N: 16 }))
        show(scryptSync('plum', 'salt', 16, { N: 32 }))
        pbkdf2('plum', 'salt', 10, 16, 'sha512', (error, key) => {
          show(key)
          key.fill(0)
        })
        """

    @Test func areThoseThatAreDerivedAnew() async throws {
        let anew = try await ProgramRun.of(Self.program, clock: .system).output
        #expect(Set(anew.split(separator: "\n")).count == 7)
        for _ in 1...2 {
            #expect(try await ProgramRun.of(Self.program, clock: .virtual).output == anew)
        }
    }
}

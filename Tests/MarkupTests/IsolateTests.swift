// SPDX-License-Identifier: MIT
import Markup
import Testing

/// Names that are written from right to left, in rows that are not.
@Suite struct IsolateTests {
    @Test(arguments: [
        ("ada  3", "ada  3"), ("דנה 3", "<דנה> 3"), ("'דנה כהן', 'אדם'", "'<דנה כהן>', '<אדם>'"),
        ("דנה   אדם  7", "<דנה>   <אדם>  7"), ("Dana דנה Levi", "Dana <דנה> Levi"),
        ("עלי-רضا.", "<עלי-רضا>."), ("שָׁלוֹם: 1", "<שָׁלוֹם>: 1"), ("山田 é", "山田 é"), ("", ""),
    ])
    func stretchesStandByThemselves(text: String, expected: String) {
        let scalars = TerminalText.isolated(text).unicodeScalars.map { scalar -> String in
            scalar == "\u{2068}" ? "<" : scalar == "\u{2069}" ? ">" : String(Character(scalar))
        }
        #expect(scalars.joined() == expected)
        let isolates = scalars.filter { $0 == "<" || $0 == ">" }.joined()
        #expect(isolates == String(repeating: "<>", count: isolates.count / 2))
    }
}

// SPDX-License-Identifier: MIT
import Markup
import Testing

@Suite struct ShellWordTests {
    @Test(arguments: [
        ("chains.js", "chains.js"), ("../a/b-1.mjs", "../a/b-1.mjs"), ("", "''"), ("a b", "'a b'"),
        ("it's", #"'it'\''s'"#),
        ("$(rm)", "'$(rm)'"), ("~", "'~'"), ("*", "'*'"), ("é", "'é'"), ("a\nb", "'a\nb'"), ("'", #"''\'''"#),
    ])
    func wordsArePastedAsTheyAre(text: String, word: String) {
        #expect(ShellWord.quoted(text) == word)
    }
}

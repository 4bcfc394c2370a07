// SPDX-License-Identifier: MIT

/// Where text in wide characters, which has no spaces, may be parted.
enum WideText {
    /// A stretch that stays together, and whether a row may end before it.
    struct Part {
        var text: Substring
        var isApart: Bool
    }

    /// Marks that do not begin a row (JIS X 4051, characters not allowed at the start of a line).
    private static let closing: Set<Character> = [
        "、", "。", "，", "．", "・", "：", "；", "？", "！", "）", "」", "』", "】", "〉", "》", "〕", "］", "｝", "ー", "々",
    ]
    /// Marks that do not end one.
    private static let opening: Set<Character> = ["（", "「", "『", "【", "〈", "《", "〔", "［", "｛"]

    /// A word in the stretches that it may be parted into, together the word.
    static func parts(of word: Substring) -> [Part] {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return [Part(text: word, isApart: false)] }
        var parts: [Part] = []
        var start = word.startIndex
        var before: Character?
        for index in word.indices {
            let character = word[index]
            if let before, isWide(before) || isWide(character), !closing.contains(character), !opening.contains(before),
                !isMark(character) || !isWide(before), !isMark(before) || !isWide(character)
            {
                parts.append(Part(text: word[start..<index], isApart: !parts.isEmpty))
                start = index
            }
            before = character
        }
        parts.append(Part(text: word[start...], isApart: !parts.isEmpty))
        return parts
    }

    private static func isWide(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first, !scalar.isASCII else { return false }
        return CharacterWidth.columns(of: scalar) == 2 && !scalar.properties.isEmojiPresentation
    }

    /// Whether it is punctuation of ASCII, which stays with what it stands beside.
    private static func isMark(_ character: Character) -> Bool {
        character.isASCII && !character.isLetter && !character.isNumber
    }
}

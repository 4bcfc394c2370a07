// SPDX-License-Identifier: MIT

/// The texts of one thread's events, up to a limit of bytes.
struct TextTable {
    private(set) var texts = [""]
    private var numbers: [String: UInt32] = [:]
    private var bytes = 0
    private let limit: Int

    /// What stands for a text that had no room.
    static let omitted = "(not kept)"

    /// Makes a table for at most so many bytes of text.
    init(limit: Int) {
        self.limit = limit
    }

    /// Forgets the texts that none of the events names, once half of the limit is used.
    mutating func keepOnly(_ events: inout [TraceEvent]) {
        if bytes < limit / 2 { return }
        var fresh = TextTable(limit: limit)
        for index in events.indices {
            events[index].text = fresh.number(of: texts[Int(events[index].text)])
            guard events[index].kind == .variable else { continue }
            events[index].value = UInt64(fresh.number(of: texts[Int(events[index].value)]))
        }
        self = fresh
    }

    /// The number of a text that comes again and again.
    mutating func number(of text: String) -> UInt32 {
        if text.isEmpty { return 0 }
        // Equal strings may have other characters: an é and an e with an accent.
        if let number = numbers[text], texts[Int(number)].utf8.elementsEqual(text.utf8) { return number }
        let number = add(text)
        numbers[text] = number
        return number
    }

    /// The number of a text that comes once.
    mutating func add(_ text: String) -> UInt32 {
        let size = text.utf8.count
        if bytes + size > limit && text != Self.omitted { return number(of: Self.omitted) }
        bytes += size
        texts.append(text)
        return UInt32(texts.count - 1)
    }
}

// SPDX-License-Identifier: MIT
public import CivilTime

/// The bytes of a record that are hashed: each value with its length before it, in a fixed order.
///
/// A text is its UTF-8, a number its 64 bits, the highest byte first; a list begins with the number of its elements.
/// Lengths are 64 bits too. Nothing can be moved from one field to the next without changing the bytes. A field that
/// is added later needs another first word, and old records keep theirs.
public struct CanonicalBytes {
    private var bytes: [UInt8] = []

    /// Begins with the hash that stands before the record, if there is one, and a word for the record's form.
    public init(after previous: ChainHash? = nil, form: String) {
        bytes.reserveCapacity(1_024)
        if let previous { bytes += previous.bytes }
        add(form)
    }

    /// The hash of all that was added.
    public var hash: ChainHash { ChainHash.of(bytes) }

    /// Adds a text.
    public mutating func add(_ text: String) {
        add(count: text.utf8.count)
        bytes += text.utf8
    }

    /// Adds a list of texts.
    public mutating func add(_ texts: [String]) {
        add(count: texts.count)
        for text in texts { add(text) }
    }

    /// Adds a moment.
    public mutating func add(_ time: Timestamp) {
        add(Int(time.milliseconds))
    }

    /// Adds a number.
    public mutating func add(_ number: Int) {
        add(count: 8)
        add(count: number)
    }

    /// Adds a hash.
    public mutating func add(_ hash: ChainHash) {
        add(count: hash.bytes.count)
        bytes += hash.bytes
    }

    /// Adds a text or that there is none.
    public mutating func add(optional text: String?) {
        add(text.map { [$0] } ?? [])
    }

    /// Adds a number or that there is none.
    public mutating func add(optional number: Int?) {
        add(count: number == nil ? 0 : 1)
        if let number { add(number) }
    }

    /// Adds how many elements of a list follow.
    public mutating func add(count: Int) {
        let bits = UInt64(bitPattern: Int64(count))
        withUnsafeBytes(of: bits.bigEndian) { bytes.append(contentsOf: $0) }
    }
}

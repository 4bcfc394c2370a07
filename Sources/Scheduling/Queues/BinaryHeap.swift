// SPDX-License-Identifier: MIT

/// A heap whose least element comes out first.
struct BinaryHeap<Element: Comparable> {
    private(set) var elements: [Element] = []

    /// How many there are.
    var count: Int { elements.count }

    /// The least, which stays in the heap.
    var first: Element? { elements.first }

    /// Adds an element.
    mutating func insert(_ element: Element) {
        elements.append(element)
        var position = elements.count - 1
        while position > 0, elements[position] < elements[(position - 1) / 2] {
            elements.swapAt(position, (position - 1) / 2)
            position = (position - 1) / 2
        }
    }

    /// Takes the least out; nil if there is none.
    mutating func popFirst() -> Element? {
        guard let first = elements.first else { return nil }
        elements.swapAt(0, elements.count - 1)
        elements.removeLast()
        var position = 0
        while true {
            var least = position
            for child in [2 * position + 1, 2 * position + 2]
            where child < elements.count && elements[child] < elements[least] { least = child }
            guard least != position else { return first }
            elements.swapAt(position, least)
            position = least
        }
    }

    /// Keeps those of which that is true.
    mutating func keep(where isWanted: (Element) -> Bool) {
        let kept = elements.filter(isWanted)
        elements.removeAll(keepingCapacity: true)
        for element in kept { insert(element) }
    }

    /// Takes all out.
    mutating func removeAll() {
        elements = []
    }
}

extension BinaryHeap: Sendable where Element: Sendable {}

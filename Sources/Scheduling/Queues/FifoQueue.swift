// SPDX-License-Identifier: MIT

/// A first-in, first-out queue of values, for state that several threads share behind a lock.
///
/// Taking the first costs nothing however many wait: what was taken is moved out of the way many at a time.
public struct FifoQueue<Element> {
    private var elements: [Element?] = []
    /// How many of the front were taken already.
    private var taken = 0

    /// Makes an empty queue.
    public init() {}

    /// How many wait.
    public var count: Int { elements.count - taken }

    /// Whether none waits.
    public var isEmpty: Bool { count == 0 }

    /// The first, which stays in the queue.
    public var first: Element? { isEmpty ? nil : elements[taken] }

    /// The last, which stays in the queue.
    public var last: Element? { isEmpty ? nil : elements[elements.count - 1] }

    /// Those that wait, first to last.
    public var all: [Element] { elements[taken...].compactMap(\.self) }

    /// Puts an element behind all others.
    public mutating func append(_ element: Element) {
        elements.append(element)
    }

    /// Takes the first out; nil if none waits.
    public mutating func popFirst() -> Element? {
        guard !isEmpty else { return nil }
        let element = elements[taken]
        elements[taken] = nil
        taken += 1
        if taken == elements.count {
            elements.removeAll(keepingCapacity: elements.count < 64)
            taken = 0
        } else if taken >= 64 && taken * 2 > elements.count {
            elements.removeFirst(taken)
            taken = 0
        }
        return element
    }

    /// Takes the first out of which that is true, wherever it stands; nil if there is none.
    public mutating func remove(where isWanted: (Element) -> Bool) -> Element? {
        let waiting = elements.indices.dropFirst(taken)
        guard let index = waiting.first(where: { index in elements[index].map(isWanted) ?? false }) else { return nil }
        return elements.remove(at: index)
    }
}

extension FifoQueue: Sendable where Element: Sendable {}

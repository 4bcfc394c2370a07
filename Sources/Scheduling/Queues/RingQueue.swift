// SPDX-License-Identifier: MIT
/// A first-in, first-out queue of trivially copyable elements in one growing ring of memory.
///
/// Its state lies behind a pointer so that the queue can be a `let` of a class: an append or a removal is then a few
/// plain loads and stores, with no reference counting and no dynamic exclusivity check. Confined to one thread.
struct RingQueue<Element: BitwiseCopyable>: ~Copyable {
    private struct State {
        var base: UnsafeMutablePointer<Element>
        /// The capacity, a power of two, less one.
        var mask: Int
        /// The position of the first element; it grows without bound and is masked at each access.
        var head: Int
        var count: Int
    }

    private let state: UnsafeMutablePointer<State>

    init(minimumCapacity: Int = 64) {
        var capacity = 1
        while capacity < minimumCapacity { capacity <<= 1 }
        state = .allocate(capacity: 1)
        state.initialize(to: State(base: .allocate(capacity: capacity), mask: capacity - 1, head: 0, count: 0))
    }

    deinit {
        state.pointee.base.deallocate()
        state.deallocate()
    }

    @inline(__always)
    var count: Int { state.pointee.count }

    @inline(__always)
    var isEmpty: Bool { state.pointee.count == 0 }

    /// The first element, which stays in the queue.
    @inline(__always)
    var first: Element? {
        guard state.pointee.count > 0 else { return nil }
        return state.pointee.base[state.pointee.head & state.pointee.mask]
    }

    /// The element that `offset` others precede.
    subscript(offset: Int) -> Element {
        precondition(offset >= 0 && offset < count, "offset \(offset) is outside a queue of \(count)")
        return state.pointee.base[(state.pointee.head &+ offset) & state.pointee.mask]
    }

    @inline(__always)
    func append(_ element: Element) {
        if state.pointee.count > state.pointee.mask { grow() }
        let position = (state.pointee.head &+ state.pointee.count) & state.pointee.mask
        state.pointee.base[position] = element
        state.pointee.count &+= 1
    }

    @inline(__always)
    func popFirst() -> Element? {
        guard state.pointee.count > 0 else { return nil }
        let element = state.pointee.base[state.pointee.head & state.pointee.mask]
        state.pointee.head &+= 1
        state.pointee.count &-= 1
        return element
    }

    /// Takes back the element that was appended last.
    func popLast() -> Element? {
        guard state.pointee.count > 0 else { return nil }
        state.pointee.count &-= 1
        return state.pointee.base[(state.pointee.head &+ state.pointee.count) & state.pointee.mask]
    }

    /// All elements, first to last, at most `limit` of them.
    func elements(limit: Int = .max) -> [Element] {
        (0..<min(limit, count)).map { self[$0] }
    }

    @inline(never)
    private func grow() {
        let oldCapacity = state.pointee.mask + 1
        let base = UnsafeMutablePointer<Element>.allocate(capacity: oldCapacity * 2)
        let start = state.pointee.head & state.pointee.mask
        let tailLength = oldCapacity - start
        base.update(from: state.pointee.base + start, count: tailLength)
        (base + tailLength).update(from: state.pointee.base, count: start)
        state.pointee.base.deallocate()
        state.pointee.base = base
        state.pointee.mask = oldCapacity * 2 - 1
        state.pointee.head = 0
    }
}

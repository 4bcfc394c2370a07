// SPDX-License-Identifier: MIT
internal import Scheduling

/// The layout of a page, as far as its cost goes: it is up to date or it is not.
struct PageLayout {
    /// Whether a style or the tree changed since the last layout.
    private(set) var isDirty = false
    /// How many elements the document has.
    private var elements = 0
    /// Layouts that a script forced by asking for a size while the layout was out of date.
    private(set) var forcedCount: UInt64 = 0

    /// Notes a change of the document, which now has so many elements.
    mutating func invalidate(elements: Int) {
        isDirty = true
        self.elements = elements
    }

    /// Brings the layout up to date and says what that costs; nil when it is up to date.
    mutating func update(isForced: Bool) -> OperationCost? {
        guard isDirty else { return nil }
        isDirty = false
        if isForced { forcedCount += 1 }
        return .layout(elements: elements)
    }
}

extension Runtime {
    /// The layout at the end of "update the rendering".
    public func updateLayout() {
        updateLayout(isForced: false)
    }

    /// Brings the layout up to date, which keeps the thread busy on either clock.
    func updateLayout(isForced: Bool) {
        if let cost = layout.update(isForced: isForced) { clock.charge(nanoseconds: cost.nanoseconds) }
    }
}

// SPDX-License-Identifier: MIT
internal import CScriptEngine

/// Where something in a program's source is.
///
/// A number of the table of the context that told it.
public struct SourcePlace: Hashable, Sendable, BitwiseCopyable {
    /// The place of what no source text of the program did.
    public static let nowhere = SourcePlace(number: 0)

    /// The number; 0 is nowhere.
    public let number: UInt32

    /// Names the place of a number.
    public init(number: UInt32) {
        self.number = number
    }
}

extension ScriptContext {
    /// File, line and column of a place, both from 1 as V8 prints them in stacks; an empty file and zeros for nowhere.
    public func position(of place: SourcePlace) -> (file: String, line: Int, column: Int) {
        var line: UInt32 = 0
        var column: UInt32 = 0
        let file = String(lls_place(raw, place.number, &line, &column))
        return (file, Int(line), Int(column))
    }

    /// The place of the nearest frame that is not the host's own; nowhere when there is none.
    public var callerPlace: SourcePlace {
        SourcePlace(number: lls_caller_place(raw))
    }
}

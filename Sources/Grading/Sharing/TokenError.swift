// SPDX-License-Identifier: MIT

/// Why a text cannot be read as a share token, or a program not be written as one.
public enum TokenError: Error, Equatable, Sendable {
    /// There is no text at all.
    case empty
    /// It does not begin as a token does.
    case foreign
    /// A newer LoopLab made it.
    case newer(version: UInt8, supported: UInt8)
    /// Its end is missing.
    case truncated
    /// Some of it has changed, or is no token's.
    case damaged
    /// The program in it is larger than the limit, in bytes.
    case tooLarge(limit: Int)
}

// SPDX-License-Identifier: MIT
internal import CScriptEngine

/// A host that answers `Date` as well.
public protocol DateClockHost: ScriptHost {
    /// Milliseconds since 1970-01-01 UTC, as `Date.now()` shows them.
    var dateMilliseconds: Double { get }
}

extension ScriptContext {
    /// Lets `Date` read the host's clock instead of the system's.
    public func useHostClockForDate() {
        lls_context_set_date_clock(raw) { opaque in
            guard let opaque else { return 0 }
            let context = Unmanaged<ScriptContext>.fromOpaque(opaque).takeUnretainedValue()
            return (context.hostObject as? any DateClockHost)?.dateMilliseconds ?? 0
        }
    }
}

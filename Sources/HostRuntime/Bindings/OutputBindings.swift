// SPDX-License-Identifier: MIT
internal import Glibc
internal import ScriptEngine

// Writing, and what is known about the terminal.
extension Runtime {
    func defineOutputBindings(on binding: ScriptValue) {
        define("write", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            let stream: StandardStream = arguments.number(0) == 2 ? .error : .output
            arguments.withUTF8(1) { write($0, to: stream) }
            if ending != nil { throw .terminate }
        }
        define("writeError", on: binding) { [unowned(unsafe) self] arguments in
            arguments.withUTF8(0) { write($0, to: .error) }
        }
        define("isTTY", on: binding) { arguments in
            arguments.returns(isatty(Int32(arguments.number(0))) != 0)
        }
        define("isColor", on: binding) { [unowned(unsafe) self] arguments in
            let isTerminal = isatty(Int32(arguments.number(0))) != 0
            arguments.returns(options.color == .always || options.color == .onTerminals && isTerminal)
        }
        define("columns", on: binding) { arguments in
            arguments.returns(Double(Self.windowSize(of: arguments)?.ws_col ?? 80))
        }
        define("rows", on: binding) { arguments in
            arguments.returns(Double(Self.windowSize(of: arguments)?.ws_row ?? 24))
        }
    }

    private static func windowSize(of arguments: Arguments) -> winsize? {
        var size = winsize()
        let succeeded = ioctl(Int32(arguments.number(0)), UInt(TIOCGWINSZ), &size) == 0
        return succeeded && size.ws_col > 0 ? size : nil
    }
}

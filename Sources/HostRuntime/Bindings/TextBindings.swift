// SPDX-License-Identifier: MIT
internal import ScriptEngine

// UTF-8 for TextEncoder and TextDecoder (Encoding standard, section 8).
extension Runtime {
    func defineTextBindings(on binding: ScriptValue) {
        define("utf8Encode", on: binding) { arguments in
            arguments.returns(bytes: arguments.withUTF8(0) { Array($0) })
        }
        define("utf8Decode", on: binding) { arguments throws(ThrownError) in
            let isFatal = arguments.boolean(1)
            let keepsMark = arguments.boolean(2)
            let text: String?? = arguments.withBytes(0) { bytes in
                let hasMark = !keepsMark && bytes.starts(with: [0xEF, 0xBB, 0xBF])
                let body = hasMark ? bytes[3...] : bytes[...]
                return isFatal ? String(validating: body, as: UTF8.self) : String(decoding: body, as: UTF8.self)
            }
            guard let text else { throw .typeError("The \"input\" argument must be bytes") }
            guard let text else {
                throw .make(
                    .typeError, message: "The encoded data was not valid for encoding utf-8",
                    code: "ERR_ENCODING_INVALID_ENCODED_DATA")
            }
            arguments.returns(text)
        }
    }
}

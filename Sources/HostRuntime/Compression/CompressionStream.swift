// SPDX-License-Identifier: MIT
internal import CZlib

/// One pass of zlib over an input that lies in memory.
///
/// It ends as Node's does (`src/node_zlib.cc`), whose rules for what follows the compressed bytes are its own.
final class CompressionStream {
    // zlib's state knows where its stream lies, so it must not move.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let job: CompressionJob
    /// Until the first bytes have shown which of the two it is, `unzip`.
    private var mode: CompressionJob.Mode
    private var status: Int32

    /// Begins with the whole input; it must stay where it is.
    init(_ job: CompressionJob, input: UnsafeMutableRawBufferPointer) {
        self.job = job
        mode = job.mode == .unzip ? Self.format(of: input) : job.mode
        stream.initialize(to: z_stream())
        let isUnknown = mode == .unzip
        let bits = job.mode.isRaw ? -job.windowBits : job.windowBits + Self.headerBits(job.mode)
        status =
            mode.compresses
            ? llz_deflate_init(stream, job.level, bits, job.memLevel, job.strategy) : llz_inflate_init(stream, bits)
        stream.pointee.next_in = input.assumingMemoryBound(to: UInt8.self).baseAddress
        stream.pointee.avail_in = UInt32(input.count)
        if status == Z_OK && !isUnknown { setDictionaryAtStart() }
    }

    deinit {
        if mode.compresses { deflateEnd(stream) } else { inflateEnd(stream) }
        stream.deallocate()
    }

    // What zlib wants added to the window's bits for a gzip header, or for either header.
    private static func headerBits(_ mode: CompressionJob.Mode) -> Int32 {
        mode == .gzip || mode == .gunzip ? 16 : mode == .unzip ? 32 : 0
    }

    // By the two bytes that every gzip member begins with; one of them alone tells nothing.
    private static func format(of input: UnsafeMutableRawBufferPointer) -> CompressionJob.Mode {
        if input.isEmpty || input.count == 1 && input[0] == 0x1f { return .unzip }
        return input.count > 1 && input[0] == 0x1f && input[1] == 0x8b ? .gunzip : .inflate
    }

    /// Does the pass.
    func run(isStopped: () -> Bool) -> CompressionJob.Result {
        guard status == Z_OK else { return failure(Z_DATA_ERROR, "Failed to set dictionary") }
        var output = OutputMemory(limit: job.limit)
        repeat {
            if isStopped() { return .stopped }
            guard let room = output.room() else { return .outOfMemory }
            stream.pointee.next_out = room.assumingMemoryBound(to: UInt8.self).baseAddress
            stream.pointee.avail_out = UInt32(room.count)
            advance()
            output.wrote(room.count - Int(stream.pointee.avail_out))
            if let failure = currentFailure { return failure }
            if output.isTooLong { return .tooLarge }
        } while stream.pointee.avail_out == 0
        return output.finish().map { .bytes($0) } ?? .outOfMemory
    }

    private func advance() {
        guard !mode.compresses else {
            status = CZlib.deflate(stream, job.flush)
            return
        }
        status = CZlib.inflate(stream, job.flush)
        if mode == .inflate && status == Z_NEED_DICT { giveDictionary() }
        // Another member may follow, or garbage, which is an error; zeros may fill up the end.
        while mode == .gunzip && status == Z_STREAM_END && stream.pointee.avail_in > 0
            && stream.pointee.next_in.pointee != 0
        {
            inflateReset(stream)
            status = CZlib.inflate(stream, job.flush)
        }
    }

    // MARK: Dictionaries

    private func setDictionaryAtStart() {
        guard let dictionary = job.dictionary else { return }
        dictionary.withBytes { bytes in
            let start = bytes.assumingMemoryBound(to: UInt8.self).baseAddress
            switch mode {
            case .deflate, .deflateRaw: status = deflateSetDictionary(stream, start, UInt32(clamping: bytes.count))
            case .inflateRaw: status = inflateSetDictionary(stream, start, UInt32(clamping: bytes.count))
            case .inflate, .gzip, .gunzip, .unzip: return
            }
        }
    }

    // Only now does zlib know which dictionary it wants.
    private func giveDictionary() {
        guard let dictionary = job.dictionary, dictionary.count > 0 else { return }
        let isRight = dictionary.withBytes { bytes in
            inflateSetDictionary(
                stream, bytes.assumingMemoryBound(to: UInt8.self).baseAddress, UInt32(clamping: bytes.count)) == Z_OK
        }
        if isRight { status = CZlib.inflate(stream, job.flush) }
    }

    // MARK: Failures

    private var currentFailure: CompressionJob.Result? {
        switch status {
        case Z_OK, Z_BUF_ERROR:
            // There was room, and the input was said to be all.
            let isCutShort = stream.pointee.avail_out > 0 && job.flush == Z_FINISH
            return isCutShort ? .failure(Z_BUF_ERROR, "unexpected end of file") : nil
        case Z_STREAM_END: return nil
        case Z_NEED_DICT:
            return .failure(status, job.dictionary?.count ?? 0 == 0 ? "Missing dictionary" : "Bad dictionary")
        case Z_MEM_ERROR: return .outOfMemory
        default: return failure(status, "Zlib error")
        }
    }

    private func failure(_ code: Int32, _ fallback: String) -> CompressionJob.Result {
        .failure(code, stream.pointee.msg.map { String(cString: $0) } ?? fallback)
    }
}

// SPDX-License-Identifier: MIT
// zlib; its initialisers are macros, which Swift cannot call.

#ifndef LOOPLAB_CZLIB_SHIM_H
#define LOOPLAB_CZLIB_SHIM_H

#include <zlib.h>

/// `deflateInit2`: window bits tell the format.
static inline int llz_deflate_init(z_stream *stream, int level, int windowBits, int memLevel, int strategy) {
    return deflateInit2(stream, level, Z_DEFLATED, windowBits, memLevel, strategy);
}

/// `inflateInit2`: window bits tell the format.
static inline int llz_inflate_init(z_stream *stream, int windowBits) {
    return inflateInit2(stream, windowBits);
}

#endif

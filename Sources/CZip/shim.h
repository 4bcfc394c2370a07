// SPDX-License-Identifier: MIT
// libzip; some of its constants are shifts of unsigned numbers, which Swift does not import.

#ifndef LOOPLAB_CZIP_SHIM_H
#define LOOPLAB_CZIP_SHIM_H

#include <zip.h>

/// Names as they stand in the archive, byte by byte: no guess at their encoding.
static const zip_flags_t llz_raw_names = ZIP_FL_ENC_RAW;

/// The fields without which nothing is known of an entry: name, both sizes, both methods.
static const zip_uint64_t llz_needed_fields =
    ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;

#endif

/* SPDX-License-Identifier: MIT */
/* Memory that threads share. */
#ifndef LLS_SHARED_H
#define LLS_SHARED_H

#include "LLSDefines.h"

#pragma clang assume_nonnull begin

/** Reads 4 or 8 bytes of shared memory at once, as a signed number, in sequentially consistent order. */
static inline int64_t lls_shared_load(uintptr_t address, unsigned size) {
    return size == 4 ? __atomic_load_n((const int32_t *)address, __ATOMIC_SEQ_CST)
                     : __atomic_load_n((const int64_t *)address, __ATOMIC_SEQ_CST);
}

#pragma clang assume_nonnull end
#endif

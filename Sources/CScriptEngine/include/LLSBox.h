/* SPDX-License-Identifier: MIT */
/* JavaScript objects that own something of the host's. */
#ifndef LLS_BOX_H
#define LLS_BOX_H

#include "LLSDefines.h"

#pragma clang assume_nonnull begin

/** Gives up what a box held: at some collection, or when the context is destroyed; always on the context's thread. */
typedef void (*LLSBoxRelease)(void *content);

/**
 * A new object without properties that owns `content`. 0 when memory ran out; `content` is released then.
 * All boxes of a process hold the same kind of thing: what a box is made with is what `lls_arg_box` hands out.
 */
LLS_EXTERN LLSSlot lls_box_create(LLSContext *context, LLSSlot realm, void *content, LLSBoxRelease release);
/** What a box argument owns; null for every other value. */
LLS_EXTERN void *_Nullable lls_arg_box(LLSCall *call, unsigned index);

#pragma clang assume_nonnull end
#endif

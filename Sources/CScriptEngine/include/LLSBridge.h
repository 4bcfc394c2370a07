/* SPDX-License-Identifier: MIT */
/* The bridge between a shielded realm, whose objects are opaque to all others, and the realm of a program. */
#ifndef LLS_BRIDGE_H
#define LLS_BRIDGE_H

#include "LLSDefines.h"

#pragma clang assume_nonnull begin

/** Adds the bridge's functions to an object of the shielded realm. The program's realm is the one for which functions
    are exported; a context has one of each. */
LLS_EXTERN bool lls_bridge_define(LLSContext *context, LLSSlot shielded, LLSSlot program, LLSSlot target);

#pragma clang assume_nonnull end
#endif

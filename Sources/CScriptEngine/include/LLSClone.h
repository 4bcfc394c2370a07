/* SPDX-License-Identifier: MIT */
/* Structured serialization (HTML standard, section 2.7): a value on its way to another realm, context or thread. */
#ifndef LLS_CLONE_H
#define LLS_CLONE_H

#include "LLSDefines.h"

#pragma clang assume_nonnull begin

/** A serialized value. It belongs to no context; one thread at a time may use it. */
typedef struct LLSClone LLSClone;

/** Why a value cannot be serialized. */
typedef enum __attribute__((enum_extensibility(closed))) LLSCloneFailure {
    LLSCloneFailureNone = 0,
    /** A getter or a proxy threw, or memory ran out: the exception waits to be taken. */
    LLSCloneFailureThrew,
    /** The culprit, or a primitive in it when the culprit is `undefined`, cannot be cloned. */
    LLSCloneFailureNotCloneable,
    /** The culprit is a port that is not in the transfer list. */
    LLSCloneFailureUntransferredPort,
    /** Something in the transfer list cannot be transferred. */
    LLSCloneFailureNotTransferable,
    /** Something is in the transfer list twice. */
    LLSCloneFailureDuplicate,
    /** A buffer is detached. */
    LLSCloneFailureDetached,
} LLSCloneFailure;

/** Makes an empty object of a class of its own, which is refused in a clone unless it is tied and transferred.
    Returns 0 when memory ran out. */
LLS_EXTERN LLSSlot lls_port_object(LLSContext *context, LLSSlot prototype);

/** Ties a port's object to the number by which the host knows the port, so that it can be transferred. */
LLS_EXTERN bool lls_port_tie(LLSContext *context, LLSSlot object, uint32_t port);

/** Serializes a value (StructuredSerializeWithTransfer). `transfer` is an array or `undefined`. Buffers in it are
    detached when it succeeds; for ports that is the host's part. Returns NULL after a failure, which sets
    `failure` and, where there is one, a new slot in `culprit`. */
LLS_EXTERN LLSClone *_Nullable lls_clone_write(
    LLSContext *context, LLSSlot value, LLSSlot transfer, LLSCloneFailure *failure, LLSSlot *culprit);

/** How many ports were transferred, and the number of each. */
LLS_EXTERN size_t lls_clone_port_count(const LLSClone *clone);
LLS_EXTERN uint32_t lls_clone_port(const LLSClone *clone, size_t index);

/** Makes the value anew in a realm (StructuredDeserializeWithTransfer), which can be done once. The host's
    `make_port` is
    called for each port with its index. */
LLS_EXTERN LLSStatus lls_clone_read(LLSContext *context, LLSSlot realm, LLSClone *clone, LLSSlot *result);

/** Frees a clone with whatever it still holds. */
LLS_EXTERN void lls_clone_free(LLSClone *clone);

#pragma clang assume_nonnull end
#endif

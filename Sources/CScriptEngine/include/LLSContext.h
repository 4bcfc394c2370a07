/* SPDX-License-Identifier: MIT */
/* Process, context and realm life cycle; promise jobs; interrupts; memory. */
#ifndef LLS_CONTEXT_H
#define LLS_CONTEXT_H

#include "LLSDefines.h"

#pragma clang assume_nonnull begin

/** Process-wide choices, made once before the first context. */
typedef struct LLSProcessOptions {
    /** Directory for the self-hosted code cache; NULL for none. It is created when missing. */
    const char *_Nullable cache_directory;
    /** Turns every JIT off for the whole process: code of strangers runs only this way. */
    bool disables_jit;
    /// Starts no thread: what others would do waits until the collector does it itself. So the process can be copied.
    bool has_no_threads;
} LLSProcessOptions;

/** Starts the engine. Returns NULL, or what failed. Call once, on the first thread that uses it. */
LLS_EXTERN const char *_Nullable lls_process_start(const LLSProcessOptions *options);

/** Shuts the engine down. Every context must be gone. */
LLS_EXTERN void lls_process_shut_down(void);

/** The engine's own name and version, such as "JavaScript-C102.15.1". */
LLS_EXTERN const char *lls_engine_version(void);

/** What the engine asks of its host. Every function gets `opaque` first and runs on the context's thread. */
typedef struct LLSHost {
    void *_Nullable opaque;
    /** A promise job waits to be run by `lls_job_run(job)`: ECMA-262 HostEnqueuePromiseJob. */
    void (*enqueue_job)(void *_Nullable opaque, uint32_t job);
    /** A function made by `lls_function_create` is called. Returns false after throwing with `lls_throw`. */
    bool (*call)(void *_Nullable opaque, uint32_t function, LLSCall *call);
    /** ECMA-262 HostPromiseRejectionTracker. The slot is the callee's to free. */
    void (*rejection)(void *_Nullable opaque, LLSSlot promise, bool is_handled);
    /** An interrupt was requested. Returns false to terminate the running script. */
    bool (*interrupt)(void *_Nullable opaque);
    /** ECMA-262 HostResolveImportedModule: the record for `specifier`, or 0 after throwing with `lls_throw_error`. */
    LLSSlot (*resolve_module)(void *_Nullable opaque, int32_t referrer, LLSText specifier);
    /** ECMA-262 HostImportModuleDynamically. The host ends it with `lls_dynamic_import_finish`; it frees the slots. */
    void (*import_dynamically)(
        void *_Nullable opaque, int32_t referrer, LLSText specifier, LLSSlot request, LLSSlot promise);
    /** ECMA-262 HostGetImportMetaProperties for the module that was compiled with `module`. */
    bool (*populate_import_meta)(void *_Nullable opaque, int32_t module, LLSSlot meta);
    /** The object for a port that arrives with the message being read, by its index; 0 after throwing. */
    LLSSlot (*make_port)(void *_Nullable opaque, uint32_t index);
} LLSHost;

/** Choices of one context. */
typedef struct LLSContextOptions {
    /** Limit of the garbage-collected heap in bytes. */
    size_t heap_bytes;
    /** Bytes of native stack that JavaScript may use. */
    size_t stack_bytes;
    /** Keeps the stack of every promise's creation, for labels and async stacks; costs 3 to 4 times on awaits. */
    bool keeps_async_stacks;
    /** A context of another thread, which must outlive this one; its parsed self-hosted code is used. NULL for none. */
    LLSContext *_Nullable parent;
    /** Lets `Atomics.wait` block the thread. */
    bool can_block;
    /** Counts the memory of this context alone, besides its cells; what the whole process uses is left to the host. */
    bool counts_malloc;
} LLSContextOptions;

/** Makes a context, or returns NULL when there is no memory for one. */
LLS_EXTERN LLSContext *_Nullable lls_context_create(const LLSContextOptions *options, LLSHost host);

/** Destroys a context, its realms and every value. */
LLS_EXTERN void lls_context_destroy(LLSContext *context);

/** Lets the running script call `interrupt` soon. May be called from any thread and from a signal handler's thread. */
LLS_EXTERN void lls_context_request_interrupt(LLSContext *context);

/** Turns the recording of promise creation sites on or off. */
LLS_EXTERN void lls_context_set_async_stacks(LLSContext *context, bool is_on);

/** Collects all garbage now. */
LLS_EXTERN void lls_context_collect(LLSContext *context);

/** Collects garbage at every call between host and script, which finds values that nobody rooted. */
LLS_EXTERN void lls_context_set_collect_at_every_call(LLSContext *context, bool is_on);

/** Bytes of garbage-collected cells in use. */
LLS_EXTERN size_t lls_context_heap_bytes(LLSContext *context);

/** Whether the last full collection left the heap almost full; after a few of those `interrupt` is called. */
LLS_EXTERN bool lls_context_heap_is_full(LLSContext *context);

/** Gives memory that malloc holds and nobody uses back to the system. */
LLS_EXTERN void lls_memory_trim(void);

/** Sets how `Date` reads the clock: milliseconds since 1970 by `read`, or the system's clock when NULL. */
LLS_EXTERN void lls_context_set_date_clock(
    LLSContext *context, double (*_Nullable read)(void *_Nullable opaque));

/** Choices of one realm. */
typedef struct LLSRealmOptions {
    /** Defines `WeakRef` and `FinalizationRegistry`. */
    bool has_weak_references;
    /** Makes its objects opaque to all other realms of the context, and hides its frames from their stacks. */
    bool is_shielded;
} LLSRealmOptions;

/** Makes a realm in a compartment of its own and returns its global object, or 0. */
LLS_EXTERN LLSSlot lls_realm_create(LLSContext *context, LLSRealmOptions options);

/** Runs a promise job once and forgets it. */
LLS_EXTERN LLSStatus lls_job_run(LLSContext *context, uint32_t job);

/** Forgets a promise job without running it. */
LLS_EXTERN void lls_job_discard(LLSContext *context, uint32_t job);

/** Where the promise behind a waiting job was made, when async stacks are kept: "then@3:21". */
LLS_EXTERN LLSText lls_job_label(LLSContext *context, uint32_t job);

#pragma clang assume_nonnull end
#endif

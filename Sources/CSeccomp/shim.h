// SPDX-License-Identifier: MIT
// libseccomp; what it has as macros only gets a function or a constant here.

#ifndef LOOPLAB_CSECCOMP_SHIM_H
#define LOOPLAB_CSECCOMP_SHIM_H

#include <seccomp.h>

/// The call fails with this error, and the process goes on.
static inline uint32_t llp_action_fail(uint16_t number) {
    return SCMP_ACT_ERRNO(number);
}

/// The whole process dies by SIGSYS.
static const uint32_t llp_action_kill = SCMP_ACT_KILL_PROCESS;

/// The call is made.
static const uint32_t llp_action_allow = SCMP_ACT_ALLOW;

#endif

// SPDX-License-Identifier: MIT
// libseccomp; what it has as macros only gets a function or a constant here.

#ifndef LOOPLAB_CSECCOMP_SHIM_H
#define LOOPLAB_CSECCOMP_SHIM_H

#include <errno.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <seccomp.h>

// Declared here because <unistd.h> would bring in types that are the Glibc module's.
extern long syscall(long number, ...);

/// The call fails with this error, and the process goes on.
static inline uint32_t llp_action_fail(uint16_t number) {
    return SCMP_ACT_ERRNO(number);
}

/// The whole process dies by SIGSYS.
static const uint32_t llp_action_kill = SCMP_ACT_KILL_PROCESS;

/// The call is made.
static const uint32_t llp_action_allow = SCMP_ACT_ALLOW;

/// The flags of clone(2) for a thread of the same process, as glibc starts one (`create_thread` in
/// nptl/pthread_create.c); any other set would make a process, or a name space.
static const uint64_t llp_thread_flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD |
                                         CLONE_SYSVSEM | CLONE_SETTLS | CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID;

/// Puts a program of so many instructions on all threads of this process; 0, or the system's error.
static inline int llp_load(struct sock_filter *instructions, unsigned short count) {
    struct sock_fprog program = {.len = count, .filter = instructions};
    long status = syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
    // A positive number is that of a thread that could not be brought along.
    return status == 0 ? 0 : status < 0 ? errno : ESRCH;
}

#endif

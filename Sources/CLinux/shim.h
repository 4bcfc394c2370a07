// SPDX-License-Identifier: MIT
// Linux headers that Swift's Glibc module leaves out.

#ifndef LOOPLAB_CLINUX_SHIM_H
#define LOOPLAB_CLINUX_SHIM_H

#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <time.h>

/// From <pthread.h>, which declares it only to programs that ask for GNU extensions.
extern int pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *deadline);

#endif

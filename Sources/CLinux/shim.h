// SPDX-License-Identifier: MIT
// Linux headers that Swift's Glibc module leaves out.

#ifndef LOOPLAB_CLINUX_SHIM_H
#define LOOPLAB_CLINUX_SHIM_H

#include <sys/epoll.h>
#include <sys/eventfd.h>

#endif

# SPDX-License-Identifier: MIT
# `make` lists what it can do. Each command of SwiftPM writes into .build and nowhere else.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=

export SWIFT

BINARY = .build/release/looplab
COURSE = $(DESTDIR)$(PREFIX)/share/looplab/course
# Swift's own library goes into the binary: it starts in half the time and runs where there is no Swift.
RELEASE = -c release --product looplab --static-swift-stdlib

# The sanitizers map their shadow at fixed addresses, which a kernel that spreads the rest over more than 28 bits may
# have taken (vm.mmap_rnd_bits): setarch -R turns that off for one command. Some containers forbid it.
WITHOUT_ASLR = $(shell setarch -R true 2>/dev/null && echo setarch -R)

# SpiderMonkey comes from Debian without instrumentation. What it keeps for the whole process is no leak of ours, so
# leaks are looked for only on request (make check-sanitizers LEAKS=1), and its own threads are not judged.
LEAKS ?= 0
ADDRESS_OPTIONS = detect_leaks=$(LEAKS)
# At its end a process with several threads waits a second for races that only show there: too long for a thousand
# programs.
THREAD_OPTIONS = ignore_noninstrumented_modules=1:atexit_sleep_ms=20

.PHONY: help learn build test check lint imports builtins check-sanitizers check-address check-thread bench \
	install uninstall clean setup
# Two builds in one directory would wait for each other anyway.
.NOTPARALLEL:

help: ## list the targets
	@echo "usage: make TARGET"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-18s %s\n", $$1, $$2 }' Makefile

learn: setup ## install what is missing, build, open the lesson that you are at
	@test -x $(BINARY) || echo "Building LoopLab; the first time takes a few minutes."
	@$(SWIFT) build $(RELEASE) --quiet
	@$(BINARY) learn

build: setup ## build .build/release/looplab
	@$(SWIFT) build $(RELEASE)

test: setup ## install what is missing, run all tests
	@$(SWIFT) test --disable-xctest

check: setup lint imports builtins ## formatting, declared imports, embedded files, then all tests
	@$(SWIFT) test --disable-xctest

lint:
	@echo "Checking the formatting."
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

imports:
	@echo "Checking that each target declares what it imports."
	@$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

builtins:
	@echo "Checking that Builtins.c lists every builtin file."
	@Scripts/embed-builtins --check

check-sanitizers: setup check-address check-thread ## all tests under AddressSanitizer, then under ThreadSanitizer

# The gold linker prints hundreds of lines about symbols of AddressSanitizer, lld none.
check-address:
	@echo "All tests under AddressSanitizer."
	@ASAN_OPTIONS="$(ADDRESS_OPTIONS):$$ASAN_OPTIONS" $(WITHOUT_ASLR) $(SWIFT) test --disable-xctest \
		--sanitize=address --scratch-path .build/address -Xswiftc -use-ld=lld

check-thread:
	@echo "All tests under ThreadSanitizer."
	@TSAN_OPTIONS="$(THREAD_OPTIONS):$$TSAN_OPTIONS" $(WITHOUT_ASLR) $(SWIFT) test --disable-xctest \
		--sanitize=thread --scratch-path .build/thread

bench: setup ## measure against Node (where there is one) and a bare C++ queue
	@Scripts/bench

# Under sudo there is often no Swift on the PATH: then what `make build` built before is installed.
install: ## install to PREFIX (default /usr/local); the binary runs without Swift
	@if command -v $(SWIFT) >/dev/null 2>&1; then $(MAKE) --no-print-directory build; fi
	@test -x $(BINARY) || { echo "swift is not on the PATH: run 'make build' first, then this again" >&2; exit 1; }
	@install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/looplab
	@rm -rf $(COURSE)
	@find Lessons Exercises -type f -exec install -D -m 644 {} $(COURSE)/{} \;
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/looplab, and the course in $(COURSE)."

uninstall: ## remove what make install put there
	@rm -f $(DESTDIR)$(PREFIX)/bin/looplab
	@rm -rf $(DESTDIR)$(PREFIX)/share/looplab
	@echo "Removed $(DESTDIR)$(PREFIX)/bin/looplab and the course."

clean: ## remove everything that was built
	@rm -rf .build

setup:
	@Scripts/setup

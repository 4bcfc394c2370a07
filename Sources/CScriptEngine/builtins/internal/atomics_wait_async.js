// SPDX-License-Identifier: MIT
'use strict';

const { apply } = Reflect;
const loadAtomically = Atomics.load;
const typedArrayPrototype = Reflect.getPrototypeOf(Int8Array.prototype);
const typedBuffer = Reflect.getOwnPropertyDescriptor(typedArrayPrototype, 'buffer').get;
const typedLength = Reflect.getOwnPropertyDescriptor(typedArrayPrototype, 'length').get;

function describe(value) {
  return require('internal/receiver_text').describeValue(value);
}

function validateArray(typedArray) {
  const kind = binding.classOf(typedArray);
  if (kind !== 'Int32Array' && kind !== 'BigInt64Array') {
    throw new TypeError(`${describe(typedArray)} is not an int32 or BigInt64 typed array.`);
  }
  if (binding.classOf(apply(typedBuffer, typedArray, [])) !== 'SharedArrayBuffer') {
    throw new TypeError(`${describe(typedArray)} is not a shared typed array.`);
  }
  return kind;
}

function validateIndex(typedArray, index) {
  const position = Math.trunc(+index) || 0;
  if (position < 0 || position >= apply(typedLength, typedArray, [])) {
    throw new RangeError('Invalid atomic access index');
  }
  return position;
}

function toElement(kind, value) {
  if (kind === 'Int32Array') return value | 0;
  // Storing converts as ToBigInt64 does.
  const element = new BigInt64Array(1);
  element[0] = value;
  return element[0];
}

/** Atomics.waitAsync: a promise of 'ok' or 'timed-out', or the answer itself when there is nothing to wait for. */
const { waitAsync } = {
  waitAsync(typedArray, index, value, timeout) {
    const kind = validateArray(typedArray);
    const position = validateIndex(typedArray, index);
    const expected = toElement(kind, value);
    const limit = +timeout;
    const milliseconds = Number.isNaN(limit) ? Infinity : Math.max(limit, 0);
    const current = apply(loadAtomically, Atomics, [typedArray, position]);
    if (current !== expected) return { async: false, value: 'not-equal' };
    if (milliseconds === 0) return { async: false, value: 'timed-out' };
    let isWaiting = true;
    const promise = new Promise((resolve) => {
      // The host looks at the element again, under the lock of the waiters, as another thread may have changed it.
      isWaiting = binding.waitAsync(typedArray, position, expected, milliseconds, resolve) !== false;
    });
    return isWaiting ? { async: true, value: promise } : { async: false, value: 'not-equal' };
  },
};

const notifyThreads = Atomics.notify;

/** Atomics.notify, which wakes threads that block first, and then those who wait by a promise. */
const { notify } = {
  notify(typedArray, index, count) {
    const limit = count === undefined ? Infinity : Math.max(Math.trunc(+count) || 0, 0);
    const woken = notifyThreads(typedArray, index, limit);
    if (woken >= limit || binding.classOf(typedArray) === 'Proxy') return woken;
    const size = binding.classOf(typedArray) === 'Int32Array' ? 4 : 8;
    return woken + binding.notifyWaiters(typedArray, Math.trunc(+index) || 0, size, limit - woken);
  },
};

/** Atomics.wait in virtual time: the other threads of the program go on until one notifies or time is up. */
const { wait } = {
  wait(typedArray, index, value, timeout) {
    const kind = validateArray(typedArray);
    const position = validateIndex(typedArray, index);
    const expected = toElement(kind, value);
    const limit = +timeout;
    const milliseconds = Number.isNaN(limit) ? Infinity : Math.max(limit, 0);
    return binding.waitVirtually(typedArray, position, expected, milliseconds);
  },
};

/** Adds `waitAsync` to the Atomics of `global`. */
function install(global) {
  const functions = binding.isVirtual ? { notify, wait, waitAsync } : { notify, waitAsync };
  for (const name of Object.keys(functions)) {
    Object.defineProperty(global.Atomics, name, {
      __proto__: null, value: functions[name], writable: true, enumerable: false, configurable: true,
    });
  }
}

module.exports = { install, waitAsync };

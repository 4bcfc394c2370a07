// SPDX-License-Identifier: MIT

extension CheckStage {
    /// A submission and a check that do what most of them do.
    static let rehearsal = CheckJob(
        submission: .init(path: "rehearsal.js", text: submission), checks: .init(path: "rehearsal", text: checks),
        entry: "work")

    private static let submission = """
        const { EventEmitter } = require('node:events');
        const { promisify } = require('node:util');
        const wait = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
        class Gate {
          #open = 0;
          async pass(fn, ...rest) {
            this.#open += 1;
            try { return await fn(...rest); } finally { this.#open -= 1; }
          }
        }
        async function work(fn, { times = 2, signal } = {}) {
          const seen = new Map();
          const gate = new Gate();
          for (let n = 1; ; n += 1) {
            try {
              const value = await gate.pass(fn, n, { signal });
              seen.set(n, [value].map((each) => ({ each })).filter(Boolean));
              console.log('done', n, value);
              await Promise.all([wait(1), Promise.race([wait(1), wait(2)])]);
              await Promise.allSettled([Promise.any([wait(1)]), Promise.reject(new TypeError('no'))]);
              return { value, seen: [...seen.keys()], at: performance.now(), now: Date.now() };
            } catch (error) {
              if (n >= times) throw error;
              const timer = setTimeout(() => {}, 50);
              clearTimeout(timer);
              await wait(10 * 2 ** (n - 1)).then((x) => x).finally(() => {});
            }
          }
        }
        const emitter = new EventEmitter();
        emitter.once('a', () => queueMicrotask(() => process.nextTick(() => setImmediate(() => {}))));
        emitter.emit('a');
        promisify((callback) => callback(null, JSON.stringify({ a: [1] })))();
        """

    private static let checks = """
        check('rehearses', async (world) => {
          const { submission, time, script, expect, abort, output, trace } = world
          const flaky = script.failTimes(1).then('x')
          const first = submission.work(flaky, { times: 3 })
          expect(first).toBePending()
          await time.advance(5)
          await time.runAll()
          await expect(first).toResolve()
          const { value, seen } = await first
          expect(value).toBe('x')
          expect(seen).toEqual([2])
          expect(flaky).startedAt(0, 10)
          expect(flaky).toHaveBeenCalledTimes(2)
          expect(flaky).toHaveAtMostInFlight(1)
          const controller = abort()
          const second = submission.work(script.abortable(50, 1), { times: 1, signal: controller.signal })
          await time.advance(1)
          controller.abort()
          await expect(second).toReject({ name: 'AbortError' })
          await expect(submission.work(script.delay(3, [1]), {})).toResolve()
          await expect(submission.work(script.failAfter(3), { times: 1 })).toReject('scripted failure')
          expect(output).toPrint('done 2 x')
          expect(trace).toHaveNoTimersLeft()
          expect(flaky).not.startedAt(1)
        })
        """
}

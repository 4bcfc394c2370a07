// SPDX-License-Identifier: MIT
// Headless Chromium, driven over its debugging pipe (the DevTools protocol, one JSON text a message, each ended by a
// zero byte). The path of the browser is in CHROMIUM.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** One browser, spoken to over its pipe. */
export class Browser {
  #last = 0;
  #answers = new Map();
  #rest = '';
  problems = [];

  constructor(profile) {
    this.child = spawn(process.env.CHROMIUM, [
      '--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run',
      `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank',
    ], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.child.stdio[4].setEncoding('utf8').on('data', data => this.#take(data));
  }

  #take(data) {
    const parts = (this.#rest + data).split('\0');
    this.#rest = parts.pop();
    for (const part of parts) {
      const message = JSON.parse(part);
      if (message.id) this.#answers.get(message.id)(message);
      else this.#note(message);
    }
  }

  #note({ method, params }) {
    if (method === 'Runtime.exceptionThrown') this.problems.push(params.exceptionDetails.exception?.description);
    if (method === 'Runtime.consoleAPICalled') this.problems.push(`console.${params.type}`);
    if (method === 'Log.entryAdded') this.problems.push(`${params.entry.level}: ${params.entry.text}`);
    if (method === 'Network.requestWillBeSent' && !/^(file|about):/.test(params.request.url)) {
      this.problems.push(`asks for ${params.request.url}`);
    }
  }

  async send(method, params = {}) {
    const id = ++this.#last;
    const answer = new Promise(resolve => this.#answers.set(id, resolve));
    this.child.stdio[3].write(JSON.stringify({ id, method, params, sessionId: this.session }) + '\0');
    const { error, result } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  async openTab() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    this.session = (await this.send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await this.send(`${domain}.enable`);
  }

  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression, returnByValue: true, awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  }

  async press(key) {
    // A key that the browser itself acts on has to have its number too.
    const [number, text] = { Tab: [9], Enter: [13, '\r'] }[key] ?? [undefined, key.length === 1 ? key : undefined];
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, windowsVirtualKeyCode: number });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: number });
  }

  async open(path) {
    await this.send('Page.navigate', { url: pathToFileURL(path).href });
    while (await this.evaluate('document.readyState') !== 'complete') await new Promise(next => setTimeout(next, 20));
  }

  async show(width, height, theme) {
    await this.send('Emulation.setDeviceMetricsOverride', {
      width, height, deviceScaleFactor: width < 500 ? 2 : 1, mobile: width < 500,
    });
    await this.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: theme }] });
  }

  /** Looks whether the page is wider than its window at some width, and says so. */
  async tooWide() {
    const wrong = [];
    for (const width of [320, 390, 768, 1280, 2560]) {
      await this.show(width, 800, 'light');
      const found = await this.evaluate('document.documentElement.scrollWidth');
      if (found > width) wrong.push(`at a width of ${width} the page is ${found} wide`);
    }
    return wrong;
  }
}

// SPDX-License-Identifier: MIT
// The work of Scripts/check-player: drives Chromium over its debugging pipe (the DevTools protocol, one JSON text a
// message, each ended by a zero byte).
import { spawn, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const hostile = `
  // </script><script>document.title = 'taken'</script><!-- <script>
  const text = '</script><img src=x onerror="document.title=\\'taken\\'">\\u2028\\u2029\\u202e\\x1b[31m&lt;b>';
  console.log(text); console.error(text);
  setTimeout(function q() { console.log('<b>bold</b>') }, 1);
`;
const lively = `
  const say = s => () => console.log(s);
  Promise.resolve().then(say('a')).then(say('b'));
  Promise.resolve().then(say('c')).then(say('d'));
  process.nextTick(say('tick'));
  setTimeout(say('timer'), 10); setImmediate(say('immediate'));
  require('fs').readFile(__filename, () => console.error('read'));
`;

/** One browser, spoken to over its pipe. */
class Browser {
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
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  }

  async press(key) {
    const text = key.length === 1 ? key : undefined;
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
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
}

const seen = `JSON.stringify([document.querySelector('main').innerText,
  document.querySelector('#sentence').innerText, document.querySelector('#event').value])`;

/** Plays a page forth and back; gives what was wrong. */
async function play(browser) {
  const wrong = [];
  const count = Number(await browser.evaluate(`document.querySelector('#slider').max`));
  const states = [await browser.evaluate(seen)];
  for (let position = 1; position <= count; position++) {
    await browser.press('ArrowRight');
    states.push(await browser.evaluate(seen));
  }
  if (new Set(states).size !== states.length) wrong.push('two positions look the same');
  for (let position = count - 1; position >= 0; position--) {
    await browser.press('ArrowLeft');
    if (await browser.evaluate(seen) !== states[position]) wrong.push(`back at ${position} it looks different`);
  }
  await browser.press('End');
  if (await browser.evaluate(seen) !== states[count]) wrong.push('End does not lead to the end');
  for (const key of ['T', 'q', 't', 'o', 'O', 's', 'Home', 't', 'w']) await browser.press(key);
  if (!await browser.evaluate(`document.querySelector('#why-dialog').open`)) wrong.push('w opens nothing');
  await browser.evaluate(`document.querySelector('#why-dialog').close()`);
  await browser.evaluate(`document.querySelector('#last').click(); document.querySelector('.printed')?.click()`);
  if (!(await browser.evaluate(`document.querySelector('#sentence').innerText`)).includes('Prints')) {
    wrong.push('a line of the console does not lead to its event');
  }
  if (await browser.evaluate('document.title') === 'taken') wrong.push('text of the program ran');
  return { count, wrong };
}

/** At no width anything stands out to the side; the dialog opens and the theme changes; gives what was wrong. */
async function resize(browser) {
  const wrong = [];
  for (const width of [320, 390, 768, 1280, 2560]) {
    await browser.show(width, 800, 'light');
    const found = await browser.evaluate('document.documentElement.scrollWidth');
    if (found > width) wrong.push(`at a width of ${width} the page is ${found} wide`);
  }
  await browser.press('?');
  if (!await browser.evaluate(`document.querySelector('#help-dialog').open`)) wrong.push('? opens nothing');
  await browser.evaluate(`document.querySelector('#help-dialog').close()`);
  const back = 'getComputedStyle(document.body).backgroundColor';
  const colors = new Set();
  for (let count = 0; count < 3; count++) {
    await browser.evaluate(`document.querySelector('#theme').click()`);
    colors.add(await browser.evaluate(back));
  }
  if (colors.size !== 2) wrong.push('the theme does not change');
  return wrong;
}

/** Pictures at two sizes, light and dark, in the middle of the run and with the dialogs. */
async function photograph(browser, directory, name) {
  const max = Number(await browser.evaluate(`document.querySelector('#slider').max`));
  await browser.evaluate(`(() => { const slider = document.querySelector('#slider'); slider.value = ${max >> 1};
    slider.dispatchEvent(new Event('input')) })()`);
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    for (const theme of ['light', 'dark']) {
      await browser.show(width, height, theme);
      await browser.evaluate(`window.scrollTo(0, 0)`);
      const { data } = await browser.send('Page.captureScreenshot', { format: 'png' });
      writeFileSync(join(directory, `${name}-${width}-${theme}.png`), Buffer.from(data, 'base64'));
    }
  }
}

async function main() {
  const words = process.argv.slice(2);
  let pictures;
  if (words[0] === '--screenshots') pictures = resolve(words.splice(0, 2)[1]);
  if (pictures) mkdirSync(pictures, { recursive: true });
  const directory = mkdtempSync(join(tmpdir(), 'player-'));
  const browser = new Browser(join(directory, 'profile'));
  let failed = 0;
  try {
    writeFileSync(join(directory, 'hostile.js'), hostile);
    writeFileSync(join(directory, 'lively.js'), lively);
    const programs = words.length > 0 ? words : ['lively', 'hostile'].map(name => join(directory, `${name}.js`));
    await browser.openTab();
    await browser.show(1280, 800, 'light');
    for (const program of programs) {
      const name = basename(program).replace(/\.\w+$/, '');
      const page = join(directory, `${name}.html`);
      execFileSync(process.env.LOOPLAB, ['trace', '--level', 'steps', '--out', page, program], { stdio: 'inherit' });
      browser.problems = [];
      await browser.open(page);
      const { count, wrong } = await play(browser);
      wrong.push(...await resize(browser));
      await browser.show(1280, 800, 'light');
      if (pictures) await photograph(browser, pictures, name);
      wrong.push(...browser.problems);
      console.log(`${wrong.length === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${count} events`);
      for (const text of wrong.slice(0, 10)) console.log(`        ${text}`);
      failed += wrong.length === 0 ? 0 : 1;
    }
  } finally {
    browser.child.kill();
    await new Promise(ended => browser.child.once('exit', ended));
    rmSync(directory, { recursive: true, force: true });
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();

// SPDX-License-Identifier: MIT
// The work of Scripts/check-player.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Browser } from './chromium.mjs';

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
  const wrong = await browser.tooWide();
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

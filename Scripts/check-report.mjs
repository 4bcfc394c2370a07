// SPDX-License-Identifier: MIT
// The work of Scripts/check-report.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Browser } from './chromium.mjs';
import { rules } from './page-rules.mjs';

/** How large a page may be. */
const byteLimit = 8_000_000;

/** What the page's own rules find, in both themes. */
async function structure(browser) {
  const wrong = [];
  for (const theme of ['light', 'dark']) {
    await browser.show(1280, 900, theme);
    for (const text of await browser.evaluate(`(${rules})()`)) wrong.push(`${theme}: ${text}`);
  }
  await browser.send('Accessibility.enable');
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  await browser.send('Accessibility.disable');
  const named = new Set(['image', 'button', 'searchbox', 'link', 'table', 'application', 'navigation', 'textbox']);
  for (const node of nodes) {
    if (!node.ignored && named.has(node.role?.value) && !node.name?.value) wrong.push(`a nameless ${node.role.value}`);
  }
  return wrong;
}

/** Up to which size axe looks at a page: it takes minutes for thousands of rows, which are all made alike. */
const axeLimit = 2_000_000;

/** What axe finds. It needs what the page's policy forbids, so the page is opened once more without it. */
async function axe(browser, page) {
  if (!process.env.AXE || !existsSync(process.env.AXE) || statSync(page).size > axeLimit) return undefined;
  await browser.send('Page.setBypassCSP', { enabled: true });
  await browser.open(page);
  const wrong = [];
  for (const theme of ['light', 'dark']) {
    await browser.show(1280, 900, theme);
    await browser.evaluate(`${readFileSync(process.env.AXE, 'utf8')}; undefined`);
    // The theme changes nothing but colours.
    const only = theme === 'dark' ? `, runOnly: ['color-contrast']` : '';
    const found = await browser.evaluate(`axe.run(document, { resultTypes: ['violations']${only} }).then(result =>
      result.violations.map(rule => rule.id + ': ' + rule.help + ' (' + rule.nodes.length + ', first: ' +
        rule.nodes[0].target.join(' ') + ')'))`);
    for (const text of found) wrong.push(`${theme}: axe: ${text}`);
  }
  await browser.send('Page.setBypassCSP', { enabled: false });
  await browser.open(page);
  return wrong;
}

/** Everything that can be done can be done with the keys, and it shows where one is. */
async function keyboard(browser) {
  const wrong = [];
  const wanted = await browser.evaluate(`(() => {
    const all = document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]');
    return Array.from(all).filter(element => element.checkVisibility()).length })()`);
  const limit = Math.min(wanted, 120);
  const reached = new Set();
  await browser.evaluate('document.activeElement.blur(); window.scrollTo(0, 0); window.seen = new Map()');
  for (let count = 0; count < limit; count++) {
    await browser.press('Tab');
    const { number, name, isShown } = await browser.evaluate(`(() => {
      const element = document.activeElement;
      if (!seen.has(element)) seen.set(element, seen.size);
      const style = getComputedStyle(element);
      return { number: seen.get(element), name: element.tagName + ' ' + element.textContent.slice(0, 20),
        isShown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 } })()`);
    reached.add(number);
    if (!isShown) wrong.push(`it does not show that the focus is on ${name}`);
  }
  if (reached.size < limit) wrong.push(`Tab reaches ${reached.size} of ${limit} elements`);
  wrong.push(...await sorting(browser), ...await cells(browser));
  return wrong;
}

async function sorting(browser) {
  const wrong = [];
  const tables = await browser.evaluate(`document.querySelectorAll('table.sortable').length`);
  for (let table = 0; table < tables; table++) {
    const at = `document.querySelectorAll('table.sortable')[${table}]`;
    const rows = await browser.evaluate(`${at}.tBodies[0].rows.length`);
    const all = await browser.evaluate(`${at}.tHead.rows[0].cells.length`);
    // To lay out thousands of rows anew takes a second.
    const columns = rows > 1_000 ? 3 : all;
    for (let column = 0; column < columns; column++) {
      const heading = `${at}.tHead.rows[0].cells[${column}]`;
      if (!await browser.evaluate(`(() => { const details = ${at}.closest('details'); if (details) details.open = true;
        ${heading}.querySelector('button')?.focus(); return !!${heading}.querySelector('button') })()`)) continue;
      const orders = [];
      for (let press = 0; press < 2; press++) {
        await browser.press('Enter');
        orders.push(await browser.evaluate(`${heading}.ariaSort`));
        const keys = await browser.evaluate(`Array.from(${at}.tBodies[0].rows, row => row.cells[${column}].dataset.key)
          .filter(key => key !== undefined).map(Number)`);
        const isSorted = keys.every((key, index) =>
          index === 0 || (orders[press] === 'ascending' ? keys[index - 1] <= key : keys[index - 1] >= key));
        if (!isSorted) wrong.push(`table ${table}, column ${column} is not ${orders[press]}`);
      }
      if (orders.toSorted().join() !== 'ascending,descending') wrong.push(`aria-sort is ${orders.join(', ')}`);
    }
    if (await browser.evaluate(`${at}.tBodies[0].rows.length`) !== rows) wrong.push(`table ${table} lost rows`);
  }
  return wrong;
}

async function cells(browser) {
  if (!await browser.evaluate(`!!document.querySelector('[role=application]')`)) return [];
  const said = `document.querySelector('.said').textContent`;
  await browser.evaluate(`document.querySelector('[role=application]').focus()`);
  const seen = [];
  for (const key of ['ArrowRight', 'End', 'ArrowDown', 'Home', 'ArrowUp']) {
    await browser.press(key);
    seen.push(await browser.evaluate(said));
  }
  return new Set(seen).size >= 2 && seen.every(Boolean) ? [] : ['the heat map does not follow the arrow keys'];
}

/** Without scripts everything is still there. */
async function withoutScripts(browser, page) {
  const count = `[document.querySelectorAll('tbody tr').length, document.querySelectorAll('svg').length].join()`;
  const before = await browser.evaluate(count);
  await browser.send('Emulation.setScriptExecutionDisabled', { value: true });
  await browser.open(page);
  const after = await browser.evaluate(count);
  await browser.send('Emulation.setScriptExecutionDisabled', { value: false });
  return before === after ? [] : [`without scripts there are ${after} rows and pictures, with them ${before}`];
}

/** Pictures of the whole page, light, dark and on a phone, and the page as it is printed. */
async function photograph(browser, directory, name) {
  for (const [width, height, theme] of [[1280, 900, 'light'], [1280, 900, 'dark'], [390, 844, 'light']]) {
    await browser.show(width, height, theme);
    await browser.evaluate('window.scrollTo(0, 0)');
    const whole = Math.min(await browser.evaluate('document.documentElement.scrollHeight'), 16_000);
    await browser.show(width, whole, theme);
    const { data } = await browser.send('Page.captureScreenshot', { format: 'png' });
    writeFileSync(join(directory, `${name}-${width}-${theme}.png`), Buffer.from(data, 'base64'));
  }
  await browser.show(1280, 900, 'dark');
  const { data } = await browser.send('Page.printToPDF', { preferCSSPageSize: false, printBackground: true });
  writeFileSync(join(directory, `${name}.pdf`), Buffer.from(data, 'base64'));
}

/** The reports of made-up classes. */
function makeReports(directory) {
  return [5, 300, 3000].map(learners => {
    const made = join(directory, `class-${learners}`);
    const page = `${made}.html`;
    const attempts = learners > 1_000 ? '3' : '12';
    const size = ['--learners', `${learners}`, '--attempts', attempts];
    execFileSync('Scripts/make-gradebook', [made, ...size], { stdio: 'inherit' });
    execFileSync(process.env.LOOPLAB, ['report', made, '--format', `html=${page}`], { stdio: 'inherit' });
    return page;
  });
}

async function check(browser, page, pictures) {
  const wrong = [];
  const size = statSync(page).size;
  if (size > byteLimit) wrong.push(`it has ${size} bytes`);
  browser.problems = [];
  const start = Date.now();
  await browser.open(page);
  const time = Date.now() - start;
  wrong.push(...await structure(browser));
  const found = await axe(browser, page);
  wrong.push(...found ?? [], ...await browser.tooWide(), ...await withoutScripts(browser, page));
  await browser.show(1280, 900, 'light');
  await browser.open(page);
  wrong.push(...await keyboard(browser));
  await browser.open(page);
  if (pictures) await photograph(browser, pictures, basename(page, '.html'));
  if (await browser.evaluate('document.title') === 'taken') wrong.push('text of the class ran');
  wrong.push(...browser.problems);
  const facts = `${size} bytes, opened in ${time} ms, ${found ? 'with' : 'without'} axe`;
  console.log(`${wrong.length === 0 ? 'ok    ' : 'FAILED'}  ${basename(page)}: ${facts}`);
  for (const text of wrong.slice(0, 20)) console.log(`        ${text}`);
  return wrong.length === 0;
}

async function main() {
  const words = process.argv.slice(2);
  let pictures;
  if (words[0] === '--screenshots') pictures = resolve(words.splice(0, 2)[1]);
  if (pictures) mkdirSync(pictures, { recursive: true });
  const directory = mkdtempSync(join(tmpdir(), 'report-'));
  let isFine = true;
  let browser;
  try {
    const pages = words.length > 0 ? words.map(word => resolve(word)) : makeReports(directory);
    browser = new Browser(join(directory, 'profile'));
    await browser.openTab();
    for (const page of pages) isFine = await check(browser, page, pictures) && isFine;
  } finally {
    if (browser) {
      browser.child.kill();
      await new Promise(ended => browser.child.once('exit', ended));
    }
    rmSync(directory, { recursive: true, force: true });
  }
  process.exitCode = isFine ? 0 : 1;
}

await main();

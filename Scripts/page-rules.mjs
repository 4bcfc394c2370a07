// SPDX-License-Identifier: MIT
// Rules of accessibility, after WCAG 2.2, that a page has to keep. The function runs in the page.

/** What is wrong with the page that is open, as sentences. */
export const rules = function () {
  const wrong = [];
  const isSeen = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  // 1.3.1, 2.4.6: headings are in order.
  const levels = Array.from(document.querySelectorAll('h1, h2, h3, h4, h5, h6'), heading => Number(heading.tagName[1]));
  if (levels.filter(level => level === 1).length !== 1) wrong.push('there is not exactly one h1');
  for (let index = 1; index < levels.length; index++) {
    if (levels[index] > levels[index - 1] + 1) wrong.push(`an h${levels[index]} follows an h${levels[index - 1]}`);
  }

  // 2.4.2, 3.1.1, 4.1.2
  if (!document.title) wrong.push('the page has no title');
  if (!document.documentElement.lang) wrong.push('the page does not say its language');
  const ids = Array.from(document.querySelectorAll('[id]'), element => element.id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  for (const id of twice) wrong.push(`the id ${id} is there twice`);
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'for']) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute).split(' ')) {
        if (!document.getElementById(id)) wrong.push(`${attribute} names ${id}, which is nowhere`);
      }
    }
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (!document.querySelector(link.getAttribute('href'))) wrong.push(`${link.getAttribute('href')} leads nowhere`);
  }
  if (document.querySelectorAll('main').length !== 1) wrong.push('there is not exactly one main');

  // 1.3.1: tables have a caption and headings.
  for (const table of document.querySelectorAll('table')) {
    if (!table.caption?.textContent.trim()) wrong.push('a table has no caption');
    for (const heading of table.querySelectorAll('th')) {
      if (!heading.scope) wrong.push(`the heading ${heading.textContent} has no scope`);
    }
    const count = table.tHead.rows[0].cells.length;
    if (Array.from(table.tBodies[0].rows).some(row => row.cells.length !== count)) wrong.push('a row has other cells');
  }

  // 2.5.8: what is pressed is large enough, or has room around it.
  for (const element of document.querySelectorAll('button, input, summary')) {
    const { width, height } = element.getBoundingClientRect();
    if (isSeen(element) && (width < 20 || height < 18)) wrong.push(`${element.textContent} is ${width} by ${height}`);
  }

  // 1.4.3: contrast. Transparent grounds let what is behind them through.
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const channels = color => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return Array.from(canvas.getImageData(0, 0, 1, 1).data);
  };
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map(value => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (channels(color)[3] > 250) return color;
    }
    return 'white';
  };
  const poor = new Map();
  const known = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || /^(script|style)$/i.test(element.tagName) || !isSeen(element)) continue;
    const style = getComputedStyle(element);
    const ink = element.closest('svg') ? style.fill : style.color;
    const back = ground(element);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const key = `${ink} on ${back}`;
    if (!known.has(key)) {
      const [light, dark] = [luminance(channels(ink)), luminance(channels(back))].sort((a, b) => b - a);
      known.set(key, (light + 0.05) / (dark + 0.05));
    }
    const ratio = known.get(key);
    if (ratio < (isLarge ? 3 : 4.5)) poor.set(key, `${ratio.toFixed(2)}, ${node.data.trim().slice(0, 30)}`);
  }
  for (const [key, value] of poor) wrong.push(`contrast of ${key} is ${value}`);
  return wrong;
}.toString();

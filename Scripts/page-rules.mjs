// SPDX-License-Identifier: MIT
// Rules of accessibility, after WCAG 2.2, that a page has to keep. The functions run in the page.

const isSeen = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

// Colours; transparent grounds let what is behind them through.
function colors() {
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
  return {
    ground,
    contrast(ink, back) {
      const [light, dark] = [luminance(channels(ink)), luminance(channels(back))].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    },
  };
}

// 1.3.1, 2.4.6: headings are in order.
function headings() {
  const wrong = [];
  const levels = Array.from(document.querySelectorAll('h1, h2, h3, h4, h5, h6'), heading => Number(heading.tagName[1]));
  if (levels.filter(level => level === 1).length !== 1) wrong.push('there is not exactly one h1');
  for (let index = 1; index < levels.length; index++) {
    if (levels[index] > levels[index - 1] + 1) wrong.push(`an h${levels[index]} follows an h${levels[index - 1]}`);
  }
  return wrong;
}

// 2.4.2, 3.1.1, 4.1.2
function names() {
  const wrong = [];
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
  return wrong;
}

// 1.3.1: tables have a caption and headings.
function tables() {
  const wrong = [];
  for (const table of document.querySelectorAll('table')) {
    if (!table.caption?.textContent.trim()) wrong.push('a table has no caption');
    for (const heading of table.querySelectorAll('th')) {
      if (!heading.scope) wrong.push(`the heading ${heading.textContent} has no scope`);
    }
    const count = table.tHead.rows[0].cells.length;
    if (Array.from(table.tBodies[0].rows).some(row => row.cells.length !== count)) wrong.push('a row has other cells');
  }
  return wrong;
}

// 2.5.8: what is pressed is large enough, or has room around it.
function targets() {
  const wrong = [];
  for (const element of document.querySelectorAll('button, input, summary')) {
    const { width, height } = element.getBoundingClientRect();
    if (isSeen(element) && (width < 20 || height < 18)) wrong.push(`${element.textContent} is ${width} by ${height}`);
  }
  return wrong;
}

// 1.4.3: text stands out from its ground.
function contrasts() {
  const wrong = [];
  const { ground, contrast } = colors();
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
    if (!known.has(key)) known.set(key, contrast(ink, back));
    const ratio = known.get(key);
    if (ratio < (isLarge ? 3 : 4.5)) poor.set(key, `${ratio.toFixed(2)}, ${node.data.trim().slice(0, 30)}`);
  }
  for (const [key, value] of poor) wrong.push(`contrast of ${key} is ${value}`);
  return wrong;
}

/** What is wrong with the page that is open, as sentences: the text of a function. */
export const rules = `() => {
  const isSeen = ${isSeen};
  ${colors}
  return [${[headings, names, tables, targets, contrasts].join(', ')}].flatMap(rule => rule());
}`;

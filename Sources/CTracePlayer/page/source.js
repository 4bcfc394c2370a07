// SPDX-License-Identifier: MIT
'use strict';

// The source pane: a file's lines with their numbers, and the place where the run is.

const words = new Set(
  ('async await break case catch class const continue debugger default delete do else export extends finally for ' +
    'from function if import in instanceof let new null of return static super switch this throw true false try ' +
    'typeof undefined var void while with yield').split(' '));

const token = new RegExp(
  [
    '(?<comment>//.*|/\\*[^]*?(?:\\*/|$))',
    '(?<string>\'(?:\\\\[^]|[^\'\\\\\\n])*\'?|"(?:\\\\[^]|[^"\\\\\\n])*"?|`(?:\\\\[^]|[^`\\\\])*`?)',
    '(?<number>\\b\\d[\\w.]*)',
    '(?<word>[A-Za-z_$][\\w$]*)',
  ].join('|'), 'g');

/** The pieces of a text by what they are to the eye; together they are the text. */
function tokens(text) {
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const { comment, string, number, word } = match.groups;
    const kind = comment ? 'comment' : string ? 'string' : number ? 'number' : words.has(word) ? 'word' : '';
    if (kind === '') continue;
    if (match.index > end) pieces.push(['', text.slice(end, match.index)]);
    pieces.push([kind, match[0]]);
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(['', text.slice(end)]);
  return pieces;
}

/** The same pieces by line. */
function tokenLines(text) {
  const lines = [[]];
  for (const [kind, piece] of tokens(text)) {
    piece.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1).push([kind, part]);
    });
  }
  return lines;
}

class SourcePane {
  #box = byId('code');
  #choice = byId('file');
  #rows = [];
  #shown;
  #marked;

  constructor(trace) {
    this.trace = trace;
    const known = trace.files.map((file, number) => ({ file, number })).filter(({ file }) => file.lines);
    for (const { file, number } of known) this.#choice.append(make('option', { value: number }, file.name));
    this.#choice.hidden = known.length < 2;
    this.#choice.addEventListener('change', () => this.#show(Number(this.#choice.value)));
    this.#show(known[0]?.number);
  }

  /** Marks a place: `mark` is how sure it is, "now" for the current statement. */
  render(place, mark, note) {
    setText(byId('place'), note);
    if (place && this.trace.files[place.file].lines) this.#show(place.file);
    this.#clear();
    const row = place && place.file === this.#shown ? this.#rows[place.line - 1] : undefined;
    if (!row) return;
    this.#marked = { row, children: Array.from(row.text.childNodes) };
    row.line.className = `line ${mark}`;
    row.line.setAttribute('aria-current', 'location');
    setText(row.gutter, mark === 'now' ? '▶' : '▷');
    underline(row.text, place.column - 1);
    scrollInside(this.#box, row.line);
  }

  #clear() {
    if (!this.#marked) return;
    const { row, children } = this.#marked;
    row.line.className = 'line';
    row.line.removeAttribute('aria-current');
    setText(row.gutter, '');
    row.text.replaceChildren(...children);
    this.#marked = undefined;
  }

  #show(number) {
    if (number === this.#shown && this.#rows.length > 0) return;
    this.#shown = number;
    this.#marked = undefined;
    const file = this.trace.files[number];
    if (!file?.lines) {
      this.#box.replaceChildren(make('p', { class: 'empty' }, 'The source text is not in this record.'));
      return;
    }
    this.#choice.value = String(number);
    const lines = tokenLines(file.lines.join('\n'));
    if (lines.length > 1 && lines.at(-1).length === 0) lines.pop();
    this.#rows = lines.map(makeRow);
    this.#box.replaceChildren(...this.#rows.map(row => row.line));
  }
}

function makeRow(pieces, index) {
  const text = make('span', { class: 'text' }, ...pieces.map(([kind, part]) =>
    kind === '' ? part : make('span', { class: `t-${kind}` }, part)));
  const gutter = make('span', { class: 'gutter', 'aria-hidden': 'true' });
  const number = make('span', { class: 'number' }, String(index + 1));
  return { text, gutter, line: make('div', { class: 'line' }, gutter, number, text) };
}

/** Underlines the name that begins at a column, or the character there. */
function underline(element, column) {
  const text = element.textContent;
  const length = /^[\w$]+|^[^]/.exec(text.slice(column))?.[0].length ?? 0;
  let left = column;
  for (const node of Array.from(element.childNodes)) {
    const size = node.textContent.length;
    if (left < size) {
      const piece = node.textContent;
      const parts = [piece.slice(0, left), piece.slice(left, left + length), piece.slice(left + length)];
      const made = document.createElement('span');
      if (node.className) made.className = node.className;
      made.append(parts[0], make('mark', {}, parts[1]), parts[2]);
      node.replaceWith(made);
      return;
    }
    left -= size;
  }
}

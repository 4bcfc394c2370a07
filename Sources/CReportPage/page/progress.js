// SPDX-License-Identifier: MIT
'use strict';

// The heat map answers: which learner, which exercise, how far? To the pointer, and to the arrow keys.
if (document.getElementById('progress-data')) {
  const data = JSON.parse(document.getElementById('progress-data').textContent);
  const frame = document.getElementById('progress-picture');

  const sentence = (learner, column) =>
    `${data.names[learner]} · ${data.columns[column]}: ${data.words[Number(data.cells[learner][column])]}`;
  const bandSentence = (band, column) => {
    const { first, last, passed } = data.bands[band];
    return `Learners ${first} to ${last} by points · ${data.columns[column]}: ` +
      `${passed[column]} of ${last - first + 1} passed`;
  };

  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  document.body.append(tip);
  function showTip(event, text) {
    tip.hidden = text === undefined;
    if (tip.hidden) return;
    tip.textContent = text;
    const { width, height } = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(event.clientX + 14, innerWidth - width - 8))}px`;
    tip.style.top = `${event.clientY + 18 + height > innerHeight ? event.clientY - height - 10 : event.clientY + 18}px`;
  }

  // The pictures in the table of learners.
  document.addEventListener('pointermove', event => {
    const strip = event.target.closest?.('svg.strip');
    if (!strip) {
      if (!frame?.contains(event.target)) showTip(event, undefined);
      return;
    }
    const box = strip.getBoundingClientRect();
    const column = Math.floor((event.clientX - box.left) / box.width * data.columns.length);
    const isInside = column >= 0 && column < data.columns.length;
    showTip(event, isInside ? sentence(Number(strip.dataset.row), column) : undefined);
  });

  if (frame && data.place) {
    const picture = frame.querySelector('svg');
    const { left, top, width, height } = data.place;
    const rows = data.bands ? data.bands.length : data.names.length;
    const say = data.bands ? bandSentence : sentence;

    frame.addEventListener('pointermove', event => {
      const box = picture.getBoundingClientRect();
      const column = Math.floor((event.clientX - box.left - left) / width);
      const row = Math.floor((event.clientY - box.top - top) / height);
      const isInside = column >= 0 && column < data.columns.length && row >= 0 && row < rows;
      showTip(event, isInside ? say(row, column) : undefined);
    });
    frame.addEventListener('pointerleave', event => showTip(event, undefined));

    // With the keys: the picture is one stop, the arrows go from cell to cell, and the words below it say where one is.
    const keys = document.createElement('div');
    keys.tabIndex = 0;
    keys.setAttribute('role', 'application');
    keys.setAttribute(
      'aria-label', 'Progress, cell by cell: the arrow keys move, Home and End go to the ends of a row');
    picture.before(keys);
    keys.append(picture);
    const said = document.createElement('p');
    said.className = 'said';
    said.setAttribute('role', 'status');
    frame.after(said);
    const cursor = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    cursor.setAttribute('class', 'cursor');
    const at = { row: 0, column: 0 };

    function move(row, column) {
      at.row = Math.max(0, Math.min(row, rows - 1));
      at.column = Math.max(0, Math.min(column, data.columns.length - 1));
      const values = {
        x: left + at.column * width - 1, y: top + at.row * height - 1, width: width + 1, height: height + 1,
      };
      for (const [name, value] of Object.entries(values)) cursor.setAttribute(name, value);
      if (!cursor.isConnected) picture.append(cursor);
      said.textContent = say(at.row, at.column);
    }
    keys.addEventListener('focus', () => { if (keys.matches(':focus-visible')) move(at.row, at.column); });
    keys.addEventListener('blur', () => { cursor.remove(); said.textContent = ''; });
    keys.addEventListener('keydown', event => {
      const page = Math.max(1, Math.round(rows / 10));
      const to = {
        ArrowUp: [at.row - 1, at.column], ArrowDown: [at.row + 1, at.column],
        ArrowLeft: [at.row, at.column - 1], ArrowRight: [at.row, at.column + 1],
        PageUp: [at.row - page, at.column], PageDown: [at.row + page, at.column],
        Home: [at.row, 0], End: [at.row, data.columns.length - 1],
      }[event.key];
      if (!to || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      move(...to);
    });
  }
}

// SPDX-License-Identifier: MIT
'use strict';

// Tables that people can put into another order, and look for a row in. Without this script each of them is complete.
{
  const letters = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const status = document.body.appendChild(document.createElement('p'));
  status.className = 'unseen';
  status.setAttribute('role', 'status');

  /** What a cell is sorted by: its number, or its words; nothing for an empty one. */
  function keyOf(cell, isNumber) {
    if (cell.dataset.key !== undefined) return Number(cell.dataset.key);
    return isNumber ? undefined : cell.textContent;
  }

  function sort(table, heading) {
    const index = heading.cellIndex;
    const isNumber = ['number', 'moment'].some(name => heading.classList.contains(name));
    const before = heading.getAttribute('aria-sort');
    const isDown = before === null ? isNumber : before === 'ascending';
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, row => ({ row, key: keyOf(row.cells[index], isNumber) }));
    rows.sort((first, second) => {
      if (first.key === undefined || second.key === undefined) {
        return (first.key === undefined) - (second.key === undefined);
      }
      const order = typeof first.key === 'number' && typeof second.key === 'number'
        ? first.key - second.key : letters.compare(String(first.key), String(second.key));
      return isDown ? -order : order;
    });
    body.append(...rows.map(entry => entry.row));
    status.textContent = `Sorted by ${heading.textContent}, ${isDown ? 'descending' : 'ascending'}.`;
  }

  function makeSortable(table) {
    for (const heading of table.tHead.rows[0].cells) {
      if (heading.classList.contains('fixed')) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      button.addEventListener('click', () => sort(table, heading));
      heading.append(button);
    }
  }

  function makeSearchable(table, number) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    const found = document.createElement('output');
    input.type = 'search';
    input.id = `search-${number}`;
    label.htmlFor = input.id;
    label.textContent = 'Find';
    found.htmlFor = input.id;
    input.addEventListener('input', () => {
      const wanted = input.value.trim().toLocaleLowerCase();
      let count = 0;
      for (const row of table.tBodies[0].rows) {
        row.hidden = !row.cells[0].textContent.toLocaleLowerCase().includes(wanted);
        count += row.hidden ? 0 : 1;
      }
      found.textContent = wanted ? `${count} of ${table.tBodies[0].rows.length}` : '';
    });
    const bar = document.createElement('div');
    bar.className = 'search';
    bar.append(label, input, found);
    table.closest('.scroll').before(bar);
  }

  document.querySelectorAll('table.sortable').forEach(makeSortable);
  document.querySelectorAll('table.searchable').forEach(makeSearchable);

  /** What is wider than the screen can be scrolled with the arrow keys. */
  function reachScrollers() {
    for (const box of document.querySelectorAll('.scroll')) {
      const isScrolled = box.scrollWidth > box.clientWidth;
      if (isScrolled) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  }
  addEventListener('resize', reachScrollers);
  document.addEventListener('toggle', reachScrollers, true);
  reachScrollers();
}

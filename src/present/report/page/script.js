'use strict';
const swedish = document.documentElement.lang === 'sv';

/* "1 249,5 – 3" is 1249.5; NaN where no number begins the text. */
function number(text) {
  const plain = text.replace(/[\s\u00a0]/g, '').replace('\u2212', '-');
  return parseFloat(swedish ? plain.replace(',', '.') : plain.replace(/,/g, ''));
}

function compare(a, b) {
  const x = number(a), y = number(b);
  if (isNaN(x) || isNaN(y)) return isNaN(x) && isNaN(y) ? a.localeCompare(b, document.documentElement.lang) : isNaN(x) - isNaN(y);
  return x - y;
}

function sort(table, column, heading, given) {
  const rising = heading.getAttribute('aria-sort') !== 'ascending';
  const rows = [...given];
  const byOrder = column === 0 && table.hasAttribute('data-periods');
  if (!byOrder) rows.sort((a, b) => compare(a.cells[column].textContent, b.cells[column].textContent));
  if (!rising) rows.reverse();
  for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
  heading.setAttribute('aria-sort', rising ? 'ascending' : 'descending');
  table.tBodies[0].append(...rows);
}

for (const table of document.querySelectorAll('table')) {
  const given = [...table.tBodies[0].rows];
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => sort(table, column, heading, given));
  });
}

/* "2024 · Prognos: 269 · 8 av 10: 239–297" while the pointer is over that year of the chart. */
for (const figure of document.querySelectorAll('figure[data-left]')) {
  const table = figure.parentElement.querySelector('table[data-periods]');
  const rows = [...table.tBodies[0].rows];
  const headings = [...table.tHead.rows[0].cells].map(cell => cell.textContent);
  const value = document.createElement('p');
  value.className = 'value';
  value.hidden = true;
  value.setAttribute('aria-hidden', 'true');
  figure.append(value);
  figure.addEventListener('pointermove', event => {
    const box = figure.querySelector('svg').getBoundingClientRect();
    const left = Number(figure.dataset.left), right = Number(figure.dataset.right);
    const part = ((event.clientX - box.left) / box.width - left) / (right - left);
    const row = rows[Math.floor(part * rows.length)];
    value.hidden = !row;
    if (row) value.textContent = [...row.cells].map((cell, k) => k === 0 ? cell.textContent : cell.textContent && headings[k] + ': ' + cell.textContent)
      .filter(text => text).join(' \u00b7 ');
  });
  figure.addEventListener('pointerleave', () => { value.hidden = true; });
}

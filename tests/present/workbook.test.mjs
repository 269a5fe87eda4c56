// The report's workbook in LibreOffice: every figure is the forecast's, every name is text and no
// formula, the native charts show what is in the sheet.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { folder, hostile, prognos, report, small, tool, wide, write } from './material.mjs';

const at = folder('workbook');
const names = { ...hostile, '\t=1+1': [3, 5, 4, 6, 5, 7, 8, 9], '\r=2+2': [4, 6, 5, 7, 6, 8, 9, 10] };
const table = write(at, 'fientlig.csv', wide(names));
const smallTable = write(at, 'små.csv', wide(small));

const office = (...words) => tool('soffice', ['--headless', '--norestore', '-env:UserInstallation=' + pathToFileURL(path.join(at, 'office')).href, ...words, '--outdir', at]);

/** The rows of semicolon-separated text with quotes. */
function rows(text) {
  const out = [[]];
  for (const [, quoted, plain, end] of text.replace(/\r/g, '').matchAll(/(?:"((?:[^"]|"")*)"|([^;\n]*))(;|\n|$)/g)) {
    out.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') out.push([]);
    if (end === '') break;
  }
  return out.filter(row => row.length > 1 || row[0] !== '');
}

/** Sheet name to rows, as LibreOffice reads the workbook: figures in full, not as they are shown. */
function sheets(name) {
  office('--convert-to', 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1', path.join(at, name + '.xlsx'));
  const found = readdirSync(at).filter(file => file.startsWith(name + '-') && file.endsWith('.csv'));
  return Object.fromEntries(found.map(file => [file.slice(name.length + 1, -4), rows(readFileSync(path.join(at, file), 'utf8'))]));
}

const part = (name, inside) => tool('unzip', ['-p', path.join(at, name + '.xlsx'), inside]);
const parts = name => tool('unzip', ['-Z1', path.join(at, name + '.xlsx')]).trim().split('\n');

/** A cell as a number: "92.2222222222222%" is 0.92…; NaN if it is empty. */
const figure = text => text === '' ? NaN : text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);

function assertClose(seen, wanted, digits, where) {
  const same = Number.isNaN(wanted) ? Number.isNaN(figure(seen)) : Math.abs(figure(seen) - wanted) <= 10 ** -digits * Math.max(1, Math.abs(wanted));
  assert.ok(same, `${where}: ${seen}, not ${wanted}`);
}

const norrkoping = path.resolve('datasets/norrkoping_elever.csv');

let forecast, book, english, full;
before(() => {
  const words = [table, '--horizon', '3'];
  forecast = JSON.parse(prognos(['forecast', ...words, '--format', 'json', '-q']));
  report([...words, '--title', '=1+1', '--unit', '+elever', '--source', '@källa', '-f', 'xlsx', '--name', 'bok', '-o', at]);
  report([...words, '--lang', 'en', '-f', 'xlsx', '--name', 'book', '-o', at]);
  report([smallTable, '--kind', 'people', '-f', 'xlsx', '--name', 'dold', '-o', at]);
  report([norrkoping, '--kind', 'people', '--capacity', '270', '-f', 'xlsx', '--name', 'full', '-o', at]);
  book = sheets('bok');
  full = sheets('full');
  english = sheets('book');
});

test('its sheets are figures, charts and words, in the language', () => {
  assert.deepEqual(Object.keys(book).sort(), ['Diagram', 'Tal', 'Text och metod', 'Träffsäkerhet']);
  assert.deepEqual(Object.keys(english).sort(), ['Accuracy', 'Charts', 'Figures', 'Text and method']);
  assert.deepEqual(Object.keys(full).sort(), ['Diagram', 'Platser', 'Tal', 'Text och metod', 'Träffsäkerhet']);
});

test('every figure is the forecast\'s', () => {
  const lines = book.Tal.slice(1);
  let k = 0;
  for (const { series, observations, forecasts } of forecast) {
    for (const { period, value } of observations) {
      const [name, when, outcome, ...rest] = lines[k++];
      assert.deepEqual([name, when], [series, period]);
      assertClose(outcome, value, 8, `${name} ${when}`);
      assert.ok(rest.every(cell => cell === ''));
    }
    for (const { period, value, intervals } of forecasts) {
      const [name, when, outcome, point, ...limits] = lines[k++];
      assert.deepEqual([name, when, outcome], [series, period, '']);
      assertClose(point, value, 8, `${name} ${when}`);
      intervals.flatMap(({ lower, upper }) => [lower, upper]).forEach((limit, i) => assertClose(limits[i], limit, 8, `${name} ${when}`));
    }
  }
  assert.equal(k, lines.length);
  assert.equal(forecast.length, Object.keys(names).length);
});

test('need against places is what capacity reckons', () => {
  assert.deepEqual(full.Platser[0], ['Serie', 'Period', 'Antal', 'Platser', 'Används', 'Risk för fullt', 'Saknas', 'Lediga', 'Bedömning']);
  const units = JSON.parse(prognos(['capacity', norrkoping, '--kind', 'people', '--capacity', '270', '--format', 'json', '-q']));
  const wanted = units.flatMap(({ series, now, years }) => [now, ...years].map(year => ({ series, ...year })));
  const seen = full.Platser.slice(1);
  assert.equal(seen.length, wanted.length);
  wanted.forEach((year, i) => {
    assert.deepEqual(seen[i].slice(0, 2), [year.series, year.period]);
    ['demand', 'places', 'use', 'prob_over', 'lack', 'surplus'].forEach((name, k) => assertClose(seen[i][k + 2], year[name] ?? NaN, 8, `${year.series} ${year.period} ${name}`));
  });
});

test('the accuracy is what backtest finds', () => {
  const [names, ...lines] = prognos(['backtest', norrkoping, '--kind', 'people', '--models', 'pooled', '--format', 'csv', '-q']).trim().split('\n').map(line => line.split(','));
  const found = lines.map(line => Object.fromEntries(names.map((name, k) => [name, line[k]])));
  const wanted = found.filter(({ series, model, lead, n }) => series !== '*' && model === 'pooled' && lead !== '*' && n > 0);
  const seen = full['Träffsäkerhet'].slice(1);
  assert.equal(seen.length, wanted.length);
  assert.ok(wanted.length >= 4);
  wanted.forEach((row, i) => {
    assert.deepEqual(seen[i].slice(0, 3), [row.series, row.lead, row.n]);
    assertClose(seen[i][3], row.mape / 100, 5, row.series);
    assertClose(seen[i][4], Number(row.coverage_80), 5, row.series);
    assertClose(seen[i][5], Number(row.coverage_95), 5, row.series);
  });
});

test('nothing that was given is a formula', () => {
  for (const file of parts('bok').filter(name => /worksheets\/sheet/.test(name)))
    assert.doesNotMatch(part('bok', file), /<f[ >]|<hyperlink/, file);
  assert.ok(!parts('bok').some(name => /externalLink|vbaProject|\.bin$/.test(name)));
  const told = book['Text och metod'].flat().join('\n');
  for (const name of ['=1+1', '=HYPERLINK("http://example.invalid";"x")', '@SUM(A1:A9)'])
    assert.ok(told.includes(name), name);
});

test('each series has a native chart of rows that are its own', () => {
  const charts = parts('bok').filter(name => /^xl\/charts\/chart\d+\.xml$/.test(name));
  assert.equal(charts.length, forecast.length);
  charts.sort((a, b) => Number(a.match(/\d+/)) - Number(b.match(/\d+/)));
  charts.forEach((chart, i) => {
    const xml = part('bok', chart);
    const ranges = [...xml.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, range]) => range);
    assert.ok(ranges.length >= 6, chart);
    for (const range of ranges) {
      const [, sheet, from, , to] = range.match(/^(\w+)!\$[A-Z]+\$(\d+)(:\$[A-Z]+\$(\d+))?$/);
      assert.equal(sheet, 'Tal');
      for (const row of to === undefined ? [] : [from, to])
        assert.equal(book.Tal[row - 1][0], forecast[i].series, range);
    }
  });
});

test('a hidden count is an empty cell', () => {
  const shown = sheets('dold').Tal.slice(1);
  const cell = (name, period) => shown.find(row => row[0] === name && row[1] === period)[2];
  assert.equal(cell('Ekskolan', '2016'), '');
  assert.equal(cell('Björkskolan', '2018'), '');
  assert.equal(cell('Ekskolan', '2015'), '31');
});

test('it can be printed', () => {
  office('--convert-to', 'pdf', path.join(at, 'bok.xlsx'));
  tool('pdftoppm', ['-r', '50', '-png', path.join(at, 'bok.pdf'), path.join(at, 'bok')]);
  assert.match(tool('pdftotext', ['-layout', path.join(at, 'bok.pdf'), '-']), /Anpassade grundskolan i Västra Östersund/);
});

// Every file that prognos presents with: the same bytes wherever it is made, nothing of a hidden
// count in it, nothing run by what was given.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { chart, folder, hostile, prognos, report, small, tool, wide, write } from './material.mjs';

const at = folder('artefact');
const subfolder = name => {
  mkdirSync(path.join(at, name), { recursive: true });
  return path.join(at, name);
};

/** Chart and report in every format, and what stands in the terminal, of the table; returns where. */
function makeAll(name, table, words, options) {
  const here = subfolder(name), out = subfolder(name + '/ut');
  write(here, 'tabell.csv', table);
  const given = ['tabell.csv', '--kind', 'people', ...words], drawn = [...given, '--unit', 'elever', '--capacity', '45', '-o', 'ut'];
  chart([...drawn, '--name', 'diagram'], { cwd: here, ...options });
  report([...drawn, '--name', 'rapport'], { cwd: here, ...options });
  for (const format of ['table', 'json', 'csv', 'excel'])
    write(out, 'prognos.' + format, prognos(['forecast', ...given, '--format', format, '-q'], { cwd: here, ...options }));
  return out;
}

const formats = ['diagram.emf', 'diagram.gp', 'diagram.pdf', 'diagram.png', 'diagram.svg', 'prognos.csv', 'prognos.excel', 'prognos.json', 'prognos.table',
  'rapport.html', 'rapport.md', 'rapport.txt', 'rapport.xlsx'];

function assertSame(a, b) {
  assert.deepEqual(readdirSync(a).sort(), formats);
  for (const name of formats)
    assert.ok(readFileSync(path.join(a, name)).equals(readFileSync(path.join(b, name))), `${name} differs`);
}

const norrkoping = readFileSync('datasets/norrkoping_elever.csv', 'utf8');
let first;
before(() => {
  first = makeAll('en gång', norrkoping, []);
});

test('the same bytes once more', () => assertSame(first, makeAll('en gång till', norrkoping, [])));

test('the same bytes in an empty environment and with another umask', () => {
  const umask = process.umask(0o077);
  try {
    assertSame(first, makeAll('tom', norrkoping, [], { env: { PATH: process.env.PATH } }));
  } finally {
    process.umask(umask);
  }
});

test('the same bytes in a Swedish locale and another time zone', () => {
  const locales = subfolder('locale');
  tool('localedef', ['-i', 'sv_SE', '-f', 'UTF-8', path.join(locales, 'sv_SE.UTF-8')]);
  const env = { PATH: process.env.PATH, LOCPATH: locales, LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8', TZ: 'Asia/Tokyo' };
  assert.match(tool('locale', ['decimal_point'], { env }), /^,/); // it is there
  assertSame(first, makeAll('svensk', norrkoping, [], { env }));
});

test('a hidden count might be any: nothing tells which', () => {
  const [one, ...others] = [1, 2, 3, 4].map(count => {
    const hidden = structuredClone(small);
    hidden.Ekskolan[1] = count;
    hidden.Björkskolan[7] = count; // the last: what the forecast would start from
    return makeAll('antal ' + count, wide(hidden), ['--hide-below', '5']);
  });
  for (const other of others)
    assertSame(one, other);
});

test('gnuplot and shell run nothing of what they are given', () => {
  const odd = subfolder("'; system('touch taken'); '`touch taken`$(touch taken)\"");
  const table = write(odd, "`touch taken`';system('touch taken')#.csv", wide(hostile, 2015));
  const cell = text => '"' + text.replaceAll('"', '""') + '"';
  const notes = Object.keys(hostile).map((name, i) => [`${2016 + (i % 6)}-01-01`, cell(name), 'insats', cell(name + "'\"`touch taken`$(touch taken)%s\\n{/Symbol a}")].join(';'));
  const events = write(odd, '$(touch taken).csv', ['datum;serie;slag;anmärkning', ...notes].join('\n') + '\n');
  const evil = "`touch taken` $(touch taken) '; system('touch taken') \" . system(\"touch taken\") . \" @taken {/Bold x} \\ %s";
  for (const series of Object.keys(hostile))
    chart([table, '--series', series, '--events', events, '--title', evil, '--subtitle', evil, '--source', evil, '--unit', evil,
      '--capacity', '100', '--capacity-label', evil, '--name', "ut`touch taken`'", '-o', odd], { cwd: odd });
  report([table, '--events', events, '--title', evil, '--unit', evil, '--source', evil, '-o', odd], { cwd: odd });
  const files = readdirSync(odd);
  assert.ok(files.includes('ut_touch_taken_.svg') && files.includes('ut_touch_taken_.emf')); // a name is plain
  assert.ok(!files.includes('taken'), 'something was run');
  assert.ok(!readdirSync('.').includes('taken'), 'something was run');
});

test('the script draws the same picture by gnuplot alone', () => {
  const alone = subfolder('ensam'), curves = svg => readFileSync(svg, 'utf8').match(/<path stroke[^>]*\/>/g) ?? [];
  copyFileSync(path.join(first, 'diagram.gp'), path.join(alone, 'diagram.gp'));
  tool('gnuplot', ['diagram.gp'], { cwd: alone });
  const drawn = curves(path.join(alone, 'diagram.svg'));
  assert.ok(drawn.length > 5);
  assert.deepEqual(drawn, curves(path.join(first, 'diagram.svg')));
});

// The report's page in Chromium: it loads nothing, runs nothing of what it was given, can be read
// in both modes, by keyboard, without its script, on a phone and on paper.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, open, violations } from './browser.mjs';
import { folder, hostile, places, report, small, tool, wide, write } from './material.mjs';

const at = folder('page');
const norrkoping = path.resolve('datasets/norrkoping_elever.csv');
const month = path.resolve('datasets/syntetisk_besok_manad.csv');
const placesFile = write(at, 'platser.csv', places);
const hostileFile = write(at, '<b>&".csv', wide(hostile));
const smallFile = write(at, 'små.csv', wide(small));

const pages = {
  'svenska, två serier med platser': [norrkoping, '--kind', 'people', '--unit', 'elever', '--capacity', '270', '--source', 'Norrköpings kommun'],
  'English, one series': [norrkoping, '--series', 'Grundsärskola', '--kind', 'people', '--unit', 'pupils', '--lang', 'en'],
  'hostile names': [hostileFile, '--title', '</title><script>document.title="taken"</script>', '--unit', '<i>"&', '--source', '"><img src=x>', '--places', placesFile],
  'hidden counts': [smallFile, '--kind', 'people', '--unit', 'elever'],
  'English, months': [month, '--unit', 'visits', '--lang', 'en', '--horizon', '24'],
};

let browser;
const file = {};
before(async () => {
  browser = await launch();
  Object.entries(pages).forEach(([name, words], i) => {
    report([...words, '--name', 'sida' + i, '-f', 'html', '-o', at]);
    file[name] = path.join(at, `sida${i}.html`);
  });
});
after(() => browser.close());

/** Opens the page, does the work, and asserts that nothing was asked for or complained of. */
async function within(name, options, work) {
  const { page, trouble, close } = await open(browser, file[name], options);
  try {
    await work(page);
    assert.deepEqual(trouble, []);
  } finally {
    await close();
  }
}

const shot = (page, ...words) => page.screenshot({ path: path.join(at, words.join('-').replace(/[^\p{L}\d-]+/gu, '_') + '.png'), fullPage: true });
const column = (page, k) => page.$$eval('table >> nth=0', ([table], k) => [...table.tBodies[0].rows].map(row => row.cells[k].textContent), k);

for (const name of Object.keys(pages))
  describe(name, () => {
    for (const colorScheme of ['light', 'dark'])
      for (const width of [1280, 390])
        test(`${colorScheme}, ${width} pixels: accessible`, () => within(name, { colorScheme, viewport: { width, height: 900 } }, async page => {
          await shot(page, name, colorScheme, width);
          assert.deepEqual(await violations(page), []);
        }));

    test('320 pixels: only tables and charts scroll sideways', () => within(name, { viewport: { width: 320, height: 640 } }, async page => {
      const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(wide <= seen, `the page is ${wide} wide`);
      await shot(page, name, 'light', 320);
    }));

    test('all is there without the script', () => within(name, { javaScriptEnabled: false }, async page => {
      assert.ok(await page.locator('table').count() > 0);
      assert.ok(await page.locator('figure svg[role=img]').count() > 0);
      assert.equal(await page.locator('th button').count(), 0);
    }));

    test('language, title, one main heading, charts that are named', () => within(name, {}, async page => {
      const seen = await page.evaluate(() => ({
        lang: document.documentElement.lang,
        h1: [...document.querySelectorAll('h1')].map(h => h.textContent),
        title: document.title,
        charts: [...document.querySelectorAll('figure svg')].map(svg => svg.getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id).textContent)),
        tooMany: [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i),
      }));
      assert.equal(seen.lang, name.startsWith('English') ? 'en' : 'sv');
      assert.deepEqual(seen.h1, [seen.title]);
      assert.ok(seen.charts.length > 0);
      for (const [title, description] of seen.charts)
        assert.ok(title.length > 10 && description.length > 40, title);
      assert.deepEqual(seen.tooMany, []);
    }));

    test('on paper: every table row is there and whole', () => within(name, {}, async page => {
      const pdf = path.join(at, path.basename(file[name], '.html') + '.pdf');
      await page.pdf({ path: pdf, preferCSSPageSize: true });
      const words = text => text.replace(/[\s\u00a0]+/g, '');
      const pages = tool('pdftotext', ['-layout', pdf, '-']).split('\f').map(words);
      const rows = await page.$$eval('tbody tr', rows => rows.map(row => [...row.cells].map(cell => cell.textContent).join('')));
      for (const row of rows)
        assert.ok(pages.some(text => text.includes(words(row))), `cut or lost: ${row}`);
      tool('pdftoppm', ['-r', '60', '-png', pdf, pdf.replace('.pdf', '-papper')]);
    }));
  });

test('a column is sorted by mouse, and back', () => within('svenska, två serier med platser', {}, async page => {
  const button = page.locator('table >> nth=0').locator('th button').nth(2);
  await button.click();
  assert.deepEqual(await column(page, 2), ['126', '249']);
  assert.equal(await page.locator('th[aria-sort]').getAttribute('aria-sort'), 'ascending');
  await button.click();
  assert.deepEqual(await column(page, 2), ['249', '126']);
  assert.equal(await page.locator('th[aria-sort]').getAttribute('aria-sort'), 'descending');
}));

test('a column is sorted by keyboard alone', () => within('svenska, två serier med platser', {}, async page => {
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.tagName === 'BUTTON')) break;
  }
  await page.keyboard.press('Enter');
  assert.deepEqual(await column(page, 0), ['Grundsärskola', 'Gymnasiesärskola']);
  await page.keyboard.press('Space');
  assert.deepEqual(await column(page, 0), ['Gymnasiesärskola', 'Grundsärskola']);
}));

test('numbers are sorted as the language writes them', () => within('English, months', {}, async page => {
  const table = page.locator('table[data-periods]').first();
  await table.locator('th button').nth(1).click();
  const sorted = await table.locator('tbody tr td:nth-child(2)').allTextContents();
  const numbers = sorted.filter(text => text !== '' && text !== '..').map(text => Number(text.replaceAll(',', '').replace('\u2212', '-')));
  assert.ok(numbers.length > 20);
  assert.deepEqual(numbers, [...numbers].sort((a, b) => a - b));
}));

test('the first key press leads past the head', () => within('svenska, två serier med platser', {}, async page => {
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Till innehållet');
  assert.ok(await page.locator('.skip').isVisible());
  await page.keyboard.press('Enter');
  assert.match(page.url(), /#main$/);
}));

test('the pointer reads values off the chart', () => within('svenska, två serier med platser', {}, async page => {
  const figure = page.locator('figure').first();
  await figure.scrollIntoViewIfNeeded();
  const box = await figure.locator('svg').boundingBox();
  const [left, right] = await figure.evaluate(f => [Number(f.dataset.left), Number(f.dataset.right)]);
  // Eleven years from edge to edge: the sixth is 2022, the ninth 2025.
  const over = year => page.mouse.move(box.x + box.width * (left + (right - left) * (year - 2017 + .5) / 11), box.y + box.height / 2);
  await over(2022);
  assert.equal(await figure.locator('.value').textContent(), '2022 · Utfall: 249');
  await over(2025);
  assert.equal(await figure.locator('.value').textContent(), '2025 · Prognos: 277 · 8 av 10: 228–318 · 95 av 100: 201–341');
  await page.mouse.move(box.x + box.width / 2, box.y - 30);
  assert.ok(!await figure.locator('.value').isVisible());
}));

test('nothing that was given became an element', () => within('hostile names', {}, async page => {
  assert.equal(await page.title(), '</title><script>document.title="taken"</script>');
  assert.equal(await page.locator('img, iframe, object, b, i, form').count(), 0);
  assert.equal(await page.locator('script').count(), 1);
  const names = await page.locator('h2').allTextContents();
  for (const name of Object.keys(hostile))
    assert.ok(names.includes(name), `not told as it was given: ${name}`);
}));

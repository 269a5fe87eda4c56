// The charts as SVG: named, described, in a language that is told; alone, as an <img> and inline.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { launch, open, violations } from './browser.mjs';
import { chart, folder, hostile, wide, write } from './material.mjs';

const at = folder('picture');
const norrkoping = path.resolve('datasets/norrkoping_elever.csv');
const month = path.resolve('datasets/syntetisk_besok_manad.csv');
const hostileFile = write(at, 'fientlig.csv', wide(hostile));
const draw = (name, ...words) => chart([...words, '--name', name, '-p', 'svg', '-o', at]);

let browser, files;
before(async () => {
  browser = await launch();
  draw('platser', norrkoping, '--kind', 'people', '--series', 'Grundsärskola', '--capacity', '270', '--unit', 'elever');
  draw('two', norrkoping, '--kind', 'people', '--unit', 'pupils', '--lang', 'en');
  draw('månader', month, '--unit', 'besök');
  Object.keys(hostile).forEach((name, i) => draw('fientlig' + i, hostileFile, '--series', name, '--source', '"><script>1</script>', '--unit', '<b>'));
  files = readdirSync(at).filter(name => name.endsWith('.svg'));
});
after(() => browser.close());

test('every chart was drawn', () => assert.equal(files.length, 3 + Object.keys(hostile).length));

test('each is an image with a title and a description in its language', async () => {
  for (const name of files) {
    const { page, trouble, close } = await open(browser, path.join(at, name));
    const seen = await page.evaluate(() => {
      const svg = document.documentElement;
      return {
        role: svg.getAttribute('role'),
        lang: svg.getAttribute('lang') ?? svg.getAttribute('xml:lang'),
        said: svg.getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id).textContent),
        first: svg.firstElementChild.tagName,
        runs: document.querySelectorAll('script, foreignObject, image, a, [onload], [onclick]').length,
      };
    });
    assert.equal(seen.role, 'img', name);
    assert.equal(seen.lang, name === 'two.svg' ? 'en' : 'sv', name);
    assert.equal(seen.first, 'title', name);
    assert.ok(seen.said.length === 2 && seen.said.every(text => text.length > 10), name);
    assert.match(seen.said[1], /\d/, name);
    assert.equal(seen.runs, 0, name);
    assert.deepEqual(trouble, [], name);
    await page.screenshot({ path: path.join(at, name.replace('.svg', '.png')) });
    await close();
  }
});

test('a page with every chart, as <img> and inline, is accessible', async () => {
  const one = name => `<p><img src="${encodeURIComponent(name)}" alt="Diagram ${name}" width="640"></p>`;
  const inline = readFileSync(path.join(at, 'platser.svg'), 'utf8').replace(/^[^]*?(?=<svg)/, '');
  const file = write(at, 'sida.html', `<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><title>Diagram</title><main><h1>Diagram</h1>${files.map(one).join('')}${inline}</main>`);
  const { page, close } = await open(browser, file);
  await page.waitForFunction(() => [...document.images].every(image => image.complete));
  const widths = await page.$$eval('img', images => images.map(image => image.naturalWidth));
  assert.ok(widths.every(width => width > 0), widths.join());
  assert.deepEqual(await violations(page), []);
  await close();
});

test('axe-core does complain of what is wrong', async () => {
  const { page, close } = await open(browser, write(at, 'fel.html', '<p style="color:#ccc">svag<img src="platser.svg">'));
  const found = (await violations(page)).join('\n');
  for (const rule of ['html-has-lang', 'image-alt', 'color-contrast'])
    assert.match(found, new RegExp('^' + rule + ':', 'm'));
  await close();
});

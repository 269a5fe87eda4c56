// Chromium from Debian, without a network, and axe-core in its pages.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { work } from './material.mjs';

const require = createRequire(path.join(work, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const launch = () => chromium.launch({
  executablePath: '/usr/bin/chromium',
  chromiumSandbox: false, // root has none
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** The file in a page of its own; `trouble` collects requests beyond it, console messages and errors. */
export async function open(browser, file, options = {}) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const url = pathToFileURL(file).href, trouble = [];
  page.on('request', request => request.url() === url || trouble.push('asks for ' + request.url()));
  page.on('console', message => trouble.push('console: ' + message.text()));
  page.on('pageerror', error => trouble.push('error: ' + error.message));
  page.on('dialog', dialog => { trouble.push('dialog: ' + dialog.message()); dialog.dismiss(); });
  await page.goto(url);
  return { page, trouble, close: () => context.close() };
}

/** What axe-core finds, one line for each element: WCAG 2.2 A and AA, and its best practices. */
export async function violations(page) {
  // The page's own policy lets nothing else run: the debugger does, in a world of its own.
  await page.evaluate(axe + '; undefined');
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id}: ${help}: ${node.html.slice(0, 160)} ${node.failureSummary.replaceAll('\n', ' ')}`));
}

// What the checks are made of: tables that are hard to present, and prognos run on them.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const work = process.env.PRESENT ?? path.resolve('build/present');
const program = process.env.PROGNOS ?? path.resolve('build/prognos');

/** A new empty folder below build/present. */
export function folder(name) {
  const made = path.join(work, name);
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  return made;
}

export function write(directory, name, text) {
  const file = path.join(directory, name);
  writeFileSync(file, text);
  return file;
}

/** Standard output of prognos; it must succeed. */
export function prognos(words, options = {}) {
  return execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'], ...options });
}

export function tool(name, words, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(name, words, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${name} ${words.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

const quoted = text => '"' + text.replaceAll('"', '""') + '"';

/** A wide table: names down, years across, as the Swedish Excel would write it. */
export function wide(rows, first = 2015) {
  const length = Object.values(rows)[0].length;
  const years = Array.from({ length }, (_, i) => first + i);
  const lines = Object.entries(rows).map(([name, values]) => [quoted(name), ...values.map(value => String(value).replace('.', ','))].join(';'));
  return [['Serie', ...years].join(';'), ...lines].join('\n') + '\n';
}

/** Names that would run code somewhere, were they more than text. */
export const hostile = {
  '<script>document.title="taken"</script>': [31, 34, 37, 36, 41, 43, 45, 48],
  '"><img src=x onerror="document.title=1">': [112, 109, 118, 121, 125, 124, 131, 137],
  "Å, Ä & Ö's \"egna\" skola": [240.5, 251.25, 262, 248, 255, 261, 270.75, 281],
  '=HYPERLINK("http://example.invalid";"x")': [61, 58, 66, 71, 64, 77, 73, 81],
  '+1+cmd|\' /C calc\'!A0': [13, 17, 16, 19, 23, 22, 26, 29],
  '-2+3': [91, 92, 88, 96, 101, 99, 107, 111],
  '@SUM(A1:A9)': [7, 9, 8, 12, 11, 14, 13, 16],
  '`touch taken` $(touch taken) %taken{0}': [402, 411, 397, 420, 433, 428, 441, 452],
  "'; system('touch taken'); print '": [52, 57, 59, 54, 61, 67, 63, 71],
  'Anpassade grundskolan i Västra Östersund': [205, 211, 208, 219, 224, 231, 228, 240],
};

/** Counts of which some are hidden below five: 1 to 4 must be in no artefact. */
export const small = {
  Ekskolan: [31, 3, 33, 34, 36, 39, 41, 40],
  Björkskolan: [27, 29, 28, 2, 31, 33, 35, 34],
};

export const places = 'serie;period;platser\n*;2015;260\n*;2024;290\n';

export const report = (words, options) => prognos(['report', ...words, '--today', '2023-03-15', '-q'], options);
export const chart = (words, options) => prognos(['chart', ...words, '--today', '2023-03-15', '-q'], options);

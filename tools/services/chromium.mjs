/** A Chromium for the browser tests: CHROME_PATH, one of this machine, or a private one from Debian. */
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { run } from '../launch/process.mjs';
import { makeFolder } from '../launch/project.mjs';
import { forget, fromPackages } from './apt.mjs';

const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome'];
const ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** `{ path }`, or `{ missing }`: why there is none and the one command that would help. */
export async function chromium() {
  const given = process.env.CHROME_PATH;
  if (given && !(await runs(given)))
    return {
      missing: { why: `CHROME_PATH (${given}) does not run`, command: 'unset CHROME_PATH' },
    };
  const path = given || (await installed()) || (await fromDebian());
  return path ? { path } : { missing: missing() };
}

function missing() {
  const command =
    process.platform === 'darwin'
      ? 'brew install --cask google-chrome'
      : 'sudo apt-get install chromium fonts-liberation';
  return { why: 'no Chromium or Chrome that runs', command };
}

async function installed() {
  const places = (process.env.PATH ?? '').split(delimiter);
  const files = places.flatMap((place) => NAMES.map((name) => join(place, name)));
  for (const file of [...files, ON_A_MAC]) if (existsSync(file) && (await runs(file))) return file;
  return undefined;
}

async function runs(program) {
  const { code, stdout } = await run(program, ['--version'], { limit: 20_000 });
  return code === 0 && /chrom/i.test(stdout);
}

async function fromDebian() {
  for (const attempt of ['kept', 'fetched anew']) {
    const program = await fromPackages({
      name: 'chromium',
      packages: ['chromium-headless-shell', 'fonts-liberation'],
      program: 'usr/lib/chromium/chromium-headless-shell',
      setting: fonts,
    });
    if (!program || (await runs(program))) return program;
    if (attempt === 'kept') forget(program);
  }
  return undefined;
}

/** On a bare system there are no fonts, and text without a font has no size: name the ones that came along. */
function fonts(root, prefix) {
  const file = join(prefix, 'fonts.conf');
  const cache = makeFolder(join(prefix, 'font-cache'));
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${root}/usr/share/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${cache}</cachedir>
</fontconfig>
`,
  );
  return `FONTCONFIG_FILE="${file}"\nexport FONTCONFIG_FILE\n`;
}

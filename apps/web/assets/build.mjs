import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');
const modules = join(root, 'node_modules');

/**
 * Builds everything a browser fetches into `outDir`: names carry a hash of the content, so they can be
 * kept for ever, and manifest.json says which name stands for which file.
 */
export async function buildAssets(outDir) {
  mkdirSync(outDir, { recursive: true });
  const before = manifestOf(outDir);
  const manifest = {};
  const put = (name, content) => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
    const hashed = `${name.slice(0, -extname(name).length)}-${hash}${extname(name)}`;
    writeFileSync(join(outDir, hashed), content);
    writeFileSync(join(outDir, `${hashed}.gz`), gzipSync(content));
    writeFileSync(join(outDir, `${hashed}.br`), brotliCompressSync(content));
    manifest[name] = hashed;
    return hashed;
  };
  put('app.css', await stylesheet());
  for (const image of readdirSync(join(here, 'images')))
    put(image, readFileSync(join(here, 'images', image)));
  const govuk = put(
    'govuk-frontend.js',
    withoutMap(join(modules, 'govuk-frontend/dist/govuk/govuk-frontend.min.js')),
  );
  const script = readFileSync(join(here, 'scripts', 'app.js'), 'utf8').replace(
    './govuk-frontend.js',
    `./${govuk}`,
  );
  put('app.js', script);
  put('room.js', readFileSync(join(here, 'scripts', 'room.js')));
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 2));
  removeOld(outDir, [manifest, before]);
  return manifest;
}

function manifestOf(outDir) {
  const file = join(outDir, 'manifest.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** A server that started before this build still hands out the names of the build before. */
function removeOld(outDir, manifests) {
  const kept = manifests.flatMap((manifest) => Object.values(manifest));
  for (const file of readdirSync(outDir)) {
    const name = file.replace(/\.(gz|br)$/, '');
    if (name !== 'manifest.json' && !kept.includes(name)) rmSync(join(outDir, file));
  }
}

async function stylesheet() {
  const sass = await import('sass');
  const { css } = sass.compile(join(here, 'styles', 'app.scss'), {
    style: 'compressed',
    loadPaths: [modules, root],
    quietDeps: true,
    logger: sass.Logger.silent,
  });
  return css;
}

function withoutMap(file) {
  return readFileSync(file, 'utf8').replace(/\n?\/\/# sourceMappingURL=.*\n?$/, '\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAssets(process.argv[2] ?? join(root, 'dist', 'public'));
}

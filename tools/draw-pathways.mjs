/** `npm run pathways:draw`: writes docs/pathways from the machines. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from './build.mjs';

await build();
const { drawn, pathways } = createRequire(import.meta.url)('../dist/libs/pathways/src/index.js');
mkdirSync('docs/pathways', { recursive: true });
for (const pathway of pathways) writeFileSync(`docs/pathways/${pathway.name}.md`, drawn(pathway));

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawn, pathways } from '.';

const DOCS = join(__dirname, '../../../docs/pathways');

it.each(pathways)(
  'the drawn page of $title is the machine as it is (npm run pathways:draw)',
  (pathway) => {
    expect(readFileSync(join(DOCS, `${pathway.name}.md`), 'utf8')).toBe(drawn(pathway));
  },
);

import { readFileSync } from 'node:fs';
import pg from 'pg';
const u = new URL(readFileSync('/tmp/cwm/url', 'utf8'));
u.pathname = '/bench';
const cs = await Promise.all(
  Array.from({ length: 8 }, async () => {
    const c = new pg.Client({ connectionString: u.href });
    await c.connect();
    return c;
  }),
);
for (let k = 0; k < 3; k++) {
  const N = 8000;
  let n = 0;
  const b = process.cpuUsage(),
    t = performance.now();
  await Promise.all(
    cs.map(async (c) => {
      while (n++ < N) await c.query({ name: 'o', text: 'SELECT 1 WHERE $1::int=1', values: [1] });
    }),
  );
  const d = process.cpuUsage(b);
  console.log(
    'select1 per query user us',
    (d.user / N).toFixed(0),
    'system us',
    (d.system / N).toFixed(0),
    'wall',
    ((1000 * (performance.now() - t)) / N).toFixed(0),
  );
}
process.exit();

/** The same work by pgbench, the yardstick that comes with PostgreSQL: written in C, the same eight statements. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../tools/launch/process.mjs';
import { eightStatements } from './eight-statements.mjs';
import { KINDS } from './many-cases.mjs';
import { said } from './work.mjs';

export function pgbench({ url, actor, cases, callers, seed, program, folder }) {
  const files = KINDS.map((kind, number) => {
    const file = join(folder, `record-${number}.pgbench`);
    writeFileSync(file, scriptFor(kind, actor, cases));
    return `--file=${file}`;
  });
  let round = 0;
  return {
    name: 'pgbench, 8 statements',
    async run(seconds) {
      const options = [
        '-n',
        '-M',
        'prepared',
        '-c',
        callers,
        '-j',
        2,
        '-T',
        seconds,
        `--random-seed=${seed + round++}`,
      ];
      const script = '"$@"; code=$?; cat /proc/$$/stat; exit $code';
      const answer = await run('/bin/sh', [
        '-c',
        script,
        'sh',
        program,
        ...options.map(String),
        ...files,
        url,
      ]);
      if (answer.code !== 0) throw new Error(`pgbench failed: ${answer.stderr}`);
      return measured(answer.stdout, seconds);
    },
    close() {},
  };
}

function measured(said, seconds) {
  const rate = Number(/tps = ([\d.]+) \(without initial/.exec(said)?.[1]);
  const middle = Number(/latency average = ([\d.]+)/.exec(said)?.[1]);
  const events = Number(/transactions actually processed: (\d+)/.exec(said)?.[1]);
  const fields = said.slice(said.lastIndexOf(')') + 2).split(' ');
  return {
    events,
    seconds: events / rate,
    times: [middle],
    appMs: 10 * (Number(fields[13]) + Number(fields[14])),
    asked: seconds,
  };
}

/** The eight statements with pgbench's own random numbers in the place of parameters. */
function scriptFor(kind, actor, { from, to }) {
  const text = (value) => `'${String(value).replaceAll("'", "''")}'`;
  const { payload } = said(kind);
  const hash = `sha256(decode(:former, 'hex') || convert_to(:id || :version || ${text(JSON.stringify(payload))}, 'UTF8'))`;
  const day = "(date '2026-01-26' + :day::int)";
  const given = (name, values) =>
    `${eightStatements[name].replaceAll(/\$(\d+)/g, (_, number) => values[number - 1]).replaceAll(/\s+/g, ' ')};`;
  const lock = given('lock', [
    text('899'),
    `(${text(kind.prefix)} || lpad(:n::text, 5, '0'))`,
  ]).replace(
    'id, version, state, stage, head_hash',
    "id, version + 1 AS version, state::text AS state, stage, encode(head_hash, 'hex') AS former, state->>'value' AS stages",
  );
  return [
    `\\set n random(${from}, ${to})`,
    '\\set day random(0, 53)',
    given('begin', []),
    lock.replace(/;$/, ' \\gset'),
    given('move', [
      ':id::uuid',
      ':version::int',
      ':state::jsonb',
      ':stage',
      `(${day} + time '23:59')::timestamptz`,
      day,
      hash,
    ]),
    given('record', [
      ':id::uuid',
      ':version::int',
      text('899'),
      text(kind.event),
      day,
      `${text(JSON.stringify(payload))}::jsonb`,
      "'{}'::jsonb",
      ':stages::jsonb',
      `${text(actor.id)}::uuid`,
      text(actor.roles[0]),
      'clock_timestamp()',
      `(${text(`${actor.id}:`)} || gen_random_uuid())`,
      hash,
      hash,
      hash,
    ]),
    given('end-clock', [':id::uuid', text(kind.clock), text(kind.subject), day, ':version::int']),
    given('open-clock', [
      ':id::uuid',
      text(kind.clock),
      text(kind.subject),
      ':version::int',
      text('899'),
      text('local'),
      day,
      day,
      text('calendar a02a4ad6'),
    ]),
    given('instruct', [
      ':id::uuid',
      ':version::int',
      text('899'),
      text('message.send'),
      `${text(JSON.stringify({ notice: 'N-63', to: ['settings'] }))}::jsonb`,
      'clock_timestamp()',
    ]),
    given('commit', []),
    '',
  ].join('\n');
}

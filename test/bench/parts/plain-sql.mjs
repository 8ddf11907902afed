/** The same work by hand: eight prepared statements an event, from a plain client, eight connections. */
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { eightStatements } from './eight-statements.mjs';
import { inCallers, nextEvent } from './work.mjs';

export async function plainSql({ url, actor, cases, random, callers }) {
  const clients = await Promise.all(Array.from({ length: callers }, () => connected(url)));
  return {
    name: 'plain SQL, 8 statements',
    async run(seconds) {
      const before = process.cpuUsage();
      const ran = await inCallers(callers, seconds, (number) =>
        record(clients[number], actor, nextEvent(random, cases)),
      );
      const { user, system } = process.cpuUsage(before);
      return { ...ran, appMs: (user + system) / 1000 };
    },
    close: () => Promise.all(clients.map((client) => client.end())),
  };
}

async function connected(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function record(client, actor, { authority, reference, kind, type, occurredOn, payload }) {
  const run = async (name, values = []) =>
    (await client.query({ name, text: eightStatements[name], values })).rows;
  await run('begin');
  const [subject] = await run('lock', [authority, reference]);
  const version = subject.version + 1;
  const stages = JSON.stringify(subject.state.value);
  const hash = createHash('sha256')
    .update(subject.head_hash)
    .update(JSON.stringify([subject.id, version, type, occurredOn, payload, stages]))
    .digest();
  const due = occurredOn;
  await run('move', [
    subject.id,
    version,
    JSON.stringify(subject.state),
    subject.stage,
    `${due}T23:59:00Z`,
    due,
    hash,
  ]);
  await run('record', [
    subject.id,
    version,
    authority,
    type,
    occurredOn,
    JSON.stringify(payload),
    '{}',
    stages,
    actor.id,
    actor.roles[0],
    new Date(),
    `${actor.id}:${randomUUID()}`,
    hash,
    hash,
    hash,
  ]);
  await run('end-clock', [subject.id, kind.clock, kind.subject, occurredOn, version]);
  await run('open-clock', [
    subject.id,
    kind.clock,
    kind.subject,
    version,
    authority,
    'local',
    occurredOn,
    due,
    'calendar a02a4ad6',
  ]);
  await run('instruct', [
    subject.id,
    version,
    authority,
    'message.send',
    JSON.stringify({ notice: 'N-63', to: ['settings'] }),
    new Date(),
  ]);
  await run('commit');
}

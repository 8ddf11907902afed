/** The product's door, in this process: what a page or the API calls. */
import { randomUUID } from 'node:crypto';
import { TODAY } from './many-cases.mjs';
import { Calendars, CaseworkService, DayClock, openDatabase, Statements } from './product.mjs';
import { inCallers, nextEvent } from './work.mjs';

export async function theDoor({ url, actor, cases, random, callers }) {
  const database = await openDatabase(url);
  const statements = new Statements(database);
  const door = new CaseworkService(statements, new DayClock(TODAY), new Calendars(statements));
  return {
    name: 'the door',
    async run(seconds) {
      const before = process.cpuUsage();
      const ran = await inCallers(callers, seconds, async () => {
        const { reference, type, occurredOn, payload } = nextEvent(random, cases);
        const commandKey = `${actor.id}:${randomUUID()}`;
        await door.record(actor, reference, { type, occurredOn, payload, commandKey });
      });
      const { user, system } = process.cpuUsage(before);
      return { ...ran, appMs: (user + system) / 1000 };
    },
    close: () => database.destroy(),
  };
}

/** A panel of the Team Around the School with one member for each service that its quorum wants. */
import { randomUUID } from 'node:crypto';
import { AUTHORITY } from './council.mjs';
import { Calendars, Panels, SittingsAhead } from './product.mjs';

const SERVICES = ['chair', 'deputy_chair', 'coordinator', 'psychology', 'attendance', 'nursing'];

const MEMBER = `
INSERT INTO panel_member (authority, panel_id, officer_id, name, email, service, core, from_on)
SELECT $1, p.id, $2, 'Member for ' || $3::text, $3::text || '@example.org', $3, true, $4 FROM panel p WHERE p.authority = $1 AND p.code = 'tats' RETURNING id`;
const SITTING = `
SELECT s.id, s.sits_on FROM sitting s JOIN panel p ON p.id = s.panel_id WHERE s.authority = $1 AND p.code = 'tats' AND s.sits_on >= $2 ORDER BY s.sits_on LIMIT 1`;

/** @returns the first sitting on or after a day, with the lines of its register */
export async function aTatsSitting(statements, clock, { chair, from, until, on = from }) {
  await new Panels(statements, clock).setUp(AUTHORITY, from);
  await new SittingsAhead(statements, clock, new Calendars(statements)).generate(AUTHORITY, until);
  const members = [];
  for (const service of SERVICES) {
    const officer = service === 'chair' ? chair : await anOfficer(statements, service);
    const [{ id }] = await statements.run('', MEMBER, [AUTHORITY, officer, service, from]);
    members.push(id);
  }
  const [sitting] = await statements.run('', SITTING, [AUTHORITY, on]);
  return { id: sitting.id, on: sitting.sits_on, members };
}

async function anOfficer(statements, service) {
  const id = randomUUID();
  await statements.run('', OFFICER, [id, AUTHORITY, `Member for ${service}`, `${id}@example.org`]);
  return id;
}

const OFFICER = `INSERT INTO officer (id, authority, name, email, roles) VALUES ($1, $2, $3, $4, '{ep}')`;

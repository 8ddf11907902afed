/** Walks cases along random legal paths, asking the product each time what can be recorded. */
import { randomUUID } from 'node:crypto';
import { addDays, pathwayNamed } from '../../bench/parts/product.mjs';

/** Endings: they come, but seldom, or there would soon be no case to walk. */
const ENDINGS =
  /CHILD_MOVED|EHE_CONF|DUPLICATE|WRONG_CHILD|CASE_VOIDED|DECEASED|WITHDREW|WITHDRAWN|REFUSED|DECLINED|SPECIAL_SCHOOL|ESCALATED|CLOSED|LAPSED|RESTRICTED/;
const SELDOM = 0.02;

export function officerAtWork({ client, ledger, random, actor, today }) {
  const counts = { conflicts: 0, refusals: 0 };
  const seen = new Map();
  return {
    counts,
    async open(pathway, childId) {
      const { opensWith, events } = pathwayNamed(pathway);
      const body = { pathway, childId, occurredOn: today, payload: events[opensWith].example };
      return noted(await sent('/api/cases', body))?.reference;
    },
    /** Records one event that was possible when the case was last looked at. */
    async step(reference) {
      const standing = seen.get(reference) ?? (await looked(reference));
      const type = chosen(standing.events);
      if (!type) return;
      const days = Math.round((Date.parse(today) - Date.parse(standing.openedOn)) / 86_400_000);
      const body = {
        type,
        occurredOn: addDays(standing.openedOn, random.upTo(days + 1)),
        payload: payloadOf(standing, type),
        expectedVersion: standing.version,
      };
      const version = noted(await sent(`/api/cases/${reference}/events`, body))?.version;
      standing.version = version;
      standing.uses += 1;
      if (!version || standing.uses > 2) seen.delete(reference);
    },
  };

  async function looked(reference) {
    const found = await client.get(`/api/cases/${reference}`);
    if (found.status !== 200) throw new Error(`GET ${reference}: ${found.status} ${found.body}`);
    const { events, ...standing } = JSON.parse(found.body);
    const here = { ...standing, events: events.filter(({ possible }) => possible), uses: 0 };
    seen.set(reference, here);
    return here;
  }

  function chosen(possible) {
    const likely = possible.filter(({ type }) => !ENDINGS.test(type) || random() < SELDOM);
    return likely.length ? random.of(likely).type : undefined;
  }

  function payloadOf({ pathway, clocks }, type) {
    const { example } = pathwayNamed(pathway).events[type];
    const open = (code) => clocks.filter((it) => it.code === code && it.status === 'open');
    const subject = (code) => open(code)[0]?.subject;
    return {
      ...example,
      ...(type === 'ALLOCATED' && { workerId: actor.id }),
      ...('adviser' in example && subject('advice_due') && { adviser: subject('advice_due') }),
      ...('setting' in example && subject('consult_due') && { setting: subject('consult_due') }),
    };
  }

  async function sent(path, body) {
    const key = randomUUID();
    return { key, ...(await client.command(path, body, key)) };
  }

  function noted({ key, status, body }) {
    if (status === 409) counts.conflicts += 1;
    else if (status !== 201) counts.refusals += 1;
    if (status !== 201) return undefined;
    const { reference, version, type, occurredOn, recordedAt } = JSON.parse(body);
    ledger.note({ key: `${actor.id}:${key}`, reference, version, type, occurredOn, recordedAt });
    return { reference, version };
  }
}

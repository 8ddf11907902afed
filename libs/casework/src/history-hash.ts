import { createHash } from 'node:crypto';
import { type ClockRule, type Pathway } from '@app/pathways';

/** What one line of a case's history seals. */
export interface SealedEvent {
  readonly caseId: string;
  readonly version: number;
  readonly type: string;
  readonly occurredOn: string;
  readonly payload: unknown;
  readonly facts: unknown;
  readonly stages: unknown;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly recordedAt: Date;
  readonly definitionHash: Buffer;
}

/** The hash before the first event of a case. */
export const BEFORE_HISTORY = Buffer.alloc(32);

/** SHA-256 over the former hash and this event: a change, a swap or a gap anywhere breaks every later line. */
export function sealOf(former: Buffer, event: SealedEvent): Buffer {
  const line = [
    event.caseId,
    event.version,
    event.type,
    event.occurredOn,
    event.payload,
    event.facts,
    event.stages,
    event.actorId,
    event.actorRole,
    event.recordedAt.toISOString(),
    event.definitionHash.toString('hex'),
  ];
  return createHash('sha256').update(former).update(canonical(line)).digest();
}

/** SHA-256 of a command, to tell a repeated one from another that borrowed its key. */
export function hashOf(value: unknown): Buffer {
  return createHash('sha256').update(canonical(value)).digest();
}

/** JSON with sorted keys: PostgreSQL's jsonb does not keep their order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${entries.join(',')}}`;
}

const definitions = new WeakMap<Pathway, Buffer>();

/** Identifies the machine that judged an event, so that a published version cannot change unseen. */
export function definitionHash(pathway: Pathway): Buffer {
  const known = definitions.get(pathway);
  if (known) return known;
  const { name, version, machine, clocks } = pathway;
  const definition = {
    name,
    version,
    machine: JSON.parse(JSON.stringify(machine.config)) as unknown,
    clocks: JSON.parse(JSON.stringify(clocks.map(withoutWords))) as unknown,
  };
  const hash = hashOf(definition);
  definitions.set(pathway, hash);
  return hash;
}

const WORDS = ['label', 'ask', 'because', 'source'];

/** What a clock does, without what it is called: a mended word needs no new version. */
function withoutWords(rule: ClockRule): object {
  return Object.fromEntries(Object.entries(rule).filter(([name]) => !WORDS.includes(name)));
}

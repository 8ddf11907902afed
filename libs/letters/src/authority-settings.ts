import { ADVISERS, type Recipient } from '@app/pathways';
import { z } from 'zod';
import { type ContactPoint } from './letter-facts';

const contact = z.object({
  name: z.string(),
  phone: z.string().optional(),
  email: z.string().optional(),
});

/** The part of `authority.settings` that letters need; anything missing becomes a task, never a silence. */
const settings = z.object({
  contact: contact.optional(),
  sendiass: contact.optional(),
  mediation: contact.optional(),
  /** E-mail of each service, by recipient ('health', 'ehe_team', 'dsl' …), adviser ('slt' …), the lead of one ('slt_manager') or council code ('la:937'). */
  addresses: z.record(z.string(), z.string()).default({}),
});

/** Whom letters name and where services are reached. */
export interface LetterSettings {
  readonly contact: ContactPoint;
  readonly sendiass: ContactPoint;
  readonly mediation: ContactPoint;
  readonly addresses: Readonly<Record<string, string>>;
}

/** Reads an authority's settings; what is not there gets words that are true anyway. */
export function letterSettings(raw: unknown, council: string): LetterSettings {
  const { data } = settings.safeParse(raw ?? {});
  return {
    contact: data?.contact ?? { name: 'the SEND team' },
    sendiass: data?.sendiass ?? { name: `the SENDIASS for ${council}` },
    mediation: data?.mediation ?? { name: `the mediation adviser for ${council}` },
    addresses: data?.addresses ?? {},
  };
}

const SERVICES: Readonly<Partial<Record<Recipient, string>>> = {
  family: 'the family',
  young_person: 'the young person',
  school: 'the school',
  destination_school: 'the secondary school',
  owner: 'the worker',
  manager: 'a manager',
  transition_lead: 'the transition lead',
  health: 'health services',
  social_care: 'social care',
  settings: 'the setting',
  new_authority: 'the new council',
  ehe_team: 'the home education team',
  dsl: 'the safeguarding lead',
  requester: 'the person who asked',
  finance: 'finance',
  panel: 'the panel',
  virtual_school: 'the virtual school',
  host_school: 'the host school',
};

/** Whom a task means: 'health services', 'Speech and language therapy'. */
export function wordsFor(recipient: Recipient, subject?: string): string {
  if (recipient === 'advisers' && subject && subject in ADVISERS)
    return ADVISERS[subject as keyof typeof ADVISERS];
  return SERVICES[recipient] ?? 'the adviser';
}

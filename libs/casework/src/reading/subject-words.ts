import { type ClockRule } from '@app/pathways';

/** One adviser in the words that lists need. */
interface AdviserWords {
  readonly advice: string;
  readonly chase: string;
  readonly service: string;
}

const ADVICE: Readonly<Record<string, AdviserWords>> = {
  parent: {
    advice: 'Family’s views',
    chase: 'Ask the family for their views',
    service: 'The family',
  },
  school: {
    advice: 'School advice',
    chase: 'Chase the school’s advice',
    service: 'The school or nursery',
  },
  ep: {
    advice: 'Psychology advice',
    chase: 'Chase the educational psychologist’s advice',
    service: 'Educational psychology',
  },
  health: {
    advice: 'Paediatric advice',
    chase: 'Chase the paediatric advice',
    service: 'Community paediatrics',
  },
  slt: {
    advice: 'Speech and language advice',
    chase: 'Chase the speech and language advice',
    service: 'Speech and language therapy',
  },
  ot: {
    advice: 'Occupational therapy advice',
    chase: 'Chase the occupational therapy advice',
    service: 'Occupational therapy',
  },
  social_care: {
    advice: 'Social care advice',
    chase: 'Chase the social care advice',
    service: 'Social care',
  },
  pfa: {
    advice: 'Advice on preparing for adulthood',
    chase: 'Chase the advice on preparing for adulthood',
    service: 'Preparing for adulthood',
  },
  other: {
    advice: 'Advice the family asked for',
    chase: 'Chase the advice the family asked for',
    service: 'Someone the family named',
  },
};

/** What a clock is about in words: its label, the next step it asks for, and who holds it. */
export interface ClockWords {
  readonly label: string;
  readonly ask: string;
  /** 'Us', or the service, school or family that we wait for. */
  readonly holder: string;
}

/** Schools by URN, for clocks that run for one school. */
export type SchoolNames = ReadonlyMap<string, string>;

/** The words of a clock, with its adviser or school named. */
export function clockWords(
  rule: ClockRule,
  subject: string,
  schools: SchoolNames = new Map(),
): ClockWords {
  const holder = rule.holder ? rule.holder.charAt(0).toUpperCase() + rule.holder.slice(1) : 'Us';
  const adviser = rule.code === 'advice_due' ? ADVICE[subject] : undefined;
  if (adviser) return { label: adviser.advice, ask: adviser.chase, holder: adviser.service };
  if (!subject) return { label: rule.label, ask: rule.ask, holder };
  const words = rule.subjectWords?.[subject];
  if (words) return { label: words, ask: `${rule.ask}: ${words.toLowerCase()}`, holder };
  const school = schools.get(subject) ?? 'the school';
  return { label: `${rule.label}: ${school}`, ask: `Ask ${school} for its answer`, holder: school };
}

/** The service that gives this advice, and what its advice is called. */
export function adviserWords(adviser: string): AdviserWords {
  return ADVICE[adviser] ?? { advice: 'Advice', chase: 'Chase the advice', service: 'The service' };
}

import { type QuorumRule, type Service, SERVICES } from '../pure/terms';

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;
const WHEN = { has_plan: 'for a child with a plan', money: 'for money' } as const;

/** A service inside a sentence: 'psychology', 'SEND'. */
const inSentence = (service: Service) => {
  const label = SERVICES[service];
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
};

/** The rules of a quorum as somebody types them, one a line. */
export const quorumAsLines = (rules: readonly QuorumRule[]): string[] => rules.map(lineOf);

/** 'psychology', 'one of mental health, school nursing', 'three different of …, for money'. */
function lineOf({ anyOf, count = 1, different, when }: QuorumRule): string {
  const services = anyOf.map(inSentence).join(', ');
  const isPlain = anyOf.length === 1 && count === 1;
  const many = isPlain ? '' : `${NUMBERS[count - 1] ?? count}${different ? ' different' : ''} of `;
  return `${many}${services}${when ? `, ${WHEN[when]}` : ''}`;
}

/**
 * Reads the lines of a quorum. A rule that stands as it stood keeps the words in which it is read out; a new one is
 * read out as it was typed.
 */
export function readQuorum(
  lines: readonly string[],
  before: readonly QuorumRule[] = [],
): { rules: QuorumRule[]; problem?: string } {
  const rules: QuorumRule[] = [];
  for (const [at, line] of lines.entries()) {
    const read = readLine(line.trim());
    if (typeof read === 'string') return { rules, problem: `Line ${at + 1}: ${read}` };
    const same = before.find((rule) => lineOf(rule) === lineOf(read));
    rules.push(same ?? read);
  }
  return { rules };
}

function readLine(line: string): QuorumRule | string {
  const when = (Object.keys(WHEN) as (keyof typeof WHEN)[]).find((it) =>
    line.toLowerCase().endsWith(WHEN[it]),
  );
  const rest = when ? line.slice(0, -WHEN[when].length).replace(/,?\s*$/, '') : line;
  const [, many, different, names = ''] =
    /^(?:(\w+)(\s+different)?\s+of\s+)?(.*)$/i.exec(rest) ?? [];
  const count = many ? numberOf(many) : 1;
  if (!count) return `“${many}” is not a number from one to nine`;
  const anyOf: Service[] = [];
  for (const name of names.split(/\s*(?:,|\bor\b)\s*/).filter(Boolean)) {
    const service = serviceNamed(name);
    if (!service) return `“${name}” is not one of the services below`;
    if (!anyOf.includes(service)) anyOf.push(service);
  }
  if (!anyOf.length) return 'name a service';
  if (different && anyOf.length < count)
    return `it wants ${count} different services and names ${anyOf.length}`;
  return {
    anyOf,
    label: (when ? rest : line).trim(),
    ...(count > 1 && { count }),
    ...(different && { different: true as const }),
    ...(when && { when }),
  };
}

const serviceNamed = (name: string) =>
  (Object.keys(SERVICES) as Service[]).find(
    (service) => SERVICES[service].toLowerCase() === name.trim().toLowerCase(),
  );

function numberOf(word: string): number | undefined {
  const at = (NUMBERS as readonly string[]).indexOf(word.toLowerCase());
  if (at >= 0) return at + 1;
  return /^[1-9]$/.test(word) ? Number(word) : undefined;
}

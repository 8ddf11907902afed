import { type Collection } from '../collection';
import { type Module } from '../layout';
import { type Person, type Request } from '../records';
import { activeRules, needRules, placementRules } from './active-rules';
import { assessmentRules } from './assessment-rules';
import { personRules } from './person-rules';
import { planRules } from './plan-rules';
import { requestRules } from './request-rules';
import { type Above, type Finding, type ListedRule, type Rule } from './rule';
import { settingRules } from './setting-rules';

const detailRules = settingRules('5');

/** Every rule about one person, in the order of the modules. */
export const RULES: readonly ListedRule[] = [
  ...listed('person', personRules),
  ...listed('requests', requestRules),
  ...listed('assessment', assessmentRules),
  ...listed('namedplan', planRules),
  ...listed('plandetail', detailRules),
  ...listed('activeplans', activeRules),
  ...listed('placementdetail', placementRules),
  ...listed('senneed', needRules),
];

function listed<Record>(module: Module, rules: readonly Rule<Record>[]): ListedRule[] {
  return rules.map(({ number, level, field, mendAt, words, enter }) => ({
    module,
    number,
    level,
    field,
    mendAt,
    words,
    enter,
  }));
}

/** What is wrong about one person and everything below. */
export function checkPerson(person: Person, collection: Collection): Finding[] {
  const above = { collection, person };
  return [
    ...broken(personRules, [person], above),
    ...person.requests.flatMap((request) => checkRequest(request, above)),
  ];
}

function checkRequest(request: Request, above: Above): Finding[] {
  const { assessment, activeplan } = request;
  const below: Above = { ...above, request, ...(assessment ? { assessment } : {}) };
  const namedplan = assessment?.namedplan;
  return [
    ...broken(requestRules, [request], below),
    ...broken(assessmentRules, some(assessment), below),
    ...broken(planRules, some(namedplan), below),
    ...broken(detailRules, namedplan?.details ?? [], below),
    ...broken(activeRules, some(activeplan), below),
    ...broken(placementRules, activeplan?.placements ?? [], below),
    ...broken(needRules, activeplan?.needs ?? [], below),
  ];
}

const some = <Record>(record: Record | null | undefined) => (record ? [record] : []);

function broken<Record>(
  rules: readonly Rule<Record>[],
  records: readonly Record[],
  above: Above,
): Finding[] {
  const { person, request } = above;
  return records.flatMap((record) =>
    rules
      .filter((rule) => rule.broken(record, above))
      .map(({ number }) => ({
        rule: ruleNumbered(number),
        childId: person.childId,
        planId: request?.planId ?? null,
        reference: request?.reference ?? null,
      })),
  );
}

const BY_NUMBER = new Map(RULES.map((rule) => [rule.number, rule]));

function ruleNumbered(number: string): ListedRule {
  const rule = BY_NUMBER.get(number);
  if (!rule) throw new Error(`There is no rule ${number}`);
  return rule;
}

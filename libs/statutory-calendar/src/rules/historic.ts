import { due, lateness } from './due';
import { type Rule } from './rule';

const DECIDE = 'EHCNA-DECIDE-6W';

/** Law that stood for a time. The coronavirus regulations excused, they moved nothing. */
export const historicRules: readonly Rule[] = [
  {
    code: 'PACK-HISTORIC',
    says: 'Tell the family whether there will be an assessment, under the law of the day it was due.',
    standing: 'law',
    source: 'SI 2020/471 (1 May to 25 Sep 2020)',
    trigger: 'The request for an assessment arrives.',
    limits: {},
    derivedFrom: [DECIDE],
    metBy: 'The decision is notified.',
    grounds: ['coronavirus'],
    certainty: 'high',
    effectiveFrom: '2020-05-01',
    effectiveTo: '2020-09-25',
    appliesBy: 'due',
    compute: (input, { office, last, packs }) => {
      const anchor = input.day('requestReceived');
      const dueDate = last(anchor, { rule: DECIDE });
      const reaching = packs(DECIDE, { anchor, dueOn: dueDate });
      const isExcusable = reaching.some(({ changes }) =>
        changes.some(({ rule, grounds }) => rule === DECIDE && grounds?.includes('coronavirus')),
      );
      const excused = isExcusable && input.flag('coronavirusReasonRecorded');
      return {
        ...due(dueDate, office),
        ...lateness(input, dueDate, { metKey: 'decisionNotified', since: anchor, excused }),
        rulePack: ['ENG-SEND-2014', ...reaching.map(({ name }) => name)].join('+'),
      };
    },
  },
];

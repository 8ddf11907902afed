import { panelKinds } from '../kinds/panel-kinds';
import { quorumAsLines, readQuorum } from './quorum-lines';

describe('a quorum as somebody types it', () => {
  it.each(panelKinds.map(({ code, terms }) => [code, terms.quorum] as const))(
    'is read back as it was shown, words and all: %s',
    (_, rules) => {
      expect(readQuorum(quorumAsLines(rules), rules)).toEqual({ rules });
    },
  );

  it('says how many, of which services, and for which items', () => {
    const { rules } = readQuorum([
      'Psychology',
      'two of advisory lead',
      'one of mental health or school nursing',
      '3 different of attendance, psychology, SEND',
      'finance, for money',
      'SEND, for a child with a plan',
    ]);
    expect(rules).toEqual([
      { anyOf: ['psychology'], label: 'Psychology' },
      { anyOf: ['advisory'], label: 'two of advisory lead', count: 2 },
      { anyOf: ['mental_health', 'nursing'], label: 'one of mental health or school nursing' },
      {
        anyOf: ['attendance', 'psychology', 'send'],
        label: '3 different of attendance, psychology, SEND',
        count: 3,
        different: true,
      },
      { anyOf: ['finance'], label: 'finance', when: 'money' },
      { anyOf: ['send'], label: 'SEND', when: 'has_plan' },
    ]);
  });

  it.each([
    ['a wizard', 'Line 1: “a wizard” is not one of the services below'],
    ['many of psychology', 'Line 1: “many” is not a number from one to nine'],
    ['two of', 'Line 1: “two of” is not one of the services below'],
    [', for money', 'Line 1: name a service'],
    [
      'three different of finance, data analyst',
      'Line 1: it wants 3 different services and names 2',
    ],
  ])('is refused in words: %s', (line, words) => {
    expect(readQuorum([line]).problem).toBe(words);
  });

  it('names the line that is wrong', () => {
    expect(readQuorum(['psychology', 'finance', 'nobody']).problem).toMatch(/^Line 3: “nobody”/);
  });
});

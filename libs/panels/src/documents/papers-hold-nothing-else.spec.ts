import { aPack, anItem, someMinutes } from '../../../../test/support/papers/a-pack';
import { readBack } from '../../../../test/support/papers/read-back';
import { minutesPaper } from './paper/minutes-paper';
import { packPaper } from './paper/pack-paper';
import { printable } from './paper/paper';

const CANARY = 'Quillon Zanzibar-Thrupp';
const OTHER_CHILD = anItem({
  number: 9,
  subject: {
    kind: 'child',
    name: CANARY,
    yearGroup: 'Year 9',
    school: 'Ashgrove High',
    sen: 'EHC plan',
    flags: [],
  },
});

describe('papers hold nothing but what their reader may see', () => {
  it('do not leave a child of one reader’s papers in the next reader’s, also when made at once', async () => {
    const [theirs, mine, minutes] = await Promise.all([
      readBack(packPaper(aPack({ items: [OTHER_CHILD] }))),
      readBack(packPaper(aPack())),
      readBack(minutesPaper(someMinutes())),
    ]);
    const canary = CANARY.toLowerCase();
    expect(theirs.everything).toContain(canary);
    expect(mine.everything).not.toContain(canary);
    expect(minutes.everything).not.toContain(canary);
  });

  it('do not print what a record carries beyond the model', async () => {
    const item = { ...anItem(), restrictedNote: CANARY, householdAddress: CANARY };
    const { everything } = await readBack(packPaper(aPack({ items: [item] })));
    expect(everything).not.toContain(CANARY.toLowerCase());
  });

  it('print the score only where the model has one', async () => {
    const { everything } = await readBack(
      packPaper(aPack({ items: [anItem({ score: undefined })] })),
    );
    expect(everything).not.toMatch(/score \d|adds up|exclusion risk/);
  });

  it('print a restricted note under its own heading, and only when the model has one', async () => {
    const [first] = someMinutes().items;
    if (!first) throw new Error('The minutes of the specs have no item.');
    const noted = { ...first, restrictedNote: 'Ring before any visit.' };
    const { pdfText } = await readBack(minutesPaper(someMinutes({ items: [noted] })));
    expect(pdfText).toContain(
      'for the chair and the safeguarding lead only ring before any visit.',
    );
    expect((await readBack(minutesPaper(someMinutes()))).pdfText).not.toContain(
      'safeguarding lead',
    );
  });
});

describe('papers stand what people type', () => {
  it('keep marks that mean something to XML, and drop what no page can show', async () => {
    const typed = 'Sits <b>alone</b> & “reads”\u0000\u000B \uD800 "a lot"\r\nthen leaves';
    const { pdfText, wordText } = await readBack(
      packPaper(aPack({ items: [anItem({ schoolAsks: typed })] })),
    );
    for (const text of [pdfText, wordText])
      expect(text).toContain('sits <b>alone</b> & “reads” "a lot" then leaves');
    expect(printable('a\u0007b\r\nc\rd')).toBe('ab\nc\nd');
  });

  it('go over pages with a long text and with a table row that no page can hold', async () => {
    const words = Array.from({ length: 1500 }, (_, index) => `word${index}`).join(' ');
    const action = { what: words, owner: 'Runa Castell', dueOn: '2027-01-27' as const };
    const { pdf, pdfText, wordText } = await readBack(
      packPaper(aPack({ items: [anItem({ schoolAsks: words, lastActions: [action, action] })] })),
    );
    const stamps = / page \d+ of \d+copy: .*?2:12pm siân .*?2:12pm /g;
    expect(pdf.pages.length).toBeGreaterThan(5);
    expect(wordText).toContain('word1498 word1499');
    expect(pdfText.replace(stamps, ' ').match(/word1499/g)).toHaveLength(3);
  });

  it('repeat the heads of a long table on each page, for the eye only', async () => {
    const actions = Array.from({ length: 90 }, (_, index) => ({
      what: `Action number ${index + 1}`,
      owner: 'Runa Castell',
      dueOn: '2027-01-27' as const,
    }));
    const { pdf } = await readBack(
      packPaper(aPack({ items: [anItem({ lastActions: actions, score: undefined })] })),
    );
    const withActions = pdf.pages.filter(({ text }) => text.includes('Action number'));
    expect(withActions.length).toBeGreaterThan(2);
    for (const { text } of withActions) expect(text).toMatch(/What\s+Who\s+By/);
    const onlyActions = withActions.slice(1, -1);
    const heads = onlyActions.map(({ tree }) => JSON.stringify(tree).match(/"TH"/g)?.length);
    expect(new Set(heads)).toEqual(new Set([actions.length + 3]));
  });
});

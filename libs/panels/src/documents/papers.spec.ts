import { rolesIn } from '../../../../test/support/papers/read-pdf';
import { wordsIn } from '../../../../test/support/papers/read-word';
import {
  anItem,
  aPack,
  aSummary,
  someFeedback,
  someMinutes,
} from '../../../../test/support/papers/a-pack';
import { missingFrom, readBack } from '../../../../test/support/papers/read-back';
import { familyPaper } from './paper/family-paper';
import { feedbackPaper } from './paper/feedback-paper';
import { minutesPaper } from './paper/minutes-paper';
import { packPaper } from './paper/pack-paper';
import { paperFile } from './paper-file';

const STAMP = 'Siân Brannigan-Łuczak, 12 January 2027 2:12pm';

describe('the papers of a sitting for one member', () => {
  let usual: Awaited<ReturnType<typeof readBack>>;
  beforeAll(async () => {
    usual = await readBack(packPaper(aPack()));
  });

  it('say in PDF and in Word every fact that went in', () => {
    for (const text of [usual.pdfText, usual.wordText]) {
      expect(missingFrom(text, aPack())).toEqual([]);
      expect(text).toContain('wednesday 13 january 2027');
      expect(text).toContain('1:30pm to 3:30pm');
      expect(text).toContain('2 items are for you; 2 are not.');
      expect(text).toContain('cannot be called back');
      expect(text).toContain('until wednesday 3 february 2027');
      expect(text).toContain('on 13 january 2027');
      expect(text).toContain('27 january 2027');
    }
  });

  it('show attendance as a drawing with its words in PDF and as a table in Word', () => {
    const { pdf, wordText } = usual;
    const figure = JSON.stringify(pdf.pages[1]?.tree);
    expect(figure).toContain('week 7 90%, suspended 2.5 days');
    expect(figure).toContain('week 11 too few sessions');
    expect(wordText).toContain('7, from 15 october 90% 2.5 days');
    expect(wordText).toContain('too few sessions');
  });

  it('carry name and time, page number and a word on made-up data on every page', () => {
    const { pdf, parts } = usual;
    expect(pdf.pages.length).toBeGreaterThan(2);
    pdf.pages.forEach(({ text }, index) => {
      expect(text.split(STAMP).length - 1).toBe(2);
      expect(text).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
      expect(text).toContain('Made-up data.');
    });
    expect(parts.get('word/header1.xml')).toContain(`string="${STAMP}"`);
    const foot = parts.get('word/footer1.xml') ?? '';
    expect(wordsIn(foot)).toContain(`Copy: ${STAMP}`);
    expect(wordsIn(foot)).toContain('Made-up data.');
    expect(foot).toContain('NUMPAGES');
  });

  it('do not speak of made-up data where the data is real', async () => {
    const { sitting } = aPack();
    const real = aPack({ sitting: { ...sitting, isMadeUp: false } });
    expect((await readBack(packPaper(real))).everything).not.toContain('made-up');
  });

  it('tell a screen reader title, language, headings, tables, lists and the drawing', () => {
    const { pdf, parts } = usual;
    expect(pdf.mark.Marked).toBe(true);
    expect(pdf.info).toMatchObject({
      Title: 'Papers for Team Around the School, Wednesday 13 January 2027',
      Language: 'en-GB',
    });
    const roles = new Set(pdf.pages.flatMap(({ tree }) => rolesIn(tree)));
    for (const role of ['H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Figure'])
      expect(roles).toContain(role);
    expect(pdf.outline).toEqual([
      'Team Around the School',
      'Your agenda',
      '3. Ava Thornbury',
      '7. Hollin Bank Academy',
    ]);
    expect(parts.get('word/styles.xml')).toContain('w:lang w:val="en-GB"');
    expect(parts.get('word/document.xml')).toContain('<w:tblHeader/>');
    expect(parts.get('docProps/core.xml')).toContain(
      'Papers for Team Around the School, Wednesday 13 January 2027',
    );
  });

  it('say so when no item is for their reader', async () => {
    const { pdfText } = await readBack(packPaper(aPack({ items: [], notForYou: 1 })));
    expect(pdfText).toContain('0 items are for you; 1 is not.');
    expect(pdfText).toContain('no item of this sitting is for you.');
  });

  it('leave out what this panel does not ask for, and say what it asked for and has not got', async () => {
    const nothing = { attendance: null, schoolAsks: null, tried: [], ehcQuestion: null };
    const wanting = await readBack(packPaper(aPack({ items: [anItem(nothing)] })));
    for (const words of [
      'no attendance figures',
      'has not said',
      'nothing recorded',
      'not answered',
    ])
      expect(wanting.pdfText).toContain(words);
    const unasked = { attendance: undefined, schoolAsks: undefined, tried: undefined };
    const bare = await readBack(
      packPaper(aPack({ items: [anItem({ ...unasked, ehcQuestion: undefined })] })),
    );
    expect(bare.pdfText).not.toMatch(/attendance|asks for|was tried|ehc needs assessment/);
  });

  it('name neither a child nor a member in the name of the file', async () => {
    const paper = packPaper(aPack());
    const [pdf, word] = [await paperFile(paper, 'pdf'), await paperFile(paper, 'word')];
    expect([pdf.name, word.name]).toEqual([
      'team-around-the-school-2027-01-13-papers.pdf',
      'team-around-the-school-2027-01-13-papers.docx',
    ]);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(word.bytes.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('minutes', () => {
  it('say every fact, and keep the recommendation apart from the decision', async () => {
    const minutes = someMinutes();
    const { pdfText, wordText } = await readBack(minutesPaper(minutes));
    for (const text of [pdfText, wordText]) {
      expect(missingFrom(text, minutes)).toEqual([]);
      expect(text).toContain('what the panel recommends outreach before any assessment');
      expect(text).toContain('decision actions agreed decided by delphine achebe, chair');
      expect(text).toContain('late item: suspended on monday');
      expect(text).toContain('put off to wednesday 20 january 2027: the chronology had not come');
      expect(text).toContain('no quorum for this item');
      expect(text).toContain('this does not count as putting the item off.');
      expect(text).toContain('20 january 2027, delphine achebe: the review is on a wednesday.');
      expect(text).toContain('approved by delphine achebe on 19 january 2027');
    }
  });

  it('say that they are a draft until the chair approves them', async () => {
    const { pdfText } = await readBack(minutesPaper(someMinutes({ approved: undefined })));
    expect(pdfText).toContain('draft. the chair has not approved these minutes yet.');
    expect(pdfText).not.toContain('approved by delphine');
  });
});

describe('what goes out after a sitting', () => {
  it('tells a school what was agreed, who does what by when, and whom to ring', async () => {
    const { pdfText, wordText } = await readBack(feedbackPaper(someFeedback));
    for (const text of [pdfText, wordText]) {
      expect(missingFrom(text, { ...someFeedback, sitting: [], copy: [] })).toEqual([]);
      expect(text).toContain('we look at this again on wednesday 24 february 2027.');
    }
  });

  it('tells a family in plain words and larger type, with nothing stamped on it', async () => {
    const { pdfText, wordText, parts } = await readBack(familyPaper(aSummary));
    for (const text of [pdfText, wordText])
      expect(missingFrom(text, { ...aSummary, sitting: [] })).toEqual([]);
    expect(parts.get('word/header1.xml')).not.toContain('WaterMark');
    expect(pdfText).not.toContain('copy:');
    expect(parts.get('word/styles.xml')).toContain('<w:sz w:val="28"/>');
  });
});

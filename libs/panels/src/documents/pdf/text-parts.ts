import { BOLD, decoration, INK, makeRoom, PLAIN, QUIET, type Sheet, tagged } from './sheet';

const LARGER = { 1: 2.1, 2: 1.55, 3: 1.2 } as const;

/** A heading that stays with what follows; those of the first two levels are in the list of contents. */
export function drawHeading(
  sheet: Sheet,
  { level, text, onNewPage }: { level: 1 | 2 | 3; text: string; onNewPage: boolean },
): void {
  const { doc, root, size, left, width } = sheet;
  const height = size * LARGER[level];
  if (onNewPage) doc.addPage();
  else {
    if (doc.y > doc.page.margins.top) doc.y += size * 0.9;
    makeRoom(sheet, height + size * 7);
  }
  if (level < 3) doc.outline.addItem(text);
  tagged(sheet, root, [`H${level}`], () => {
    doc.font(BOLD).fontSize(height).fillColor(INK);
    doc.text(text, left, doc.y, { width });
  });
  doc.y += size * 0.3;
}

/** One paragraph. */
export function drawText(
  sheet: Sheet,
  { text, tone }: { text: string; tone: 'plain' | 'strong' | 'quiet' },
): void {
  const { doc, root, left, width, size } = sheet;
  tagged(sheet, root, ['P'], () => {
    doc.font(tone === 'strong' ? BOLD : PLAIN).fontSize(size);
    doc.fillColor(tone === 'quiet' ? QUIET : INK).text(text, left, doc.y, { width, lineGap: 2 });
  });
  doc.y += size * 0.45;
}

/** A list with round marks. */
export function drawList(sheet: Sheet, items: readonly string[]): void {
  const { doc, root, left, width, size } = sheet;
  const whole = doc.struct('L');
  root.add(whole);
  for (const item of items) {
    makeRoom(sheet, size * 1.5);
    const line = doc.struct('LI');
    whole.add(line);
    const top = doc.y;
    doc.font(PLAIN).fontSize(size).fillColor(INK);
    tagged(sheet, line, ['Lbl'], () => doc.text('•', left, top, { width: size }));
    tagged(sheet, line, ['LBody'], () =>
      doc.text(item, left + size * 1.3, top, { width: width - size * 1.3, lineGap: 2 }),
    );
    line.end();
    doc.y += size * 0.25;
  }
  whole.end();
  doc.y += size * 0.3;
}

/** A thin line across. */
export function drawRule(sheet: Sheet, colour: string): void {
  const { doc, left, width } = sheet;
  decoration(sheet, () =>
    doc
      .moveTo(left, doc.y)
      .lineTo(left + width, doc.y)
      .lineWidth(0.6)
      .stroke(colour),
  );
}

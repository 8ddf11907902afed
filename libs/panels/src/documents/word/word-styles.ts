import { type IStylesOptions } from 'docx';

/** Arial at the size of the paper, headings in the same steps as the PDF, British English. */
export const wordStyles = (points: number): IStylesOptions => ({
  default: {
    document: {
      run: { font: 'Arial', size: points * 2, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 100, line: 264 } },
    },
    heading1: headingStyle(points * 2.1, 120),
    heading2: headingStyle(points * 1.55, 280),
    heading3: headingStyle(points * 1.2, 220),
  },
});

const headingStyle = (points: number, before: number) => ({
  run: { font: 'Arial', size: Math.round(points * 2), bold: true, color: '0B0C0C' },
  paragraph: { spacing: { before, after: 80 } },
});

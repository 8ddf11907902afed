import { formatOf } from './document-format';

const zip = (...parts: string[]) =>
  Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from(parts.join('\0'))]);

it.each([
  ['pdf', Buffer.from('%PDF-1.7\n1 0 obj')],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['docx', zip('[Content_Types].xml', 'word/document.xml')],
  ['csv', Buffer.from('\uFEFFWeek,Sessions\r\n1,8\r\n')],
  ['csv', Buffer.from('Week;Sessions\n1;8')],
  ['csv', Buffer.from('Pupil,Élève\nA,B', 'latin1')],
])('tells a %s by its own bytes', (format, bytes) => {
  expect(formatOf(bytes)).toBe(format);
});

it.each([
  ['a program', Buffer.from('MZ\u0090\u0000,')],
  ['a page of markup', Buffer.from('<html>,<script>alert(1)</script>')],
  ['a script', Buffer.from('#!/bin/sh, echo')],
  ['another archive', zip('[Content_Types].xml', 'xl/workbook.xml')],
  [
    'a document with macros',
    zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
  ],
  ['half a signature', Buffer.from([0xff, 0xd8])],
  ['text without columns', Buffer.from('Dear all')],
  ['nothing', Buffer.alloc(0)],
])('does not take %s', (_, bytes) => {
  expect(formatOf(bytes)).toBeUndefined();
});

import { type DigestNotice, type Notice } from './notice';
import { n01 } from './notices/n-01';
import { n02 } from './notices/n-02';
import { n03 } from './notices/n-03';
import { n04 } from './notices/n-04';
import { n05 } from './notices/n-05';
import { n06 } from './notices/n-06';
import { n07 } from './notices/n-07';
import { n08 } from './notices/n-08';
import { n09 } from './notices/n-09';
import { n10 } from './notices/n-10';
import { n11 } from './notices/n-11';
import { n12 } from './notices/n-12';
import { n14 } from './notices/n-14';
import { n15 } from './notices/n-15';
import { n16 } from './notices/n-16';
import { n17 } from './notices/n-17';
import { n18 } from './notices/n-18';
import { n19 } from './notices/n-19';
import { n21 } from './notices/n-21';
import { n22 } from './notices/n-22';
import { n24 } from './notices/n-24';
import { n25 } from './notices/n-25';
import { n26 } from './notices/n-26';
import { n27 } from './notices/n-27';
import { n28 } from './notices/n-28';
import { n30 } from './notices/n-30';
import { n40 } from './notices/n-40';
import { n41 } from './notices/n-41';
import { n42 } from './notices/n-42';
import { n43 } from './notices/n-43';
import { n44 } from './notices/n-44';
import { n45 } from './notices/n-45';
import { n47 } from './notices/n-47';
import { n50 } from './notices/n-50';
import { n51 } from './notices/n-51';
import { n52 } from './notices/n-52';
import { n53 } from './notices/n-53';
import { n54 } from './notices/n-54';
import { n55 } from './notices/n-55';
import { n56 } from './notices/n-56';
import { n57 } from './notices/n-57';
import { n58 } from './notices/n-58';
import { n59 } from './notices/n-59';
import { n60 } from './notices/n-60';
import { n61 } from './notices/n-61';
import { n63 } from './notices/n-63';
import { n64 } from './notices/n-64';
import { n20 } from './notices/n-20';
import { n62 } from './notices/n-62';

/** Every notice about one case. */
export const caseNotices: readonly Notice[] = [
  n01,
  n02,
  n03,
  n04,
  n05,
  n06,
  n07,
  n08,
  n09,
  n10,
  n11,
  n12,
  n14,
  n15,
  n16,
  n17,
  n18,
  n19,
  n21,
  n22,
  n25,
  n26,
  n27,
  n28,
  n30,
  n40,
  n41,
  n42,
  n43,
  n44,
  n45,
  n47,
  n50,
  n51,
  n52,
  n53,
  n54,
  n55,
  n56,
  n57,
  n58,
  n59,
  n60,
  n61,
  n63,
  n64,
];

/** Notices that gather many cases for one officer. */
export const digestNotices: readonly DigestNotice[] = [n20, n24, n62];

/** The notice of this code. @throws Error when nobody has written it */
export function noticeNamed(code: string): Notice {
  const found = caseNotices.find((notice) => notice.code === code);
  if (!found) throw new Error(`There are no words for notice ${code}`);
  return found;
}

/** What a notice is called in lists of messages; the code itself for one that is not known. */
export function titleOf(code: string): string {
  return [...caseNotices, ...digestNotices].find((notice) => notice.code === code)?.title ?? code;
}

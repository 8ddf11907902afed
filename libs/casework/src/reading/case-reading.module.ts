import { Module } from '@nestjs/common';
import { Drafts } from '../desk/drafts.service';
import { Notes } from '../desk/notes.service';
import { Tasks } from '../desk/tasks.service';
import { Referrals } from '../referrals/referrals.service';
import { CaseFiles } from './case-files.repository';
import { CaseLinks } from './case-links.repository';
import { CaseLists } from './case-lists.repository';
import { CaseReader } from './case-reader.service';
import { CaseRecords } from './case-records.repository';
import { Worklist } from './worklist.service';
import { WorklistRepository } from './worklist.repository';

const PARTS = [
  CaseFiles,
  CaseLinks,
  CaseLists,
  CaseReader,
  CaseRecords,
  Drafts,
  Notes,
  Referrals,
  Tasks,
  Worklist,
  WorklistRepository,
];

/** Cases as people read them, and what they keep beside a case: notes, tasks, drafts. */
@Module({ providers: PARTS, exports: PARTS })
export class CaseReadingModule {}

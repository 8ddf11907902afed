import { Module } from '@nestjs/common';
import { Actions } from './actions/actions.service';
import { OwnActions } from './actions/own-actions.service';
import { Documents } from './documents/documents.service';
import { Measures } from './measures/measures.service';
import { Once } from './once.service';
import { Plans } from './plan/plans.service';
import { Views } from './views/views.service';
import { Visits } from './visits/visits.service';
import { WrongChildPapers } from './documents/wrong-child-papers.service';

const PARTS = [
  Actions,
  Documents,
  Measures,
  Once,
  OwnActions,
  Plans,
  Views,
  Visits,
  WrongChildPapers,
];

/** What a worker keeps beside a case: actions, visits, plans, views, measures, documents. */
@Module({ providers: PARTS, exports: PARTS })
export class SupportModule {}

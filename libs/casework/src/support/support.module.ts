import { Module } from '@nestjs/common';
import { Actions } from './actions/actions.service';

const PARTS = [Actions];

/** What a worker keeps beside a case: actions, visits, plans, views, measures, documents. */
@Module({ providers: PARTS, exports: PARTS })
export class SupportModule {}

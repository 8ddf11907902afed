import { Module } from '@nestjs/common';
import { ApiDocsController } from './api-docs.controller';
import { ApiDocument } from './api-document';

/** What the API can do, in words and as OpenAPI. */
@Module({ controllers: [ApiDocsController], providers: [ApiDocument], exports: [ApiDocument] })
export class ApiDocsModule {}

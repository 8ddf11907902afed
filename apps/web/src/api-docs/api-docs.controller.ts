import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { type Config } from '../config';
import { CONFIG } from '../config.token';
import { NotSignedIn } from '../errors/refusals';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { ApiDocument } from './api-document';
import { operationsOf } from './operations';

const READ = { action: 'read the API description', roles: 'any', public: true } as const;

/** The description of the API: for people, and as OpenAPI for programs. Signed in only, except in development. */
@ApiExcludeController()
@Controller()
export class ApiDocsController {
  constructor(
    private readonly document: ApiDocument,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(paths.api.docs)
  @Policy(READ)
  show(@Req() request: FastifyRequest): Page {
    this.refuseStrangers(request);
    return page('api-docs/api-docs', { operations: operationsOf(this.document.whole()) });
  }

  @Get(paths.api.document)
  @Policy(READ)
  json(@Req() request: FastifyRequest): OpenAPIObject {
    this.refuseStrangers(request);
    return this.document.whole();
  }

  private refuseStrangers({ session }: FastifyRequest): void {
    if (this.config.production && !session) throw new NotSignedIn();
  }
}

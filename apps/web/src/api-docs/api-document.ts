import { type INestApplication, Injectable } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { paths } from '../paths';
import { payloadSchemas } from './payload-schemas';

/** The OpenAPI description of everything under /api, made once when the server starts. */
@Injectable()
export class ApiDocument {
  private document: OpenAPIObject | undefined;

  /** Reads the routes of the server that is starting. */
  readFrom(app: INestApplication): void {
    const about = new DocumentBuilder()
      .setTitle('Causeway')
      .setDescription(
        'The same commands as the pages: sign in with POST /sign-in, take x-csrf-token from GET /api/session, and send both the cookie and the token. What each event takes stands under components/schemas, as ehc_needs_assessment.REQUEST_RECEIVED.',
      )
      .setVersion('1')
      .addCookieAuth('causeway')
      .build();
    const whole = SwaggerModule.createDocument(app, about);
    const ours = Object.entries(whole.paths).filter(
      ([path]) => path.startsWith(`${paths.api.root}/`) && !path.startsWith(paths.api.docs),
    );
    for (const [, item] of ours) nameEachOnce(item);
    this.document = {
      ...whole,
      paths: Object.fromEntries(ours),
      components: {
        ...whole.components,
        schemas: { ...whole.components?.schemas, ...payloadSchemas() },
      },
    };
  }

  /** @throws Error before the server has started */
  whole(): OpenAPIObject {
    if (!this.document) throw new Error('The server has not started yet');
    return this.document;
  }
}

/** A header that a controller reads and also describes is listed twice: the described one stays. */
function nameEachOnce(item: object): void {
  for (const operation of Object.values(item) as { parameters?: Parameter[] }[]) {
    const { parameters } = operation;
    if (!parameters) continue;
    operation.parameters = parameters.filter(
      (one) =>
        !parameters.some((other) => other !== one && isSame(one, other) && other.description),
    );
  }
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
}

function isSame(one: Parameter, other: Parameter): boolean {
  return one.in === other.in && one.name.toLowerCase() === other.name.toLowerCase();
}

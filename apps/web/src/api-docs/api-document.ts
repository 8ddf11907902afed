import { type INestApplication, Injectable } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { paths } from '../paths';

/** The OpenAPI description of everything under /api, made once when the server starts. */
@Injectable()
export class ApiDocument {
  private document: OpenAPIObject | undefined;

  /** Reads the routes of the server that is starting. */
  readFrom(app: INestApplication): void {
    const about = new DocumentBuilder()
      .setTitle('Causeway')
      .setDescription(
        'The same commands as the pages: sign in with POST /sign-in, take x-csrf-token from GET /api/session, and send both the cookie and the token.',
      )
      .setVersion('1')
      .addCookieAuth('causeway')
      .build();
    const whole = SwaggerModule.createDocument(app, about);
    const ours = Object.entries(whole.paths).filter(
      ([path]) => path.startsWith(`${paths.api.root}/`) && !path.startsWith(paths.api.docs),
    );
    this.document = { ...whole, paths: Object.fromEntries(ours) };
  }

  /** @throws Error before the server has started */
  whole(): OpenAPIObject {
    if (!this.document) throw new Error('The server has not started yet');
    return this.document;
  }
}

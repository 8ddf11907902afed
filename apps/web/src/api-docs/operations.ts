import { type OpenAPIObject } from '@nestjs/swagger';

/** One operation as the page shows it. */
export interface OperationModel {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly {
    name: string;
    where: string;
    required: boolean;
    description: string;
  }[];
  readonly body: string | undefined;
  readonly answers: readonly { status: string; description: string; schema: string | undefined }[];
}

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
  }[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<Record<string, { description?: string; content?: Content }>>;
}

type Content = Readonly<Record<string, { schema?: object }>>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The operations of a document in the order of their paths, with schemas as indented JSON. */
export function operationsOf(document: OpenAPIObject): OperationModel[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) =>
      operation(path, method, item[method] as Operation),
    ),
  );
}

function operation(
  path: string,
  method: string,
  { summary, parameters, requestBody, responses }: Operation,
): OperationModel {
  return {
    id: `${method}${path.replaceAll(/[^a-z]+/gi, '-')}`,
    method: method.toUpperCase(),
    path,
    summary: summary ?? '',
    parameters: (parameters ?? []).map(
      ({ name, in: where, required = false, description = '' }) => ({
        name,
        where,
        required,
        description,
      }),
    ),
    body: schemaOf(requestBody?.content),
    answers: Object.entries(responses ?? {}).map(([status, { description = '', content }]) => ({
      status,
      description,
      schema: schemaOf(content),
    })),
  };
}

function schemaOf(content: Content | undefined): string | undefined {
  const { schema } = content?.['application/json'] ?? content?.['multipart/form-data'] ?? {};
  return schema && JSON.stringify(schema, null, 2);
}

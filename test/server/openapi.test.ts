import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PROBLEM_CODES, routes } from 'portal-request-form/contract';
import { startTestServer, type TestServer } from '../../demo/server/testing.js';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: unknown }> }>;
  readonly requestBody?: unknown;
}

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: { readonly Problem: { properties: { code: { enum: string[] } } } } };
}

describe('The OpenAPI document', () => {
  let server: TestServer | undefined;
  let document: Document | undefined;
  before(async () => {
    server = await startTestServer();
    document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as Document;
  });
  after(() => server?.close());

  it('has every call of the contract with each of its answers', () => {
    for (const [name, { method, path, answers, problems }] of Object.entries(routes)) {
      const operation = document?.paths[`/api/portals/{portal}${path}`]?.[method.toLowerCase()];
      assert.equal(operation?.operationId, name);
      for (const status of [...Object.keys(answers), ...problems.map(String)]) {
        assert.ok(operation.responses[status], `${name} ${status}`);
      }
    }
  });

  it('names every parameter of every path', () => {
    for (const [path, operations] of Object.entries(document?.paths ?? {})) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters, operationId } of Object.values(operations)) {
        const named = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
        assert.deepEqual(named.sort(), wanted.sort(), operationId);
      }
    }
  });

  it('says what choices and requests can be asked for by', () => {
    const queries = (path: string): string[] =>
      (document?.paths[`/api/portals/{portal}${path}`]?.['get']?.parameters ?? [])
        .filter((one) => one.in === 'query')
        .map(({ name }) => name)
        .sort();
    assert.deepEqual(queries('/options/{source}'), ['cursor', 'houseNumber', 'postcode', 'query']);
    assert.deepEqual(queries('/requests'), ['about', 'cursor', 'open']);
  });

  it('refers to nothing that it does not hold, and lists every problem code', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target);
    assert.deepEqual([...new Set(references)], ['#/components/schemas/Problem']);
    assert.deepEqual(document?.components.schemas.Problem.properties.code.enum, [...PROBLEM_CODES]);
  });
});

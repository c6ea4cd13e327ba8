import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem } from '@daoyin/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../testing/hall';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly object[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
type Content = Readonly<Record<string, { readonly schema: object; readonly example?: unknown }>>;

/** For the demonstration and the debug pages, and for nobody else. */
const HIDDEN = ['/api/demo', '/api/walks', '/api/walks/*'];

describe('the document of the API', () => {
  let server: TestServer;
  let operations: readonly (readonly [string, Operation])[];
  beforeAll(async () => {
    server = await startTestServer();
    const { openapi, paths } = (await (await fetch(`${server.at}/api/openapi.json`)).json()) as {
      readonly openapi: string;
      readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    };
    expect(openapi).toMatch(/^3\.1/);
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
      ),
    );
  }, 60_000);
  afterAll(() => server.close());

  it('has every route that the code has, in words', () => {
    const folder = join(import.meta.dirname, 'routes');
    const written = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/'(\/api\/[^']+)'/g)].map(([, path]) => path!),
    );
    expect(written.length).toBeGreaterThan(40);
    const told = new Set(operations.map(([name]) => name.split(' ')[1]));
    for (const path of written.filter((one) => !HIDDEN.includes(one)))
      expect(told, path).toContain(path.replaceAll(/:(\w+)/g, '{$1}'));
    for (const [name, { summary }] of operations) expect([name, summary]).toEqual([name, expect.any(String)]);
  });

  it('shows a problem document for whatever goes wrong, with an example that is one', () => {
    for (const [name, { responses }] of operations)
      for (const status of ['4XX', '5XX']) {
        const content = responses[status]?.content?.['application/problem+json'];
        expect([name, problem.safeParse(content?.example).success]).toEqual([name, true]);
      }
  });

  it('has an example of every body that is sent but the edits of a plan, and each fits its schema', () => {
    const fits = (name: string, content: Content | undefined) => {
      const { schema, example } = content?.['application/json'] ?? { schema: {} };
      if (example === undefined) return false;
      const read = z.fromJSONSchema(schema as never).safeParse(example);
      expect([name, read.error?.issues ?? []]).toEqual([name, []]);
      return true;
    };
    const without = operations.filter(
      ([name, { requestBody }]) => requestBody && !fits(name, requestBody.content),
    );
    expect(without.map(([name]) => name)).toEqual(['POST /api/studio/draft/steps']);
    const answered = operations.flatMap(([name, { responses }]) =>
      Object.values(responses).filter(({ content }) => fits(name, content)),
    );
    expect(answered.length).toBeGreaterThan(20);
  });

  it('says of a route for the staff who may ask', () => {
    const of = (name: string) => operations.find(([one]) => one === name)![1];
    expect(of('POST /api/windows/{number}/next')).toMatchObject({
      security: [{ session: [] }, { machine: [] }],
      description: expect.stringContaining('`editor`'),
    });
    expect(of('GET /api/staff/audit').security).toEqual([{ session: [] }]);
    expect(of('GET /api/tickets/{number}').security).toBeUndefined();
  });

  it('has a page to read it that takes nothing from elsewhere', async () => {
    const page = await fetch(`${server.at}/api/docs/`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await page.text()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});

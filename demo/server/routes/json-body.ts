import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { Refusal } from '../problem.js';

const LARGEST = 1024 * 1024;
const DEEPEST = 32;

const wrong = (title: string): Refusal => new Refusal(400, 'invalid-request', title);

/** How deep the brackets of a JSON text go, without parsing it. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  let isString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (isString) {
      if (character === '\\') index += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
};

/** A key that would change what an object is, were it ever assigned. */
const refusePrototype = (key: string, value: unknown): unknown => {
  if (key === '__proto__') throw wrong('The body holds a key that is not allowed');
  return value;
};

const decode = (bytes: ArrayBuffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw wrong('The body is not UTF-8');
    throw error;
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text, refusePrototype);
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong('The body is not JSON');
    throw error;
  }
};

const isJsonType = (header: string | undefined): boolean => {
  const [type = '', ...parameters] = (header ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return type === 'application/json' && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
};

const tooLarge = (): never => {
  throw new Refusal(413, 'too-large', 'The body is larger than 1 MB');
};

const countBody = bodyLimit({ maxSize: LARGEST, onError: tooLarge });

/** Stops reading a body that is larger than any request can be; files go another way. */
export const limitBody = createMiddleware(async (c, next) => {
  const length = c.req.header('content-length');
  const isCounted = length === undefined || c.req.header('transfer-encoding') !== undefined;
  if (isCounted) return countBody(c, next);
  if (Number(length) > LARGEST) tooLarge(); // no more than it says is read
  await next();
});

/** The object in the body. Throws a 415 for another type, a 400 for what is not JSON, and a 422 for no object. */
export const readJson = async (c: Context, deepest = DEEPEST): Promise<Record<string, unknown>> => {
  if (!isJsonType(c.req.header('content-type'))) {
    throw new Refusal(415, 'invalid-request', 'The body has to be application/json in UTF-8');
  }
  const text = decode(await c.req.arrayBuffer());
  if (depthOf(text) > deepest) throw wrong('The body is nested too deeply');
  const json = parse(text);
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
  throw new Refusal(422, 'invalid-request', 'The body has to be an object', {
    errors: [{ pointer: '', code: 'type' }],
  });
};

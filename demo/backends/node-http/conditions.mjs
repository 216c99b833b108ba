// Rules over answers: the part of JsonLogic that the contract allows.

export const isTruthy = (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
const isNothing = (value) => value === null || value === undefined;

/** What JavaScript makes of a list or an object that it compares, without asking them. */
const plain = (value) => {
  if (Array.isArray(value)) return value.map((one) => (isNothing(one) ? '' : String(plain(one)))).join();
  return typeof value === 'object' && value !== null ? '[object Object]' : value;
};

const equals = (a, b) => {
  if (a === b) return true;
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  const areObjects = typeof a === 'object' && typeof b === 'object';
  return !areObjects && plain(a) == plain(b); // eslint-disable-line eqeqeq -- JsonLogic's == is JavaScript's
};

const contains = (part, whole) => {
  if (typeof whole === 'string') return whole !== '' && whole.includes(String(plain(part)));
  return Array.isArray(whole) && whole.includes(part);
};

const between =
  (holds) =>
  ([a, b, c]) =>
    holds(plain(a), plain(b)) && (c === undefined || holds(plain(b), plain(c)));

const read = (name, otherwise, lookup) =>
  (isNothing(name) || name === '' ? null : lookup(String(plain(name)))) ?? otherwise;

const operators = new Map([
  ['var', ([name, otherwise = null], lookup) => read(name, otherwise, lookup)],
  ['missing', (names, lookup) => names.flat().filter((name) => ['', null].includes(read(name, null, lookup)))],
  ['==', ([a, b]) => equals(a, b)],
  ['!=', ([a, b]) => !equals(a, b)],
  ['===', ([a, b]) => a === b],
  ['!==', ([a, b]) => a !== b],
  ['!', ([a]) => !isTruthy(a)],
  ['!!', ([a]) => isTruthy(a)],
  ['in', ([part, whole]) => contains(part, whole)],
  ['<', between((a, b) => a < b)],
  ['<=', between((a, b) => a <= b)],
  ['>', ([a, b]) => plain(a) > plain(b)],
  ['>=', ([a, b]) => plain(a) >= plain(b)],
]);

/** The first value that is (not) true, else the last: `or` and `and` stop as soon as they know. */
const firstThatIs = (wanted) => (parts, lookup) => {
  let value = null;
  for (const part of parts) {
    value = evaluate(part, lookup);
    if (isTruthy(value) === wanted) break;
  }
  return value;
};

const choose = (parts, lookup) => {
  let rest = parts;
  while (rest.length > 1) {
    if (isTruthy(evaluate(rest[0], lookup))) return evaluate(rest[1], lookup);
    rest = rest.slice(2);
  }
  return rest.length === 1 ? evaluate(rest[0], lookup) : null;
};

const lazyOperators = new Map([
  ['and', firstThatIs(false)],
  ['or', firstThatIs(true)],
  ['if', choose],
]);

/** The value of a rule; `lookup` gives what `{"var": name}` stands for. */
export const evaluate = (rule, lookup) => {
  if (Array.isArray(rule)) return rule.map((part) => evaluate(part, lookup));
  if (typeof rule !== 'object' || rule === null) return rule;
  const [[operator, given] = []] = Object.entries(rule);
  const parts = Array.isArray(given) ? given : [given];
  if (lazyOperators.has(operator)) return lazyOperators.get(operator)(parts, lookup);
  const values = parts.map((part) => evaluate(part, lookup));
  return operators.get(operator)?.(values, lookup) ?? null;
};

export { evaluate, isTruthy, variables, type Lookup } from './conditions.js';
export { isAnswered, isRecord } from './answered.js';
export {
  visibility,
  lookupVisible,
  isRequired,
  rowOf,
  type Row,
  type Answers,
  type ChecklistAnswers,
  type Visibility,
} from './visible.js';
export { validateRequest } from './validate.js';
export { validateAnswer, type ValidationContext } from './validate-answer.js';
export { isAcceptedFile } from './checks.js';
export { openItems } from './missing.js';
export { amendRequest, isInScope, replyScope, type Amended, type AskedIds } from './reply.js';
export { normaliseAnswer, normaliseSubmission } from './normalise.js';
export { resolveDate, isCalendarDate, weekdayOf } from './dates.js';
export { DEFAULT_CHOICES, DEFAULT_COUNTRIES } from './checks-compound.js';
export { toPointer } from './shape.js';
export { compilePattern } from './pattern.js';
export { canonicalJson, digest, sha256 } from './digest.js';
export { checkReceipt, signedBytes, type Statement } from './receipt.js';
export { lintConfig } from './lint-config.js';
export type { ConfigIssue } from './lint-issue.js';
export type { LintMoment } from './lint-answers.js';
export { describeIssue } from './lint-sentences.js';
export { lintJson } from './lint-json.js';
export { parseConfig } from './parse-config.js';

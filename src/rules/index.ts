export { evaluate, isTruthy, variables, type Lookup } from './conditions.js';
export { isAnswered } from './answered.js';
export {
  visibility,
  lookupVisible,
  isRequired,
  type Answers,
  type ChecklistAnswers,
  type Visibility,
} from './visible.js';
export { validateRequest } from './validate.js';
export { validateAnswer, type ValidationContext } from './validate-answer.js';
export { openItems } from './missing.js';
export { normaliseAnswer, normaliseSubmission } from './normalise.js';
export { resolveDate } from './dates.js';
export { compilePattern } from './pattern.js';
export { canonicalJson, digest } from './digest.js';
export { lintConfig, type ConfigIssue } from './lint-config.js';
export { parseConfig } from './parse-config.js';

/** The ids of what takes the focus; unique within the shadow root. */
export const HEADING_ID = 'step-heading';
export const SUMMARY_ID = 'issue-summary';
export const FAILURE_ID = 'failure';
export const QUESTION_ID = 'question';

/** A title as a pattern that matches it and nothing else. */
export const escaped = (title) => title.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** How a suite stands before it has run: `results` has the file, the titles and the outcome of each test. */
export const noResults = () => ({ passed: 0, failed: 0, results: [] });

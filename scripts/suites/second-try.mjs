/** More files than this do not fail by accident. */
const FEW = 4;

const isFailed = ({ outcome }) => outcome === 'failed';
const placeOf = ({ browser, file }) => [browser, file].filter(Boolean).join(' ');

/** The files with a failure, by the browser in which they failed (undefined under Node). */
const failedFiles = (results) => {
  const byBrowser = new Map();
  for (const { browser, file } of results.filter(isFailed)) {
    byBrowser.set(browser, (byBrowser.get(browser) ?? new Set()).add(file));
  }
  return byBrowser;
};

const count = (results, unexplained) => ({
  passed: results.filter(({ outcome }) => outcome === 'passed').length,
  failed: results.filter(isFailed).length + unexplained,
  results,
});

/**
 * Runs a suite and then, when few of its files failed, those files once more where they failed. What fails twice has
 * failed; what passes then is named, so that a test that depends on the weather is seen and mended.
 */
export const withSecondTry = async (run, asked) => {
  const first = await run(asked);
  const failed = failedFiles(first.results);
  const places = new Set(first.results.filter(isFailed).map(placeOf));
  if (places.size === 0 || places.size > FEW) return first;

  const second = [];
  let unexplained = first.failed - first.results.filter(isFailed).length;
  for (const [browser, files] of failed) {
    console.log(`once more${browser ? ` in ${browser}` : ''}: ${[...files].join(', ')}`);
    const again = await run({ ...asked, ...(browser ? { browsers: [browser] } : {}), filters: [...files] });
    second.push(...again.results);
    unexplained += again.failed - again.results.filter(isFailed).length;
  }
  const found = new Set(second.map(placeOf)); // a place whose tests are of another file is not found again, and has failed
  for (const { titles, ...result } of first.results.filter(isFailed)) {
    const isMended =
      found.has(placeOf(result)) && !second.some((one) => isFailed(one) && placeOf(one) === placeOf(result));
    if (isMended) console.log(`passed on the second try: ${placeOf(result)} › ${titles.join(' › ')}`);
  }
  return count([...first.results.filter((one) => !found.has(placeOf(one))), ...second], unexplained);
};

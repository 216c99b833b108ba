/** The absolute address of an endpoint, without a slash at its end; empty when it is no address. */
export const endpointUrl = (endpoint: string): string =>
  endpoint && URL.canParse(endpoint, document.baseURI)
    ? new URL(endpoint, document.baseURI).href.replace(/\/+$/, '')
    : '';

/** What a website needs to show a portal's form. */
export const snippetFor = (server: string, portalId: string): string =>
  [
    `<script type="module" src="${server}/dist/portal-request-form.js"></script>`,
    `<portal-request-form endpoint="${server}/api/portals/${encodeURIComponent(portalId)}"></portal-request-form>`,
  ].join('\n');

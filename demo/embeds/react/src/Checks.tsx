import type { PortalRequestForm } from 'portal-request-form/react';
import { useEffect, useRef, useState } from 'react';

const ENDPOINT = 'http://localhost:3000/api/portals/demo';
const FIRST = {
  requestType: 'fault',
  prefill: { impact: ['noise', 'leak'] },
  messages: { guest: 'As a guest' },
};
const SECOND = {
  requestType: 'maintenance',
  prefill: { units: 3 },
  messages: { guest: 'Without an account' },
};
const nobody = () => Promise.resolve(null);
const nobodyElse = () => Promise.resolve(null);

/** Everything that a page can give the form and hear from it, and all of it changed by one button. */
export const Checks = () => {
  const form = useRef<PortalRequestForm>(null);
  const [isSecond, setSecond] = useState(false);
  const [isShown, setShown] = useState(true);
  const [heard, setHeard] = useState<string[]>([]);
  const hear = (what: string) => setHeard((earlier) => [...earlier, what]);
  useEffect(() => {
    const { current } = form;
    const listener = () => hear('imperative portal-ready');
    current?.addEventListener('portal-ready', listener);
    return () => current?.removeEventListener('portal-ready', listener);
  }, [isShown]);
  return (
    <>
      <h1>React checks</h1>
      <button type="button" onClick={() => setSecond(true)}>
        Change everything
      </button>
      <button type="button" onClick={() => setShown(!isShown)}>
        Hide or show
      </button>
      <output>{heard.join(', ')}</output>
      {isShown && (
        <portal-request-form
          ref={form}
          endpoint={ENDPOINT}
          lang={isSecond ? 'nl' : 'en'}
          noDrafts={isSecond}
          tokenProvider={isSecond ? nobodyElse : nobody}
          {...(isSecond ? SECOND : FIRST)}
          onportal-ready={() => hear('portal-ready')}
          onportal-started={({ detail }) => hear(`portal-started ${detail.requestType}`)}
          onportal-step-change={(event) => {
            if (isSecond) event.preventDefault();
            hear(`portal-step-change ${event.detail.to}`);
          }}
        >
          <p>{isSecond ? 'Second text' : 'First text'}</p>
          <p slot="footer">{isSecond ? 'Second footer' : 'First footer'}</p>
          {isSecond && <p slot="header">Added header</p>}
        </portal-request-form>
      )}
    </>
  );
};

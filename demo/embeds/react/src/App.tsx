import 'portal-request-form/react';
import { useState } from 'react';

const ENDPOINT = 'http://localhost:3000/api/portals/demo';
const KNOWN = { installation: 'boiler', units: 2 };

export const App = () => {
  const [isShown, setShown] = useState(true);
  const [told, setTold] = useState('Nothing yet.');
  return (
    <>
      <h1>React</h1>
      <p role="status">{told}</p>
      <button type="button" onClick={() => setShown(!isShown)}>
        {isShown ? 'Hide the form' : 'Show the form'}
      </button>
      {isShown && (
        <portal-request-form
          endpoint={ENDPOINT}
          requestType="maintenance"
          prefill={KNOWN}
          onportal-started={({ detail }) => setTold(`Started: ${detail.requestType}`)}
          onportal-submitted={({ detail }) => setTold(`Sent as ${detail.receipt.reference}`)}
        >
          <p>
            Call us: <a href="tel:+31501234567">050 123 45 67</a>
          </p>
        </portal-request-form>
      )}
    </>
  );
};

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { Checks } from './Checks';

const root = document.querySelector('#root');
const page = location.hash === '#checks' ? <Checks /> : <App />;
if (root) createRoot(root).render(<StrictMode>{page}</StrictMode>);

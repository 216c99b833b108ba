/// <reference types="vite/client" />
import './site.css';
import './live.css';
import { offerCopies } from './copy.js';

/** What does not scroll needs no stop for the keyboard. */
const skipWhatFits = (): void => {
  for (const box of document.querySelectorAll<HTMLElement>('pre, .table'))
    box.tabIndex = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight ? 0 : -1;
};

const live = document.querySelectorAll<HTMLElement>('[data-live]');
if (live.length > 0)
  void import('./live.js').then(({ bringToLife }) => {
    bringToLife(live);
  });

offerCopies();
skipWhatFits();
addEventListener('resize', skipWhatFits);

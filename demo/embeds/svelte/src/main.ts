import { mount } from 'svelte';
import App from './App.svelte';
import Checks from './Checks.svelte';

const target = document.querySelector('#root');
if (target) mount(location.hash === '#checks' ? Checks : App, { target });

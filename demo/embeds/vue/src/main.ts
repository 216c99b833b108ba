import { createApp } from 'vue';
import App from './App.vue';
import Checks from './Checks.vue';

createApp(location.hash === '#checks' ? Checks : App).mount('#root');

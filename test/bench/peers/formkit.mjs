import { defaultConfig, FormKit, FormKitSchema, plugin } from '@formkit/vue';
import { createApp, h } from 'vue';
import { begin } from '../pages/mount.js';

begin((place, schema) => {
  const app = createApp({
    render: () => h(FormKit, { type: 'form', submitLabel: 'Send' }, { default: () => h(FormKitSchema, { schema }) }),
  });
  app.use(plugin, defaultConfig());
  app.mount(place);
  return () => {
    app.unmount();
  };
});

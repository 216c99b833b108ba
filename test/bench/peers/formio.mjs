import '@formio/js/dist/formio.form.min.css';
import { Formio } from '@formio/js/form';
import { begin } from '../pages/mount.js';

begin(async (place, schema) => {
  const form = await Formio.createForm(place, schema, { noAlerts: true });
  form.nosubmit = true;
  return () => {
    form.destroy(true);
    place.replaceChildren();
  };
});

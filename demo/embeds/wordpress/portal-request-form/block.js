/* The block in the editor: its settings, and a place that says what visitors will see. The page itself is made by PHP. */
(({ blockEditor, blocks, components, element, i18n }) => {
  const { createElement: h, Fragment } = element;
  const { PanelBody, Placeholder, TextControl, ToggleControl } = components;
  const { __ } = i18n;
  const DOMAIN = 'portal-request-form';

  const edit = ({ attributes, setAttributes }) => {
    const text = (name, label, help) =>
      h(TextControl, {
        key: name,
        label,
        help,
        value: attributes[name],
        onChange: (value) => setAttributes({ [name]: value }),
      });
    const settings = h(
      blockEditor.InspectorControls,
      { key: 'settings' },
      h(
        PanelBody,
        { title: __('Form', DOMAIN) },
        text('requestType', __('Request type', DOMAIN), __('Starts this type at once.', DOMAIN)),
        text('language', __('Language', DOMAIN), __('Empty for that of the page.', DOMAIN)),
        text('endpoint', __('Address of another portal', DOMAIN), __('Empty for the one in the settings.', DOMAIN)),
        h(ToggleControl, {
          label: __('Keep nothing on the visitor’s device', DOMAIN),
          checked: attributes.noDrafts,
          onChange: (noDrafts) => setAttributes({ noDrafts }),
        }),
      ),
    );
    const place = h(
      'div',
      { ...blockEditor.useBlockProps(), key: 'place' },
      h(Placeholder, {
        label: __('Portal request form', DOMAIN),
        instructions: __('Visitors see the form of your portal here.', DOMAIN),
      }),
    );
    return h(Fragment, null, settings, place);
  };

  blocks.registerBlockType('portal-request-form/form', { edit, save: () => null });
})(window.wp);

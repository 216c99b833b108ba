import 'survey-core/survey-core.fontless.min.css';
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import { begin } from '../pages/mount.js';

begin((place, schema) => {
  const survey = new Model(schema);
  const root = place.ownerDocument.createElement('div');
  place.replaceChildren(root);
  renderSurvey(survey, root);
  return () => {
    place.replaceChildren();
    survey.dispose();
  };
});

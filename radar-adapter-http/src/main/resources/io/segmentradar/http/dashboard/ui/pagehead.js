// The question a page answers, and its main controls.
import { html } from '../lib/html.js';

export const PageHead = ({ title, children, actions }) => html`<header class="page-head">
  <h1>${title}</h1><p>${children}</p>${actions && html`<div class="actions">${actions}</div>`}</header>`;

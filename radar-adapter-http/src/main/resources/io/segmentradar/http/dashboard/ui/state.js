// Waiting, empty, failed: each says what is going on.
import { html } from '../lib/html.js';
import { t } from '../lib/i18n.js';

export const Skeleton = ({ height = 160 }) =>
  html`<span class="skeleton" style=${{ height: height + 'px' }} role="status" aria-label=${t('불러오는 중', 'Loading')}></span>`;

export const Empty = ({ title, children }) => html`<div class="state"><strong>${title}</strong>${children}</div>`;

export function Failure({ error, retry }) {
  const hint = error.status === 404
    ? t('주소가 바뀌었거나 이 실행에 없는 항목입니다.', 'The address has changed, or this run does not have it.')
    : error.status === 403 ? t('이 항목을 볼 권한이 없습니다.', 'You may not see this.') : '';
  return html`<div class="state bad" role="alert">
    <strong>${t('불러오지 못했습니다', 'Could not be loaded')}</strong>
    <div>${error.message} ${hint}</div>
    ${retry && html`<button class="button small" onClick=${retry}>${t('다시 시도', 'Try again')}</button>`}
  </div>`;
}

/** Draws `children(data)` once the answer is there; keeps showing the old one, dimmed, while a newer is on its way. */
export function Ready({ answer, height, children, empty }) {
  if (answer.error) {
    return html`<${Failure} error=${answer.error} />`;
  }
  if (answer.data === undefined) {
    return html`<${Skeleton} height=${height} />`;
  }
  if (empty && empty.when(answer.data)) {
    return html`<${Empty} title=${empty.title}>${empty.text}<//>`;
  }
  return html`<div class=${answer.stale ? 'stale' : ''}>${children(answer.data)}</div>`;
}

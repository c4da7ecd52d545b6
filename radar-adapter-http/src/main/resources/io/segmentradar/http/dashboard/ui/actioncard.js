// One recommended action: what, who, until when, worth how much and why.
import { html } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { decimal, money, percent } from '../lib/format.js';
import { word } from '../lib/words.js';
import { About } from './about.js';
import { Money } from './marks.js';

export function ActionCard({ action, short }) {
  const points = action.talking_points ?? [];
  return html`<article class="action-card">
    <header><strong>${label(action.title) || word(action.action_type)}</strong>${planWord(action)}
      <span class="worth"><${Money} value=${action.value} /> <span class="tag assumed">${t('가정', 'Assumed')}</span></span></header>
    <p class="small quiet">${word(action.owner)} · ${word(action.channel)} · ${t(`${action.due}까지`, `by ${action.due}`)} · ${decimal(action.hours, 1)}${t('시간', ' h')}</p>
    <p>${label(action.reason)}</p>
    ${action.why_not && html`<p class="small quiet">${t('제외 사유', 'Why not')}: ${word(action.dropped_by)} · ${label(action.why_not)}</p>`}
    ${!short && html`<${Factors} action=${action} />`}
    ${!short && points.length > 0 && html`<ul>${points.map(point => html`<li>${label(point)}</li>`)}</ul>`}
  </article>`;
}

export function planWord(action) {
  if (action.planned) {
    return html`<span class="tag accent">${t('계획', 'Planned')}</span>`;
  }
  return action.decision === 'CONTROL' ? html`<span class="tag" title=${t('효과를 재기 위해 접촉하지 않습니다', 'Not contacted, to measure the effect')}>${t('대조군', 'Control')}</span>` : html`<span class="tag">${t('계획 밖', 'Not planned')}</span>`;
}

/** The worth, factor by factor; assumptions are marked. */
export function Factors({ action }) {
  if (action.masked) {
    return html`<p class="small quiet">${t('고객이 적어 금액을 가렸습니다.', 'Withheld: too few customers.')}</p>`;
  }
  return html`<div class="factors" aria-label=${t('기대 가치의 요인', 'Factors of the value')}>
    <span>${t('확률', 'Probability')} <b>${percent(action.probability, 0)}</b></span><span>×</span>
    <span>${t('대상 금액', 'Amount')} <b>${money(action.amount_at_stake)}</b></span><span>×</span>
    <span>${t('마진', 'Margin')} <b>${percent(action.margin, 2)}</b>*</span><span>×</span>
    <span>${t('효과', 'Effect')} <b>${percent(action.effectiveness, 0)}</b>${action.measured ? '' : '*'}</span><span>−</span>
    <span>${t('비용', 'Cost')} <b>${money(action.cost)}</b>*</span><span>=</span>
    <span>${t('기대 가치', 'Value')} <b>${money(action.value)}</b></span><${About} id="worth" />
    <span>* ${t('가정', 'assumed')}</span></div>`;
}

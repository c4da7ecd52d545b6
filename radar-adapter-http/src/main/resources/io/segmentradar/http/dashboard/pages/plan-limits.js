// How full the month is: hours by owner and province with what one more hour would add, and how good the plan is.
import { html } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { useApi } from '../lib/api.js';
import { count, decimal, money, percent } from '../lib/format.js';
import { keyValues, word } from '../lib/words.js';
import { About } from '../ui/about.js';
import { Failure, Skeleton } from '../ui/state.js';
import { WhatIf } from './plan-what-if.js';

const FULLEST = 12;

const limitName = limit => keyValues(limit.of).map(word).join(' · ').replace(' · *', '');
const share = limit => (limit.limit > 0 ? limit.used / limit.limit : 0);

export function PlanLimits() {
  const answer = useApi('/api/plan/');
  if (answer.error) {
    return answer.error.status === 403 ? null : html`<${Failure} error=${answer.error} />`;
  }
  if (!answer.data) {
    return html`<div class="card"><${Skeleton} height=${240} /></div>`;
  }
  const plan = answer.data;
  const hours = plan.limits.filter(limit => limit.kind === 'HOURS' && limit.limit !== null)
    .sort((a, b) => b.shadow_price - a.shadow_price || share(b) - share(a)).slice(0, FULLEST);
  return html`<section class="card" aria-label=${t('가용 시간', 'Capacity')}><header><h2>${t('가용 시간과 계획의 질', 'Capacity and quality of the plan')}</h2><${About} id="capacity" /><span class="tag assumed">${t('가정', 'Assumed')}</span></header>
    <p>${t(`계획 ${count(plan.planned)}건, 기대 가치 ${money(plan.expected_value)}`, `${count(plan.planned)} planned, expected value ${money(plan.expected_value)}`)}
      ${plan.control > 0 && t(` · 대조군 ${count(plan.control)}건`, ` · ${count(plan.control)} held out`)}
      · ${t(`이론상 최선과의 차이 ${percent(plan.gap, 2)} 이하`, `within ${percent(plan.gap, 2)} of the best possible`)}</p>
    ${plan.relaxed_labels.map(sentence => html`<p class="small quiet">${label(sentence)}</p>`)}
    ${hours.length > 0 && html`<table class="plain"><thead><tr><th>${t('담당 · 지역', 'Owner · area')}</th><th class="number">${t('시간', 'Hours')}</th><th class="number">${t('사용', 'Used')}</th>
        <th class="number">${t('1시간 더의 가치', 'Worth of 1 h more')}</th></tr></thead>
      <tbody>${hours.map(limit => html`<tr><th scope="row">${limitName(limit)}</th><td class="number">${decimal(limit.used, 0)} / ${decimal(limit.limit, 0)}</td>
        <td class="number"><span class="meter" aria-hidden="true"><i style=${{ width: 100 * Math.min(1, share(limit)) + '%' }}></i></span> ${percent(share(limit), 0)}</td>
        <td class="number">${limit.shadow_price > 0 ? money(limit.shadow_price) : '–'}</td></tr>`)}</tbody></table>`}
    <p class="card-note">${t(`세그먼트·액션 조합 ${count(plan.funnel.entered)}개 중 제외: `, `Of ${count(plan.funnel.entered)} pairs of segment and action, removed by: `)}
      ${['ELIGIBILITY', 'APPLICABILITY', 'SUITABILITY', 'WORTH', 'CONTACT', 'CAPACITY'].map(stage => `${word(stage)} ${count(plan.funnel[stage])}`).join(', ')}</p>
  </section>
  <${WhatIf} limits=${plan.limits} />`;
}

// The month's plan in short: how much, by whom, and the first calls.
import { html } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { useApi } from '../lib/api.js';
import { count, decimal } from '../lib/format.js';
import { href, Link } from '../lib/router.js';
import { word } from '../lib/words.js';
import { About } from '../ui/about.js';
import { Money, SegmentLink } from '../ui/marks.js';
import { Ready } from '../ui/state.js';

const FIRST = 6;

export function PlanSummary() {
  const answer = useApi('/api/recommendations/', { planned: true, limit: FIRST });
  return html`<section class="card" aria-label=${t('실행 계획', 'Plan')}>
    <header><h2>${t('실행 계획', 'Plan')}</h2><${About} id="worth" /><span class="tag assumed">${t('가정', 'Assumed')}</span>
      <div class="tools small"><${Link} to=${href('/actions')}>${t('모두 보기', 'All')} →<//></div></header>
    <${Ready} answer=${answer} height=${360} empty=${{ when: data => data.actions.length === 0, title: t('이번 달 계획이 없습니다', 'No plan this month'), text: t('할 만한 액션이 나오면 여기에 보입니다.', 'Actions worth doing show here.') }}>
      ${data => html`
        <table class="plain"><thead><tr><th>${t('담당', 'Owner')}</th><th class="number">${t('건수', 'Actions')}</th><th class="number">${t('시간', 'Hours')}</th><th class="number">${t('기대 가치', 'Value')}</th></tr></thead>
          <tbody>${data.by_owner.map(row => html`<tr><th scope="row"><${Link} to=${href('/actions', { owner: row.owner })}>${word(row.owner)}<//></th>
            <td class="number">${count(row.count)}</td><td class="number">${decimal(row.hours, 1)}</td><td class="number"><${Money} value=${row.value} /></td></tr>`)}</tbody></table>
        <h3 class="gap">${t('먼저 할 일', 'First')}</h3>
        <ol class="firsts">${data.actions.map(action => html`<li><span class="number quiet">${action.rank}</span>
          <span><strong><${SegmentLink} id=${action.segment_id} /></strong><br /><span class="quiet">${label(action.title)} · ${word(action.owner)} · ${t(`${action.due.slice(5).replace('-', '/')}까지`, `by ${action.due.slice(5)}`)}</span></span></li>`)}</ol>`}
    <//>
  </section>`;
}

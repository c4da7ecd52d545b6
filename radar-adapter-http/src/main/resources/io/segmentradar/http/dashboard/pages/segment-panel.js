// A segment beside the list: the figures, the open alerts with their cause, and what to do.
import { html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useApi } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { href, Link } from '../lib/router.js';
import { figureName, segmentName, word } from '../lib/words.js';
import { mainCause, surprise } from '../lib/cause.js';
import { About } from '../ui/about.js';
import { Panel } from '../ui/panel.js';
import { Ready } from '../ui/state.js';
import { Amount, Change, Delta, Severity } from '../ui/marks.js';
import { columnUnit } from '../lib/format.js';
import { ActionCard } from '../ui/actioncard.js';

export function SegmentPanel({ id, close }) {
  const catalog = useCatalog();
  const answer = useApi(`/api/segments/${encodeURIComponent(id)}/`);
  return html`<${Panel} id=${id} title=${segmentName(id, catalog.dimensions)} close=${close}
    tools=${html`<${Link} to=${href('/segment', { id })} class="button small">${t('자세히', 'Open')} →<//>`}>
    <${Ready} answer=${answer} height=${400}>${data => html`
      <table class="plain"><thead><tr><th>KPI</th><th class="number">${t('실적', 'Actual')} <span class="unit">(${columnUnit()})</span> <${About} id="last_value" /></th>
        <th class="number">${t('전월 대비', 'On month')} <${About} id="mom" /></th><th class="number">${t('전년 대비', 'On year')} <${About} id="yoy" /></th></tr></thead>
        <tbody>${catalog.kpis.map(kpi => html`<tr><th scope="row">${figureName(kpi.id, catalog)}</th><td class="number"><${Amount} value=${data[kpi.id]} /></td>
          <td class="number"><${Change} id=${kpi.id} changes=${data.changes[kpi.id]} /></td><td class="number"><${Change} id=${kpi.id} changes=${data.changes[kpi.id]} by="yoy" /></td></tr>`)}</tbody></table>
      <section><h3>${t('열린 알림', 'Open alerts')} <${About} id="residual" /></h3>${data.alerts.length === 0
    ? html`<p class="quiet">${t('열린 알림이 없습니다.', 'No open alert.')}</p>`
    : html`<ol class="stories">${data.alerts.map(alert => html`<li><div class="story-head"><${Severity} value=${alert.severity} />
        <strong>${figureName(alert.kpi, catalog)} ${word(alert.alert_type)}</strong><span class="story-number"><${Delta} value=${surprise(alert)} /></span></div>
        <p>${mainCause(alert)}</p></li>`)}</ol>`}</section>
      <section><h3>${t('추천 액션', 'Actions')} <${About} id="worth" /></h3>${data.actions.length === 0
    ? html`<p class="quiet">${t('제안된 액션이 없습니다.', 'No action proposed.')}</p>`
    : data.actions.slice(0, 3).map(action => html`<${ActionCard} action=${action} short />`)}</section>`}<//>
  <//>`;
}

// Two runs side by side: totals, new and closed alerts. Every figure is read from the run that made it.
import { html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useApi } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { columnUnit, count, known } from '../lib/format.js';
import { figureName, word } from '../lib/words.js';
import { Amount, Delta, SegmentLink, Severity } from '../ui/marks.js';
import { Ready } from '../ui/state.js';

const MOST = 200;
const subject = alert => [alert.level, alert.segment_id, alert.kpi, alert.alert_type].join(' ');

export function RunDiff({ newer, older }) {
  const catalog = useCatalog();
  const totals = [useApi('/api/overview/', { run: newer }), useApi('/api/overview/', { run: older })];
  const alerts = [useApi('/api/watchlist/', { run: newer, limit: MOST }), useApi('/api/watchlist/', { run: older, limit: MOST })];
  const waiting = [...totals, ...alerts].find(answer => answer.error || !answer.data) ?? totals[0];
  return html`<${Ready} answer=${waiting} height=${160}>${() => {
    const [now, before] = totals.map(answer => answer.data);
    const lists = alerts.map(answer => answer.data.alerts);
    const had = new Set(lists[1].map(subject));
    const has = new Set(lists[0].map(subject));
    const cut = alerts.some(answer => answer.data.total_count > MOST);
    return html`<div class="columns-2"><div><table class="plain"><thead><tr><th>${t('합계', 'Total')} <span class="unit">(${columnUnit()})</span></th><th class="number">${before.month}</th><th class="number">${now.month}</th><th class="number">${t('변화', 'Change')}</th></tr></thead>
        <tbody>${catalog.kpis.map(kpi => {
    const [a, b] = [now.kpis[kpi.id]?.value, before.kpis[kpi.id]?.value];
    return html`<tr><th scope="row">${figureName(kpi.id, catalog)}</th><td class="number"><${Amount} value=${b} /></td><td class="number"><${Amount} value=${a} /></td><td class="number"><${Delta} value=${known(a) && known(b) ? a - b : undefined} /></td></tr>`;
  })}</tbody></table></div>
      <div><${Alerts} title=${t('새 알림', 'New alerts')} rows=${lists[0].filter(alert => !had.has(subject(alert)))} />
        <${Alerts} title=${t('끝난 알림', 'Closed alerts')} rows=${lists[1].filter(alert => !has.has(subject(alert)))} />
        ${cut && html`<p class="card-note">${t(`각 실행의 상위 ${MOST}건을 비교했습니다.`, `The worst ${MOST} of each run are compared.`)}</p>`}</div></div>`;
  }}<//>`;
}

function Alerts({ title, rows }) {
  const catalog = useCatalog();
  return html`<h3 class="gap">${title} <span class="quiet">${count(rows.length)}</span></h3>
    <ul class="events">${rows.slice(0, 8).map(alert => html`<li><${Severity} value=${alert.severity} /><span><${SegmentLink} id=${alert.segment_id} level=${alert.level} /> <span class="quiet">${figureName(alert.kpi, catalog)} ${word(alert.alert_type)}</span></span></li>`)}</ul>
    ${rows.length > 8 && html`<p class="quiet small">${t(`그 밖 ${rows.length - 8}건`, `and ${rows.length - 8} more`)}</p>`}`;
}

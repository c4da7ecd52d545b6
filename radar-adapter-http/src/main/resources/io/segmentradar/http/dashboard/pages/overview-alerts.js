// Alerts of the month by severity and by type, each a way into the watch-list.
import { html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useCatalog } from '../lib/catalog.js';
import { count } from '../lib/format.js';
import { href, Link } from '../lib/router.js';
import { SEVERITIES, word } from '../lib/words.js';
import { About } from '../ui/about.js';
import { Severity } from '../ui/marks.js';

export function AlertCounts() {
  const { overview } = useCatalog();
  const severities = overview.alerts_by_severity;
  const most = Math.max(1, ...SEVERITIES.map(s => severities[s] ?? 0));
  const types = Object.entries(overview.alerts_by_type).filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]);
  return html`<section class="card" aria-label=${t('조기경보', 'Early warnings')}>
    <header><h2>${t('조기경보', 'Early warnings')}</h2><${About} id="alert_count" />
      <div class="tools small"><${Link} to=${href('/watchlist')}>${t('워치리스트', 'Watch-list')} →<//></div></header>
    <div class="duo">
      <div><strong class="big">${count(overview.open_alert_count)}</strong><span class="quiet">${t(`열린 알림 / 전체 ${count(overview.alert_count)}`, `open of ${count(overview.alert_count)}`)}</span></div>
      <div><strong class="big">${count(overview.risk_segments)}</strong><span class="quiet">${t('위험 세그먼트', 'at risk')} <${About} id="risk_segments" /></span></div>
      <div><strong class="big">${count(overview.growth_segments)}</strong><span class="quiet">${t('성장 세그먼트', 'growing')} <${About} id="growth_segments" /></span></div>
    </div>
    <ul class="tally">${SEVERITIES.map(severity => html`<li><${Link} to=${href('/watchlist', { severity })}>
      <${Severity} value=${severity} /><span class="tally-bar"><i class=${severity} style=${{ width: (100 * (severities[severity] ?? 0)) / most + '%' }}></i></span>
      <span class="number">${count(severities[severity] ?? 0)}</span><//></li>`)}</ul>
    <ul class="types">${types.map(([type, n]) => html`<li><${Link} to=${href('/watchlist', { type })}>${word(type)} <strong>${n}</strong><//></li>`)}</ul>
  </section>`;
}

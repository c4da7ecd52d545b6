// Five issues and five chances of the month, each with its reason and what to do.
import { html } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { useApi } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { chance, known, money, percent } from '../lib/format.js';
import { href, Link } from '../lib/router.js';
import { figureName, word } from '../lib/words.js';
import { mainCause } from '../lib/cause.js';
import { Ready } from '../ui/state.js';
import { Delta, SegmentLink, Severity } from '../ui/marks.js';
import { About } from '../ui/about.js';

const FIVE = 5;

/** Best action of each segment on screen. */
function useActions() {
  const answer = useApi('/api/recommendations/', { limit: 200 });
  const best = new Map();
  (answer.data?.actions ?? []).forEach(action => best.has(action.segment_id) || best.set(action.segment_id, action));
  return best;
}

export function Issues() {
  const catalog = useCatalog();
  const answer = useApi('/api/watchlist/', { open: true, limit: 30 });
  const actions = useActions();
  const bad = alert => alert.alert_type !== 'FORECAST_RISE' && alert.alert_type !== 'SPIKE';
  return html`<section class="card" aria-label=${t('이번 달 문제 5', 'Five issues of the month')}>
    <header><h2>${t('이번 달 문제 5', 'Five issues')}</h2><${About} id="residual" />
      <div class="tools small"><${Link} to=${href('/watchlist')}>${t('모두 보기', 'All')} →<//></div></header>
    <${Ready} answer=${answer} height=${300} empty=${{ when: data => !data.alerts.some(bad), title: t('열린 문제가 없습니다', 'No open issue'), text: t('새 실행에서 알림이 나오면 여기에 보입니다.', 'Alerts of the next run will show here.') }}>
      ${data => html`<ol class="stories">${data.alerts.filter(bad).slice(0, FIVE).map(alert => html`<li>
        <div class="story-head"><${Severity} value=${alert.severity} /><strong><${SegmentLink} id=${alert.segment_id} level=${alert.level} /></strong>
          <span class="story-number"><${Delta} value=${alert.residual} write=${money} title=${label(alert.message)} /></span></div>
        <p>${figureName(alert.kpi, catalog)} ${word(alert.alert_type)} · ${mainCause(alert)}</p>
        <${ToDo} action=${actions.get(alert.segment_id)} alert=${alert} />
      </li>`)}</ol>`}
    <//>
  </section>`;
}

export function Chances() {
  const catalog = useCatalog();
  const kpi = catalog.kpis[0].id;
  const answer = useApi('/api/forecasts/', { kpi, horizon: 3, level: 'segment', sort_by: 'change', sort_order: 'desc', page_size: 40 });
  const actions = useActions();
  const likely = row => known(row.change) && row.change > 0 && (row.probability_of_rise ?? 0) >= 0.6;
  return html`<section class="card" aria-label=${t('이번 달 기회 5', 'Five chances of the month')}>
    <header><h2>${t('이번 달 기회 5', 'Five chances')}</h2><${About} id="forecast" />
      <div class="tools small"><${Link} to=${href('/growth')}>${t('모두 보기', 'All')} →<//></div></header>
    <${Ready} answer=${answer} height=${300} empty=${{ when: data => !data.forecasts.some(likely), title: t('뚜렷한 기회가 없습니다', 'No clear chance'), text: t('3개월 안에 오를 확률이 60% 이상인 세그먼트가 여기에 보입니다.', 'Segments that will rise within 3 months with a probability of at least 60% show here.') }}>
      ${data => html`<ol class="stories">${data.forecasts.filter(likely).slice(0, FIVE).map(row => html`<li>
        <div class="story-head"><strong><${SegmentLink} id=${row.segment_id} /></strong>
          <span class="story-number"><${Delta} value=${row.change} write=${money} title=${t(`현재 ${money(row.last_value)} → 예측 ${money(row.predicted_value)}`, `${money(row.last_value)} now → ${money(row.predicted_value)} expected`)} /></span></div>
        <p>${t(`${figureName(kpi, catalog)}이 3개월 뒤 ${money(row.predicted_value)} (${money(row.lower_bound)} ~ ${money(row.upper_bound)})`, `${figureName(kpi, catalog)} in 3 months ${money(row.predicted_value)} (${money(row.lower_bound)} to ${money(row.upper_bound)})`)}
          · ${t(`${chance(row.probability_of_rise)} 오름`, `rises ${chance(row.probability_of_rise)}`)}${known(row.change_rate) && row.change_rate < 10 ? ` · ${t('현재의', 'of today')} ${percent(row.change_rate, 0)}` : ''}</p>
        <${ToDo} action=${actions.get(row.segment_id)} />
      </li>`)}</ol>`}
    <//>
  </section>`;
}

function ToDo({ action, alert }) {
  if (action) {
    return html`<p class="todo"><span aria-hidden="true">→</span> <${Link} to=${href('/segment', { id: action.segment_id })}>${label(action.title)}<//>
      <span class="quiet"> · ${word(action.owner)} · ${t(`${action.due}까지`, `by ${action.due}`)}</span></p>`;
  }
  return html`<p class="todo quiet">${alert && alert.level !== 'segment'
    ? html`<${Link} to=${href('/watchlist', { open: alert.alert_id })}>${t('아래 세그먼트 보기', 'See the segments below')}<//>`
    : t('제안된 액션 없음', 'No action proposed')}</p>`;
}

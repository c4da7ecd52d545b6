// Five issues and five chances of the month, chosen once for pages and report, each with its reason and what to do.
import { html } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { useApi } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { chance, known, money, percent } from '../lib/format.js';
import { href, Link } from '../lib/router.js';
import { figureName, word } from '../lib/words.js';
import { mainCause, surprise } from '../lib/cause.js';
import { Ready } from '../ui/state.js';
import { Delta, SegmentLink, Severity } from '../ui/marks.js';
import { About } from '../ui/about.js';

const FIVE = 5;

export function Issues() {
  const catalog = useCatalog();
  const answer = useApi('/api/highlights/', { limit: FIVE });
  return html`<section class="card" aria-label=${t('이번 달 문제 5', 'Five issues of the month')}>
    <header><h2>${t('이번 달 문제 5', 'Five issues')}</h2><${About} id="residual" />
      <div class="tools small"><${Link} to=${href('/watchlist')}>${t('모두 보기', 'All')} →<//></div></header>
    <${Ready} answer=${answer} height=${300} empty=${{ when: data => data.issues.length === 0, title: t('열린 문제가 없습니다', 'No open issue'), text: t('새 실행에서 알림이 나오면 여기에 보입니다.', 'Alerts of the next run will show here.') }}>
      ${data => html`<ol class="stories">${data.issues.map(({ alert, action }) => html`<li>
        <div class="story-head"><${Severity} value=${alert.severity} /><strong><${SegmentLink} id=${alert.segment_id} level=${alert.level} alert=${alert.alert_id} /></strong>
          <span class="story-number"><${Delta} value=${surprise(alert)} write=${money} title=${label(alert.message)} /></span></div>
        <p>${figureName(alert.kpi, catalog)} ${word(alert.alert_type)} · ${mainCause(alert)}</p>
        <${ToDo} action=${action} />
      </li>`)}</ol>`}
    <//>
  </section>`;
}

export function Chances() {
  const catalog = useCatalog();
  const answer = useApi('/api/highlights/', { limit: FIVE });
  return html`<section class="card" aria-label=${t('이번 달 기회 5', 'Five chances of the month')}>
    <header><h2>${t('이번 달 기회 5', 'Five chances')}</h2><${About} id="forecast" />
      <div class="tools small"><${Link} to=${href('/growth')}>${t('모두 보기', 'All')} →<//></div></header>
    <${Ready} answer=${answer} height=${300} empty=${{ when: data => data.chances.length === 0, title: t('뚜렷한 기회가 없습니다', 'No clear chance'), text: t('3개월 안에 오를 확률이 80% 이상인 세그먼트가 여기에 보입니다.', 'Segments that will rise within 3 months with a probability of at least 80% show here.') }}>
      ${data => html`<ol class="stories">${data.chances.map(({ forecast: row, action }) => html`<li>
        <div class="story-head"><strong><${SegmentLink} id=${row.segment_id} kpi=${row.target_kpi} /></strong>
          <span class="story-number"><${Delta} value=${row.change} write=${money} title=${t(`현재 ${money(row.last_value)} → 예측 ${money(row.predicted_value)}`, `${money(row.last_value)} now → ${money(row.predicted_value)} expected`)} /></span></div>
        <p>${t(`${figureName(row.target_kpi, catalog)} 3개월 뒤 ${money(row.predicted_value)} (${money(row.lower_bound)} ~ ${money(row.upper_bound)})`, `${figureName(row.target_kpi, catalog)} in 3 months ${money(row.predicted_value)} (${money(row.lower_bound)} to ${money(row.upper_bound)})`)}
          · ${t(`${chance(row.probability_of_rise)} 오름`, `rises ${chance(row.probability_of_rise)}`)}${known(row.change_rate) && row.change_rate < 10 ? ` · ${t('현재 대비', 'on today')} +${percent(row.change_rate, 0)}` : ''}</p>
        <${ToDo} action=${action} />
      </li>`)}</ol>`}
    <//>
  </section>`;
}

function ToDo({ action }) {
  return action
    ? html`<p class="todo"><span aria-hidden="true">→</span> <${Link} to=${href('/segment', { id: action.segment_id })}>${label(action.title)}<//>
        <span class="quiet"> · ${word(action.owner)} · ${t(`${action.due}까지`, `by ${action.due}`)}</span></p>`
    : html`<p class="todo quiet">${t('이 일에 맞는 계획된 액션 없음', 'No action planned for this')}</p>`;
}

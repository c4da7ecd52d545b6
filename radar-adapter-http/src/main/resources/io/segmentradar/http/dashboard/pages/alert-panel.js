// An alert beside the watch-list: cause, who calls, case; and the alerts below it.
import { html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useApi } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { numberOf } from '../lib/format.js';
import { href, Link } from '../lib/router.js';
import { keyValues, segmentName, word } from '../lib/words.js';
import { SegmentLink } from '../ui/marks.js';
import { ActionCard } from '../ui/actioncard.js';
import { Panel } from '../ui/panel.js';
import { Ready } from '../ui/state.js';
import { AlertDetail } from './alert-detail.js';

/** The key values that an aggregate fixes, as filters. */
const keysOf = (alert, catalog) => Object.fromEntries(keyValues(alert.segment_id).map((value, d) => [catalog.dimensions[d].id, value]).filter(([, value]) => value !== '*'));

export function AlertPanel({ alert, close, next }) {
  const catalog = useCatalog();
  const isSegment = alert.level === 'segment';
  const actions = useApi('/api/recommendations/', isSegment ? { segment_id: alert.segment_id, limit: 5 } : { ...keysOf(alert, catalog), planned: true, limit: 5 });
  return html`<${Panel} id=${alert.alert_id} title=${segmentName(alert.segment_id, catalog.dimensions)} close=${close}
    tools=${html`<button class="button small" type="button" onClick=${next}>${t('다음', 'Next')} <kbd>j</kbd></button>
      ${isSegment && html`<${Link} to=${href('/segment', { id: alert.segment_id, alert: alert.alert_id })} class="button small">${t('자세히', 'Open')} →<//>`}`}>
    ${alert.parent_id && html`<p class="small"><${Link} to=${href('/watchlist', { open: alert.parent_id })}>${t('상위 알림 보기', 'See the wider alert')}<//></p>`}
    <${AlertDetail} key=${alert.alert_id} alert=${alert} />
    <section><h3>${isSegment ? t('누가 무엇을 하나', 'Who does what') : t('이 안에서 누가 무엇을 하나', 'Who does what in it')}</h3><${Ready} answer=${actions} height=${90}>${data => (data.actions.length === 0
    ? html`<p class="quiet">${t('제안된 액션이 없습니다.', 'No action proposed.')}</p>`
    : data.actions.slice(0, 3).map(action => html`${!isSegment && html`<p class="small"><${SegmentLink} id=${action.segment_id} /></p>`}<${ActionCard} key=${action.action_id} action=${action} short=${!isSegment} />`))}<//></section>
    ${alert.children?.length > 0 && html`<section><h3>${t('이 알림에 포함된 알림', 'Alerts below')}</h3><p><${Link} to=${href('/watchlist', { open: alert.children[0] })}>${t(`${alert.children.length}건`, numberOf(alert.children.length, 'alert'))} · ${word('segment')}<//></p></section>`}
  <//>`;
}

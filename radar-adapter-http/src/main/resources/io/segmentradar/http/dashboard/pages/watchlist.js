// "Whom do we call first?": alerts by rank, grouped or not, worked on in place, in bulk and by keyboard.
import { html, useState } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { address, forget, useWhole } from '../lib/api.js';
import { useStore } from '../lib/store.js';
import { user } from '../lib/user.js';
import { useCatalog } from '../lib/catalog.js';
import { count, numberOf } from '../lib/format.js';
import { useQuery } from '../lib/router.js';
import { useKeys } from '../lib/keys.js';
import { figureName, keyWord, segmentName, SEVERITIES, STATUSES, word } from '../lib/words.js';
import { Chips, Choice, ExportLinks, KeyFilters, useKeyFilters } from '../ui/filters.js';
import { PageHead } from '../ui/pagehead.js';
import { Ready } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { say } from '../ui/toast.js';
import { alertColumns } from './watchlist-columns.js';
import { arrange } from './watchlist-groups.js';
import { AlertPanel } from './alert-panel.js';
import { Bulk } from './watchlist-bulk.js';
import { changeCase } from './case.js';

export function Watchlist() {
  const catalog = useCatalog();
  const [read, write] = useQuery();
  const keys = useKeyFilters();
  const me = useStore(user);
  const [selected, select] = useState(new Set());
  const filter = { ...keys, severity: read('severity'), type: read('type'), kpi: read('kpi'), level: read('level'), status: read('status'), assignee: read('mine') ? me : '' };
  const answer = useWhole('/api/watchlist/', filter, 'alerts');
  const alerts = matching(answer.data?.alerts ?? [], read('q'), catalog);
  const sort = { by: read('sort', 'rank'), order: read('order', 'asc') };
  const rows = arrange(alerts, read('group', 'parent'), sort, catalog);
  const list = rows.filter(row => !row.group);
  const open = read('open');
  const at = list.findIndex(row => row.alert_id === open);

  const step = n => list.length && write({ open: list[Math.max(0, Math.min(list.length - 1, at + n))].alert_id }, { replace: true });
  const acknowledge = async alert => {
    if (alert && alert.case.status === 'NEW') {
      await changeCase(alert, { status: 'ACKNOWLEDGED', ...(me ? { assignee: me } : {}) }).then(() => say(t('확인 처리했습니다', 'Acknowledged')), error => { say(error.message); forget(); });
    }
  };
  useKeys({
    j: () => step(1), k: () => step(at < 0 ? 1 : -1),
    x: () => {
      if (at < 0) {
        return false;
      }
      const next = new Set(selected);
      next[next.has(open) ? 'delete' : 'add'](open);
      return select(next);
    },
    e: () => acknowledge(list[at]),
    Escape: () => (open ? write({ open: null }) : selected.size ? select(new Set()) : false),
  });
  const names = [['severity', t('심각도', 'Severity')], ['type', t('유형', 'Type')], ['kpi', 'KPI', id => figureName(id, catalog)], ['level', t('수준', 'Level')],
    ['status', t('상태', 'Status')], ['q', t('이름', 'Name'), v => v], ...catalog.dimensions.map(d => [d.id, label(d.label), value => keyWord(d, value)])];
  return html`<${PageHead} title=${t('어디에 먼저 전화하나?', 'Whom do we call first?')} actions=${html`<${ExportLinks} name="watchlist" url=${address('/api/watchlist/', filter)} />`}>
      ${answer.data && counted(list)}<//>
    <div class="filters">
      <input type="search" aria-label=${t('이름으로 거르기', 'Filter by name')} placeholder=${t('이름으로 거르기', 'Filter by name')} value=${read('q')} onInput=${event => write({ q: event.currentTarget.value }, { replace: true })} />
      <${Choice} name="severity" title=${t('심각도', 'Severity')} any=${t('심각도: 전체', 'Any severity')} options=${SEVERITIES.map(s => [s, word(s)])} />
      <${Choice} name="type" title=${t('유형', 'Type')} any=${t('유형: 전체', 'Any type')} options=${catalog.alert_type.map(a => [a.value, `${word(a.value)} (${a.count})`])} />
      <${Choice} name="kpi" title="KPI" any=${t('KPI: 전체', 'Any KPI')} options=${catalog.kpis.map(k => [k.id, figureName(k.id, catalog)])} />
      <${Choice} name="level" title=${t('수준', 'Level')} any=${t('수준: 전체', 'Any level')} options=${catalog.level.map(l => [l.value, `${word(l.value)} (${l.count})`])} />
      <${Choice} name="status" title=${t('상태', 'Status')} any=${t('상태: 전체', 'Any status')} options=${STATUSES.map(s => [s, word(s)])} />
      <${KeyFilters} />
      <${Choice} name="group" title=${t('묶기', 'Group')} otherwise="parent" options=${[['parent', t('상위 알림별', 'By parent')], ['none', t('묶지 않음', 'No groups')], ['severity', t('심각도별', 'By severity')], ['age', t('지속 기간별', 'By age')], ['money', t('영향 금액별', 'By money')]]} />
      ${me && html`<label class="button"><input type="checkbox" checked=${Boolean(read('mine'))} onChange=${event => write({ mine: event.currentTarget.checked || null })} />${t('내 알림', 'Mine')}</label>`}
    </div>
    <${Chips} names=${names} />
    <${Ready} answer=${answer} height=${420} empty=${{ when: () => list.length === 0, title: t('조건에 맞는 알림이 없습니다', 'No alert fits'), text: t('필터를 풀거나, 이번 달에 예측을 벗어난 세그먼트가 없다는 뜻입니다.', 'Remove a filter; or nothing left its interval this month.') }}>
      ${() => html`<div class="card flush"><${Table} label=${t('워치리스트', 'Watch-list')} tall columns=${alertColumns(catalog)} rows=${rows} keyOf=${row => row.alert_id} sort=${sort}
          onSort=${(by, order) => write({ sort: by === 'rank' ? null : by, order: by === 'rank' ? null : order })}
          selected=${selected} onSelect=${select} current=${open || undefined} onOpen=${row => write({ open: row.alert_id })} rowClass=${row => (row.depth ? 'child' : '')} />
        ${selected.size > 0 && html`<${Bulk} alerts=${list.filter(row => selected.has(row.alert_id))} done=${() => select(new Set())} />`}</div>`}
    <//>
    ${at >= 0 && html`<${AlertPanel} alert=${list[at]} close=${() => write({ open: null })} next=${() => step(1)} />`}`;
}

function counted(list) {
  const folded = list.filter(row => row.depth).length;
  const own = list.length - folded;
  return folded
    ? t(`알림 ${count(own)}건, 같은 원인으로 묶인 알림 ${count(folded)}건`, `${numberOf(own, 'alert')}, ${count(folded)} more explained by them`)
    : t(`알림 ${count(own)}건`, numberOf(own, 'alert'));
}

function matching(alerts, text, catalog) {
  const wanted = text.trim().toLowerCase();
  return wanted ? alerts.filter(alert => segmentName(alert.segment_id, catalog.dimensions).toLowerCase().includes(wanted)) : alerts;
}

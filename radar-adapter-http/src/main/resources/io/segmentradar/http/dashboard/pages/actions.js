// "Who does what by when?": the month's plan by owner and province, each action with its worth, reason and outcome.
import { html } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { address, useWhole } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { columnUnit, count, decimal, numberOf, ownUnit } from '../lib/format.js';
import { useQuery } from '../lib/router.js';
import { useKeys } from '../lib/keys.js';
import { word } from '../lib/words.js';
import { sums } from '../lib/plan.js';
import { Chips, Choice, ExportLinks, KeyFilters, useKeyFilters } from '../ui/filters.js';
import { About } from '../ui/about.js';
import { PageHead } from '../ui/pagehead.js';
import { Ready } from '../ui/state.js';
import { Amount, SegmentLink, SmallAmount } from '../ui/marks.js';
import { Table } from '../ui/table.js';
import { planWord } from '../ui/actioncard.js';
import { ActionPanel } from './action-panel.js';
import { PlanLimits } from './plan-limits.js';


export function Actions() {
  const catalog = useCatalog();
  const [read, write] = useQuery();
  const keys = useKeyFilters();
  const planned = read('planned', 'true');
  const filter = { ...keys, owner: read('owner'), category: read('category'), action_type: read('type'), planned: planned === 'all' ? '' : planned };
  const answer = useWhole('/api/recommendations/', filter, 'actions');
  const everyone = useWhole('/api/recommendations/', { planned: planned === 'all' ? '' : planned }, 'actions');
  const actions = answer.data?.actions ?? [];
  const sort = { by: read('sort', 'rank'), order: read('order', 'asc') };
  const rows = [...actions].sort((a, b) => {
    const [x, y] = [a[sort.by], b[sort.by]];
    return (sort.order === 'desc' ? -1 : 1) * (typeof x === 'string' ? x.localeCompare(y, 'ko') : (x ?? -Infinity) - (y ?? -Infinity)) || a.rank - b.rank;
  });
  const open = read('open');
  const at = rows.findIndex(row => row.action_id === open);
  const step = n => rows.length && write({ open: rows[Math.max(0, Math.min(rows.length - 1, at + n))].action_id }, { replace: true });
  useKeys({ j: () => step(1), k: () => step(at < 0 ? 1 : -1), Escape: () => (open ? write({ open: null }) : false) });
  const types = new Set((everyone.data?.actions ?? []).map(action => action.action_type));
  const owners = [...new Set((everyone.data?.actions ?? []).map(action => action.owner))];
  return html`<${PageHead} title=${t('누가 무엇을 언제까지 하나?', 'Who does what by when?')} actions=${html`<${ExportLinks} name="actions" url=${address('/api/recommendations/', filter)} />`}>
      ${answer.data && t(`액션 ${count(answer.data.total_count)}건`, numberOf(answer.data.total_count, 'action'))}<//>
    <div class="filters">
      <${Choice} name="planned" title=${t('계획', 'Plan')} otherwise="true" options=${[['true', t('계획된 것', 'Planned')], ['false', t('계획 밖', 'Not planned')], ['all', t('전체', 'All')]]} />
      <${Choice} name="owner" title=${t('담당', 'Owner')} any=${t('담당: 전체', 'Any owner')} options=${owners.map(owner => [owner, word(owner)])} />
      <${Choice} name="category" title=${t('분류', 'Category')} any=${t('분류: 전체', 'Any category')} options=${catalog.category.map(c => [c.value, `${word(c.value)} (${c.count})`])} />
      <${Choice} name="type" title=${t('유형', 'Type')} any=${t('유형: 전체', 'Any type')} options=${catalog.action_type.filter(a => types.has(a.value)).map(a => [a.value, `${typeName(a.value, everyone.data)} (${a.count})`])} />
      <${KeyFilters} />
    </div>
    <${Chips} names=${[['owner', t('담당', 'Owner')], ['category', t('분류', 'Category')], ['type', t('유형', 'Type'), value => typeName(value, everyone.data)], ...catalog.dimensions.map(d => [d.id, label(d.label), value => value])]} />
    <${Ready} answer=${answer} height=${420} empty=${{ when: data => data.actions.length === 0, title: t('조건에 맞는 액션이 없습니다', 'No action fits'), text: t('필터를 풀거나 계획 밖 액션을 보세요.', 'Remove a filter, or look at what is not planned.') }}>
      ${data => html`<div class="grid">
        <div class="span-12"><div class="card flush"><${Table} label=${t('추천 액션', 'Actions')} tall columns=${columns()} rows=${rows} keyOf=${row => row.action_id} sort=${sort}
          onSort=${(by, order) => write({ sort: by === 'rank' ? null : by, order: by === 'rank' ? null : order })} current=${open || undefined} onOpen=${row => write({ open: row.action_id })} /></div></div>
        <div class="span-12 columns-2 top">
          <div class="stack"><${Sums} title=${t('담당별', 'By owner')} rows=${sums(actions, action => word(action.owner))} />
            ${catalog.dimensions[1] && html`<${Sums} title=${t('지역별', 'By province')} rows=${sums(actions, action => action.segment_info?.[catalog.dimensions[1].id] ?? '–')} />`}</div>
          <div class="stack"><${PlanLimits} /></div>
        </div></div>`}
    <//>
    ${at >= 0 && html`<${ActionPanel} action=${rows[at]} close=${() => write({ open: null })} next=${() => step(1)} />`}`;
}

const typeName = (type, data) => label(data?.actions.find(action => action.action_type === type)?.title) || word(type);

function columns() {
  return [
    { id: 'segment_id', name: t('세그먼트', 'Segment'), sortable: true, cell: row => html`<span class="clip"><${SegmentLink} id=${row.segment_id} /></span>` },
    { id: 'rank', name: t('순위', 'Rank'), number: true, sortable: true, about: 'action_rank', cell: row => row.rank },
    { id: 'title', name: t('무엇을', 'What'), cell: row => html`<span class="clip narrow" title=${label(row.reason)}>${label(row.title) || word(row.action_type)}</span>` },
    { id: 'owner', name: t('누가', 'Who'), sortable: true, cell: row => html`<span class="nowrap">${word(row.owner)}</span>` },
    { id: 'due', name: t('언제까지', 'By'), sortable: true, cell: row => html`<span class="nowrap">${row.due}</span>` },
    { id: 'value', name: t('기대 가치', 'Value'), unit: ownUnit(), number: true, sortable: true, about: 'worth', cell: row => html`<${SmallAmount} value=${row.value} />` },
    { id: 'amount_at_stake', name: t('대상 금액', 'Amount'), unit: columnUnit(), number: true, sortable: true, about: 'amount_at_stake', cell: row => html`<${Amount} value=${row.amount_at_stake} />` },
    { id: 'hours', name: t('시간', 'Hours'), number: true, sortable: true, about: 'hours', cell: row => decimal(row.hours, 1) },
    { id: 'channel', name: t('방법', 'Channel'), cell: row => word(row.channel) },
    { id: 'planned', name: t('계획', 'Plan'), cell: planWord },
    { id: 'outcome', name: t('결과', 'Outcome'), cell: row => (row.outcome ? word(row.outcome.status) : '') },
  ];
}

function Sums({ title, rows }) {
  const most = Math.max(...rows.map(row => row.value), 1e-9);
  return html`<section class="card" aria-label=${title}><header><h2>${title}</h2><${About} id="worth" /><span class="tag assumed">${t('가정', 'Assumed')}</span></header>
    <table class="plain"><thead><tr><th></th><th class="number">${t('건', 'n')}</th><th class="number">${t('시간', 'Hours')}</th><th class="number">${t('가치', 'Value')} <span class="unit">(${ownUnit()})</span></th></tr></thead>
      <tbody>${rows.map(row => html`<tr><th scope="row">${row.key}<span class="meter" style=${{ display: 'block', width: '100%', height: '3px' }} aria-hidden="true"><i style=${{ width: (100 * Math.max(0, row.value)) / most + '%' }}></i></span></th>
        <td class="number">${count(row.n)}</td><td class="number">${decimal(row.hours, 0)}</td><td class="number"><${SmallAmount} value=${row.value} /></td></tr>`)}</tbody></table></section>`;
}

// Columns of the watch-list.
import { html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { columnUnit, percent } from '../lib/format.js';
import { figureName, segmentName, word } from '../lib/words.js';
import { mainCause, surprise } from '../lib/cause.js';
import { Amount, Delta, SegmentLink, Severity, Status } from '../ui/marks.js';

export function alertColumns(catalog) {
  return [
    { id: 'segment', name: t('세그먼트', 'Segment'), sortable: true, cell: row => html`<span class="narrow-only"><${Severity} value=${row.severity} bare /> </span><span class="clip" title=${segmentName(row.segment_id, catalog.dimensions)}>${row.level === 'segment'
      ? html`<${SegmentLink} id=${row.segment_id} />` : html`<strong>${segmentName(row.segment_id, catalog.dimensions)}</strong> <span class="tag">${word(row.level)}</span>`}</span>` },
    { id: 'rank', name: t('순위', 'Rank'), number: true, sortable: true, about: 'alert_rank', cell: row => row.rank },
    { id: 'severity', name: t('심각도', 'Severity'), sortable: true, about: 'severity', cell: row => html`<${Severity} value=${row.severity} />` },
    { id: 'kpi', name: 'KPI', sortable: true, cell: row => html`<span class="nowrap">${figureName(row.kpi, catalog)}</span>` },
    { id: 'type', name: t('유형', 'Type'), sortable: true, cell: row => html`<span class="nowrap">${word(row.alert_type)}</span>` },
    { id: 'residual', name: t('예측 대비 차이', 'Surprise'), unit: columnUnit(), number: true, sortable: true, about: 'residual', cell: row => html`<${Delta} value=${surprise(row)} />` },
    { id: 'impact', name: t('영향 금액', 'At stake'), unit: columnUnit(), number: true, sortable: true, about: 'impact', cell: row => html`<${Amount} value=${row.impact} />` },
    { id: 'probability', name: t('확실성', 'Certainty'), number: true, sortable: true, about: 'probability', cell: row => percent(row.probability, 0) },
    { id: 'cause', name: t('변동 원인', 'Cause'), cell: row => html`<span class="narrow-only"><${Severity} value=${row.severity} bare /> </span><span class="clip" title=${mainCause(row)}>${mainCause(row)}</span>` },
    { id: 'age_months', name: t('지속', 'Age'), unit: t('개월', 'months'), number: true, sortable: true, about: 'age', cell: row => (row.age_months === 0 ? t('신규', 'new') : row.age_months) },
    { id: 'status', name: t('상태', 'Status'), sortable: true, cell: row => html`<${Status} value=${row.case.status} />` },
    { id: 'assignee', name: t('담당자', 'Assignee'), sortable: true, cell: row => row.case.assignee ?? '' },
  ];
}

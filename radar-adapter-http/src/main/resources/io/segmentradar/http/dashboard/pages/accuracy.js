// "How often are we right?": back-test in money against naive forecasts, and whether intervals keep their promise.
import { html, useMemo } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { address, useApi } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { count, decimal, percent } from '../lib/format.js';
import { useQuery } from '../lib/router.js';
import { figureName, monthWord, word } from '../lib/words.js';
import { Choice, ExportLinks } from '../ui/filters.js';
import { ChartCard } from '../ui/chart.js';
import { PageHead } from '../ui/pagehead.js';
import { Ready } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { calibrationOption, calibrationTable, errorOption, errorTable } from '../charts/calibration.js';

const sizeName = size => ({ all: t('모든 규모', 'All sizes'), small: t('소형', 'Small'), medium: t('중형', 'Medium'), large: t('대형', 'Large') })[size] ?? size;
const PUBLISHED = 'published';
const ALL_SIZES = 'all';
/** Beyond it the mean is made by a few nearly constant series and says nothing. */
const MASE_MOST = 10;
const NAIVES = ['naive', 'seasonal_naive', 'mean_3'];

export function Accuracy() {
  const catalog = useCatalog();
  const [read] = useQuery();
  const answer = useApi('/api/accuracy/');
  const level = read('level', 'segment');
  const size = read('size', ALL_SIZES);
  return html`<${PageHead} title=${t('예측은 얼마나 맞나?', 'How often are we right?')} actions=${html`<${ExportLinks} name="accuracy" url=${address('/api/accuracy/')} />`}>
      ${t('모형이 보지 않은 달로만 잰 백테스트, 금액 기준', 'Back-test on months the models have not seen, in money')}<//>
    <${Ready} answer=${answer} height=${480} empty=${{ when: data => data.accuracy.length === 0, title: t('백테스트가 없습니다', 'No back-test'), text: t('이력이 짧으면 백테스트를 하지 않습니다. 더 긴 자료로 실행하세요.', 'Too short a history for a back-test; run on more months.') }}>
      ${data => html`<${Tables} rows=${data.accuracy} level=${level} size=${size} catalog=${catalog} />`}<//>`;
}

/** Published rows with the best naive of the same KPI, horizon, level and size beside each. */
function published(rows, level, size, catalog) {
  const fits = row => row.level === level && row.size_class === size;
  const order = id => catalog.kpis.findIndex(kpi => kpi.id === id);
  return rows.filter(row => fits(row) && row.model === PUBLISHED).map(row => {
    const naive = rows.filter(other => fits(other) && NAIVES.includes(other.model) && other.kpi === row.kpi && other.horizon === row.horizon && other.wape !== null)
      .sort((a, b) => a.wape - b.wape)[0];
    return { ...row, name: figureName(row.kpi, catalog), naive };
  }).sort((a, b) => order(a.kpi) - order(b.kpi) || a.horizon - b.horizon);
}

function Tables({ rows, level, size, catalog }) {
  const levels = [...new Set(rows.map(row => row.level))];
  const sizes = [...new Set(rows.map(row => row.size_class))];
  const shown = useMemo(() => published(rows, level, size, catalog), [rows, level, size]);
  const calibrated = shown.filter(row => row.coverage90 !== null);
  return html`<div class="filters">
      <${Choice} name="level" title=${t('수준', 'Level')} otherwise="segment" options=${levels.map(l => [l, word(l)])} />
      <${Choice} name="size" title=${t('규모', 'Size')} otherwise=${ALL_SIZES} options=${sizes.map(s => [s, sizeName(s)])} />
    </div>
    <div class="grid">
      <div class="span-6"><${ChartCard} title=${t('오차와 가장 좋은 단순 예측', 'Error against the best naive')} about="wape" file="error" height=${shown.length * 20 + 40} watch=${shown}
        draw=${color => errorOption(color, shown)} table=${errorTable(shown)} note=${t('막대는 WAPE, 세로 금은 가장 좋은 단순 예측의 WAPE. 막대가 금보다 짧으면 더 낫습니다. 오른쪽 숫자는 몇 개월 뒤인지.', 'Bars: WAPE; ticks: the best naive. Shorter is better. The digit is months ahead.')} /></div>
      <div class="span-6"><${ChartCard} title=${t('약속한 적중률과 관측한 적중률', 'Promised and observed coverage')} about="coverage" file="coverage" height=${shown.length * 20 + 40} watch=${calibrated}
        draw=${color => calibrationOption(color, calibrated, [...new Set(calibrated.map(row => row.name))])} table=${calibrationTable(calibrated)}
        note=${t('● 1개월 ■ 2개월 ▲ 3개월 뒤. 점선은 약속한 90%. 왼쪽이면 구간이 좁고, 오른쪽이면 넓습니다.', '● 1 ■ 2 ▲ 3 months ahead; dashes: the promised 90%. Left of it intervals are too narrow, right too wide.')} /></div>
      <div class="span-12"><div class="card flush"><${Table} label=${t('백테스트', 'Back-test')} columns=${columns()} rows=${shown} keyOf=${row => row.kpi + row.horizon} /></div></div>
    </div>`;
}

const columns = () => [
  { id: 'kpi', name: 'KPI', cell: row => row.name },
  { id: 'horizon', name: t('시점', 'Ahead'), cell: row => monthWord(row.horizon) },
  { id: 'wape', name: 'WAPE', number: true, about: 'wape', cell: row => percent(row.wape) },
  { id: 'naive', name: t('가장 좋은 단순 예측', 'Best naive'), number: true, about: 'naive', cell: row => (row.naive ? html`<span title=${word(row.naive.model)}>${percent(row.naive.wape)}</span>` : '–') },
  { id: 'skill', name: t('개선', 'Skill'), number: true, about: 'skill', cell: row => percent(row.skill) },
  { id: 'mase', name: 'MASE', number: true, about: 'mase', cell: row => (row.mase > MASE_MOST ? html`<span title=${t('작년과 거의 같은 세그먼트가 있으면 평균이 커져 뜻이 없습니다', 'Segments that hardly change from year to year blow up the mean')}>${t(`${MASE_MOST} 초과`, `over ${MASE_MOST}`)}</span>` : decimal(row.mase)) },
  { id: 'bias', name: t('편향', 'Bias'), number: true, about: 'bias', cell: row => percent(row.bias) },
  { id: 'coverage', name: t('적중률 90%', 'Coverage 90%'), number: true, about: 'coverage', cell: row => percent(row.coverage90) },
  { id: 'better', name: t('우연일 가능성', 'By luck'), number: true, about: 'luck', cell: row => percent(row.diebold_mariano) },
  { id: 'n', name: 'n', number: true, about: 'n', cell: row => count(row.n) },
];

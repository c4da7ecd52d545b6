// "What does the exchange rate do to whom?": regime with its probabilities, who is exposed, opportunity and risk.
import { html } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { address, useApi } from '../lib/api.js';
import { useCatalog } from '../lib/catalog.js';
import { count, decimal, known, month, ownMoney, ownUnit, percent } from '../lib/format.js';
import { useQuery } from '../lib/router.js';
import { figureName } from '../lib/words.js';
import { Choice, ExportLinks, KeyFilters, useKeyFilters } from '../ui/filters.js';
import { About } from '../ui/about.js';
import { ChartCard } from '../ui/chart.js';
import { PageHead } from '../ui/pagehead.js';
import { Empty, Ready } from '../ui/state.js';
import { Delta, SegmentLink } from '../ui/marks.js';
import { Table } from '../ui/table.js';
import { rateOption, rateTable } from '../charts/rate.js';

const PAGE = 50;
const KINDS = ['EXPORTER', 'IMPORTER', 'BALANCED'];
const FACTORS = () => ({ size: t('규모', 'size'), momentum: t('추세', 'momentum'), exposure: t('노출', 'exposure'), stress: t('자금 사정', 'stress'), regime: t('환율 국면', 'regime') });
const kindName = kind => ({ EXPORTER: t('수출형', 'Exporter'), IMPORTER: t('수입형', 'Importer'), BALANCED: t('균형형', 'Balanced') })[kind];
const volatilityName = name => ({ LOW: t('낮음', 'low'), MEDIUM: t('보통', 'medium'), HIGH: t('높음', 'high') })[name];

export function Fx() {
  const answer = useApi('/api/fx/');
  const keys = useKeyFilters();
  const [read] = useQuery();
  const query = { ...keys, kind: read('kind'), fx_grade: read('fx_grade'), sort: read('sort', 'priority') };
  return html`<${PageHead} title=${t('환율이 누구에게 무엇을 하나?', 'What does the exchange rate do to whom?')} actions=${html`<${ExportLinks} name="fx-segments" url=${address('/api/fx/segments/', query)} />`}>
      ${t('국면과 점수는 그 달까지 알려진 환율만으로 말합니다', 'Regime and scores use only what was known by then')}<//>
    <${Ready} answer=${answer} height=${420}>${data => html`
      ${data.status !== 'KNOWN' && html`<section class="card" role="note"><${Empty} title=${t('환율 국면을 말할 수 없습니다', 'No regime can be told')}>${label(data.message)}<//></section>`}
      ${data.regime && html`<div class="grid">
        <div class="span-4"><${Regime} regime=${data.regime} /></div>
        <div class="span-4"><${Outlook} hidden=${data.hidden} /></div>
        <div class="span-4"><${Skill} hidden=${data.hidden} /></div>
        <div class="span-12"><${ChartCard} title=${data.hidden ? t('환율과 급변 국면 확률', 'Rate and probability of turbulence') : t('원/달러 환율', 'USD/KRW')} about="fx_rate" file="fx-regime" height=${260} watch=${data}
          draw=${color => rateOption(color, data.history)} table=${rateTable(data.history)}
          note=${data.hidden ? t('선은 월평균 환율, 음영은 그 달까지의 자료로 본 급변 국면 확률(사후 보정 없음).', 'Line: monthly average; shade: filtered probability of the turbulent state, as it was known then.') : t('선은 월평균 환율.', 'Line: monthly average.')} /></div></div>`}
      <div class="grid gap">${KINDS.map(kind => html`<div class="span-4"><${Kind} kind=${kind} of=${data.exposure[kind.toLowerCase()]} /></div>`)}</div>
      <${Segments} query=${query} scored=${data.status === 'KNOWN'} weights=${data.weights} />`}<//>`;
}

function Regime({ regime }) {
  return html`<section class="card kpi" aria-label=${t('현재 국면', 'Present regime')}><header><h2>${t('현재 국면', 'Present regime')}</h2><${About} id="fx_rate" /></header>
    <div class="kpi-value">${decimal(regime.rate, 1)}<small>${t('원/달러', ' USD/KRW')}</small></div>
    <div class="kpi-next">${label(regime.trend_label)} · ${t('변동성', 'volatility')} ${label(regime.volatility_label)}</div>
    <div class="kpi-next quiet"><span>${month(regime.month)} · ${t('전월 대비', 'on last month')} <${Delta} value=${regime.change} write=${v => percent(v)} />${known(regime.year_change) ? html` · ${t('전년 동월 대비', 'on last year')} <${Delta} value=${regime.year_change} write=${v => percent(v)} />` : ''}</span></div>
    <p class="card-note">${t('국면은 최근 석 달의 움직임을 지금까지의 석 달과 비교한 규칙이고, 다음 표의 확률은 환율 전체 기간으로 학습한 모형의 것이어서 다를 수 있습니다.', 'The regime is a rule that compares the latest three months with those so far; the probabilities beside it are those of a model of the whole series, and may differ.')}</p></section>`;
}

function Outlook({ hidden }) {
  const title = t('앞으로 3개월', 'The next three months');
  return html`<section class="card" aria-label=${title}><header><h2>${title}</h2><${About} id="turbulence" /></header>
    ${hidden ? html`<table class="plain"><thead><tr><th scope="col">${t('달', 'Month')}</th>${hidden.states.map(state => html`<th scope="col" class="number">${t('변동성', 'Vol.')} ${volatilityName(state.volatility)}</th>`)}<th scope="col" class="number">${t('큰 변동 확률', 'Large move')}</th></tr></thead>
      <tbody>${[hidden.now, ...hidden.outlook].map((row, i) => html`<tr><th scope="row">${month(row.month)}${i === 0 ? t(' (현재)', ' (now)') : ''}</th><td class="number">${percent(row.low, 0)}</td><td class="number">${percent(row.medium, 0)}</td><td class="number">${percent(row.high, 0)}</td><td class="number">${i === 0 ? '–' : percent(row.large_move, 0)}</td></tr>`)}</tbody></table>
      <p class="card-note">${t(`큰 변동: 한 달에 ${percent(Math.expm1(hidden.large_move))} 넘는 변화(지금까지 변화의 2/3를 넘는 크기).`, `Large move: more than ${percent(Math.expm1(hidden.large_move))} in a month, larger than two in three so far.`)}${hidden.skill.length ? t(` ${month(hidden.skill[0].from)} 이후 ${percent(hidden.skill[0].events / hidden.skill[0].months, 0)}의 달이 여기에 해당합니다.`, ` ${percent(hidden.skill[0].events / hidden.skill[0].months, 0)} of the months since ${month(hidden.skill[0].from)} were such.`) : ''}</p>`
    : html`<p class="quiet">${t('환율 자료가 61개월보다 짧아 확률을 말하지 않습니다.', 'The rate is shorter than 61 months; no probabilities are given.')}</p>`}</section>`;
}

/** A difference smaller than its own error says nothing. */
const unsure = skill => Math.abs(skill.model_loss - skill.climatology_loss) < skill.standard_error;

function Skill({ hidden }) {
  const title = t('이 확률은 맞았나', 'Can these be trusted?');
  return html`<section class="card" aria-label=${title}><header><h2>${title}</h2><${About} id="log_loss" /></header>
    ${hidden && hidden.skill.length ? html`<ul class="events">${hidden.skill.map(skill => html`<li><span class="nowrap">${month(skill.from)} ~ ${month(skill.to)}</span><span>${unsure(skill)
    ? t(`한 달 앞 큰 변동 예측과 과거 비율의 차이가 오차 범위 안입니다: 로그 손실 ${decimal(skill.model_loss, 3)}, 과거 비율 ${decimal(skill.climatology_loss, 3)} (차이의 표준오차 ${decimal(skill.standard_error, 3)}).`, `No better or worse than the plain frequency within its error: log loss ${decimal(skill.model_loss, 3)} against ${decimal(skill.climatology_loss, 3)} (standard error of the difference ${decimal(skill.standard_error, 3)}).`)
    : skill.beats ? t(`한 달 앞 큰 변동 예측이 과거 비율보다 낫습니다: 로그 손실 ${decimal(skill.model_loss, 3)}, 과거 비율 ${decimal(skill.climatology_loss, 3)} (차이의 표준오차 ${decimal(skill.standard_error, 3)}).`, `Beats the plain frequency one month ahead: log loss ${decimal(skill.model_loss, 3)} against ${decimal(skill.climatology_loss, 3)} (standard error of the difference ${decimal(skill.standard_error, 3)}).`)
    : t(`한 달 앞 큰 변동 예측이 과거 비율보다 낫지 않습니다: 로그 손실 ${decimal(skill.model_loss, 3)}, 과거 비율 ${decimal(skill.climatology_loss, 3)}. 확률을 참고로만 쓰세요.`, `Does not beat the plain frequency: log loss ${decimal(skill.model_loss, 3)} against ${decimal(skill.climatology_loss, 3)}. Take the probabilities with care.`)}</span></li>`)}</ul>`
    : html`<p class="quiet">${t('아직 검증할 달이 없습니다.', 'No month to test on yet.')}</p>`}</section>`;
}

function Kind({ kind, of }) {
  return html`<section class="card kpi" aria-label=${kindName(kind)}><header><h2>${kindName(kind)}</h2><${About} id="fx_kind" /></header>
    <div class="kpi-value">${count(of.segments)}<small>${t('개 세그먼트', ' segments')}</small></div>
    <div class="kpi-next quiet">${t(`월 수출 ${ownMoney(of.exports)} · 수입 ${ownMoney(of.imports)} ${ownUnit()}`, `Exports ${ownMoney(of.exports)}, imports ${ownMoney(of.imports)} ${ownUnit()} a month`)}</div>
    <div class="kpi-next">${t(`환율 +5%: 월 ${ownMoney(of.position_effect)} ${ownUnit()}`, `Rate +5%: ${ownMoney(of.position_effect)} ${ownUnit()} a month`)} <span class="quiet">${t(`(−5%: ${ownMoney(-of.position_effect)})`, `(−5%: ${ownMoney(-of.position_effect)})`)}</span></div></section>`;
}

function Segments({ query, scored, weights }) {
  const [read, write] = useQuery();
  const page = Number(read('page', '1'));
  const list = useApi('/api/fx/segments/', { ...query, page, page_size: PAGE });
  const title = t('외환 거래 세그먼트', 'Segments with FX business');
  const sorts = [['priority', t('우선순위', 'Priority')], ['opportunity', t('기회', 'Opportunity')], ['risk', t('위험', 'Risk')], ['amount', t('금액', 'Amount')], ['effect', t('환율 영향', 'Effect of the rate')]];
  return html`<div class="filters">
      <${Choice} name="kind" title=${t('유형', 'Kind')} any=${t('모든 유형', 'All kinds')} options=${KINDS.map(kind => [kind, kindName(kind)])} />
      ${scored && html`<${Choice} name="fx_grade" title=${t('등급', 'Grade')} any=${t('모든 등급', 'All grades')} options=${['A', 'B', 'C', 'D'].map(g => [g, g])} />`}
      <${Choice} name="sort" title=${t('순서', 'Order')} otherwise="priority" options=${sorts} />
      <${KeyFilters} /></div>
    <section class="card flush" aria-label=${title}><header><h2>${title}</h2><${About} id="fx_kind" /></header>
      <${Ready} answer=${list} height=${320} empty=${{ when: data => data.total_count === 0, title: t('해당하는 세그먼트가 없습니다', 'No such segment'), text: t('최근 12개월에 수출입 실적이 있는 세그먼트만 보입니다.', 'Only segments with exports or imports in the last 12 months are shown.') }}>
        ${data => html`<${Table} label=${title} columns=${columns(scored)} rows=${data.segments} keyOf=${row => row.segment_id} />
          <${Pager} page=${page} pages=${Math.ceil(data.total_count / PAGE)} total=${data.total_count} turn=${p => write({ page: p === 1 ? null : p })} />`}<//>
      ${scored && html`<p class="card-note">${t('점수는 외환 거래 세그먼트 가운데 순위(0~100)이며 요인 비중은 가리키면 보입니다. 가중치', 'Scores are ranks (0-100) among segments with FX business; hover for the share of each factor. Weights')}: ${t('기회', 'opportunity')} ${shares(weights.opportunity)}; ${t('위험', 'risk')} ${shares(weights.risk)}.</p>`}</section>`;
}

const shares = parts => Object.entries(parts ?? {}).map(([name, value]) => `${FACTORS()[name]} ${percent(value, 0)}`).join(', ');

const columns = scored => [
  { id: 'segment_id', name: t('세그먼트', 'Segment'), cell: row => html`<span class="clip"><${SegmentLink} id=${row.segment_id} /></span>` },
  { id: 'kind', name: t('유형', 'Kind'), cell: row => (row.kind ? kindName(row.kind) : '–') },
  ...(scored ? [
    { id: 'fx_grade', name: t('등급', 'Grade'), cell: row => row.fx_grade ?? '–' },
    { id: 'opportunity', name: t('기회', 'Opportunity'), number: true, about: 'fx_score', cell: row => html`<span title=${shares(row.opportunity_shares)}>${decimal(row.opportunity, 0)}</span>` },
    { id: 'risk', name: t('위험', 'Risk'), number: true, about: 'fx_score', cell: row => html`<span title=${shares(row.risk_shares)}>${decimal(row.risk, 0)}</span>` }] : []),
  { id: 'exports', name: t('월 수출', 'Exports'), unit: ownUnit(), number: true, about: 'fx_trade', cell: row => ownMoney(row.exports) },
  { id: 'imports', name: t('월 수입', 'Imports'), unit: ownUnit(), number: true, about: 'fx_trade', cell: row => ownMoney(row.imports) },
  { id: 'hedge', name: t('자연 헤지', 'Natural hedge'), number: true, about: 'fx_hedge', cell: row => percent(row.hedge, 0) },
  { id: 'position_effect', name: t('환율 +5% 영향', 'Rate +5%'), unit: ownUnit(), number: true, about: 'fx_effect', cell: row => ownMoney(row.position_effect) },
  { id: 'actions', name: t('외환 액션', 'FX actions'), number: true, about: 'fx_actions', cell: row => (row.actions.length ? count(row.actions.length) : '–') },
  ...(scored ? [{ id: 'sensitivities', name: t('반응도(환율 1%당)', 'Sensitivity per 1%'), about: 'fx_sensitivity', cell: row => html`<${Sensitivities} row=${row} />` }] : []),
];

/** Only what is sure is said in the cell; the interval and the rest on hover. */
function Sensitivities({ row }) {
  const catalog = useCatalog();
  const sure = row.sensitivities.filter(s => Math.abs(s.t) > 2);
  const text = s => `${figureName(s.kpi, catalog)} ${decimal(s.elasticity, 2)}% (90% ${decimal(s.lower, 2)} ~ ${decimal(s.upper, 2)})`;
  return html`<span title=${row.sensitivities.map(text).join('\n') || t('자료가 12개월보다 적습니다', 'Fewer than 12 months of data')}>${sure.length ? sure.map(text).join(', ') : html`<span class="quiet">${t('분명하지 않음', 'Not clear')}</span>`}</span>`;
}

function Pager({ page, pages, total, turn }) {
  return pages > 1 && html`<div class="bulk"><button class="button small" disabled=${page <= 1} onClick=${() => turn(page - 1)}>${t('이전', 'Previous')}</button>
    <span>${page} / ${pages}</span><button class="button small" disabled=${page >= pages} onClick=${() => turn(page + 1)}>${t('다음', 'Next')}</button>
    <span class="quiet">${t(`${count(total)}건`, `${count(total)} rows`)}</span></div>`;
}

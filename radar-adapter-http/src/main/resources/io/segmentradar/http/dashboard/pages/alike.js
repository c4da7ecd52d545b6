// "Who is like whom?": groups of alike segments, what makes them one, their alerts and best actions; and who fits nowhere.
import { html } from '../lib/html.js';
import { label, t } from '../lib/i18n.js';
import { address, useApi } from '../lib/api.js';
import { isSigned, useCatalog } from '../lib/catalog.js';
import { count, decimal, money, numberOf, percent } from '../lib/format.js';
import { href, Link } from '../lib/router.js';
import { figureName, keyWord, SEVERITIES, SEVERITY_SHAPE, word } from '../lib/words.js';
import { ExportLinks } from '../ui/filters.js';
import { About } from '../ui/about.js';
import { PageHead } from '../ui/pagehead.js';
import { Ready } from '../ui/state.js';
import { Rate, SegmentLink } from '../ui/marks.js';

const OUTLIERS_SHOWN = 20;

export function Alike() {
  const answer = useApi('/api/clusters/');
  return html`<${PageHead} title=${t('누가 누구와 비슷한가?', 'Who is like whom?')} actions=${html`<${ExportLinks} name="clusters" url=${address('/api/clusters/')} />`}>
      ${t('추이, 성장, 계절성, 변동성, 거래 구성, 규모로 구분한 군집', 'Groups by course, growth, seasonality, volatility, KPI mix and size')}<//>
    <${Ready} answer=${answer} height=${420} empty=${{ when: data => data.clusters.length === 0, title: t('군집이 없습니다', 'No groups'), text: t('세그먼트가 적거나 이 실행은 군집 분석이 생기기 전에 만들어졌습니다.', 'Too few segments, or the run was made before there were groups.') }}>
      ${data => html`<div class="grid">
        ${data.clusters.map(cluster => html`<div class="span-6"><${Cluster} cluster=${cluster} /></div>`)}
        <div class="span-6"><${Outliers} rows=${data.outliers} /></div>
        <div class="span-6"><${Trials} trials=${data.trials} /></div></div>`}<//>`;
}

function Cluster({ cluster }) {
  const catalog = useCatalog();
  const alerts = SEVERITIES.filter(severity => cluster.alerts[severity] > 0);
  return html`<section class="card" aria-label=${label(cluster.name)}>
    <header><h2>${cluster.cluster}. ${label(cluster.name)}</h2><${About} id="cluster" /><div class="tools"><${Link} to=${href('/segments', { cluster: cluster.cluster })}>${t(`세그먼트 ${count(cluster.segments)}개`, numberOf(cluster.segments, 'segment'))}<//></div></header>
    <dl class="figures">${Object.entries(cluster.figures).map(([id, figure]) => html`<dt>${figureName(id, catalog)}</dt><dd>${id === 'customer_count' ? count(figure.value) : money(figure.value)} ${!isSigned(id, catalog) && html`<${Rate} value=${figure.year_on_year} base=${t('전년 동월 대비', 'on last year')} />`}</dd>`)}</dl>
    <dl class="facts"><dt>${t('특성', 'Traits')}</dt><dd>${cluster.traits.slice(0, 5).map(trait => `${label(trait.label)} (${trait.strength > 0 ? '+' : ''}${decimal(trait.strength, 1)}σ)`).join(', ')}</dd>
    ${cluster.keys.length > 0 && html`<dt>${t('많은 속성', 'Over-represented')}</dt><dd>${cluster.keys.map(key => `${keyName(key, catalog)} ${percent(key.share, 0)} (${t('전체', 'all')} ${percent(key.overall, 0)})`).join(', ')}</dd>`}
    <dt>${t('알림', 'Alerts')}</dt><dd>${alerts.length ? alerts.map(severity => `${SEVERITY_SHAPE[severity]} ${word(severity)} ${count(cluster.alerts[severity])}`).join(', ') : t('없음', 'none')}</dd>
    <dt>${t('가치가 큰 액션', 'Best actions')}</dt><dd>${cluster.actions.length ? cluster.actions.map(action => `${label(action.title)} ${t(`${count(action.count)}건`, `× ${count(action.count)}`)} (${money(action.value)} ${t('가정', 'assumed')})`).join(', ') : t('없음', 'none')}</dd></dl></section>`;
}

/** A worded value speaks for itself; others need the name of their key. */
function keyName(key, catalog) {
  const value = keyWord(dimensionOf(key, catalog), key.value);
  return value === key.value ? `${label(key.label)} ${value}` : value;
}

const dimensionOf = (key, catalog) => catalog.dimensions.find(dimension => dimension.id === key.dimension);

function Outliers({ rows }) {
  const title = t('어느 군집에도 맞지 않는 세그먼트', 'Segments that fit no group');
  return html`<section class="card" aria-label=${title}><header><h2>${title}</h2><${About} id="cluster_outlier" /><span class="quiet small">${t(`${count(rows.length)}개`, count(rows.length))}</span></header>
    ${rows.length ? html`<ul>${rows.slice(0, OUTLIERS_SHOWN).map(row => html`<li><${SegmentLink} id=${row.segment_id} /> <span class="quiet small">${row.unusual ? t(`남다른 점: ${label(row.unusual.label)}`, `unusual ${label(row.unusual.label)}`) : ''}</span></li>`)}</ul>
      <p class="card-note">${t('가까운 군집의 중심에서 보통 거리를 크게 넘는 세그먼트입니다. 군집의 숫자에서는 제외했습니다.', 'Much farther from the middle of the nearest group than is usual; left out of the figures of groups.')}</p>`
    : html`<p class="quiet">${t('없습니다.', 'None.')}</p>`}</section>`;
}

function Trials({ trials }) {
  const title = t('군집 수를 어떻게 정했나', 'How the number of groups was found');
  return html`<section class="card" aria-label=${title}><header><h2>${title}</h2><${About} id="silhouette" /></header>
    <table class="plain"><thead><tr><th scope="col">${t('군집 수', 'Groups')}</th><th scope="col" class="number">${t('구분 정도', 'Silhouette')}</th><th scope="col" class="number">${t('안정성', 'Stability')}</th></tr></thead>
      <tbody>${trials.map(trial => html`<tr><th scope="row">${trial.clusters}${trial.chosen ? t(' (선택)', ' (chosen)') : ''}</th><td class="number">${decimal(trial.silhouette, 2)}</td><td class="number">${decimal(trial.stability, 2)}</td></tr>`)}</tbody></table>
    <p class="card-note">${t('안정성은 세그먼트의 80%만으로 다시 구분할 때 같은 군집이 나오는 정도(adjusted Rand, 1이 같음). 0.8 이상 가운데 구분 정도(silhouette)가 가장 큰 수를 고릅니다.', 'Stability: how well the groups come back from 80% of the segments (adjusted Rand index). Among those of 0.8 or more the largest silhouette is taken.')}</p></section>`;
}

// From forecast to actual, cause by cause: a horizontal waterfall whose bars add up to the surprise.
import { axisMoney, columnMoney, columnUnit, money } from '../lib/format.js';
import { label, t } from '../lib/i18n.js';
import { word } from '../lib/words.js';
import { tip } from '../ui/chart.js';

const ROW = 28;
const MOST = 8;

/** The alternative views of a cause that an alert offers; each adds up by itself. */
export function bridgeViews(alert) {
  const kinds = kind => (alert.drivers || []).filter(driver => driver.kind === kind);
  const views = [];
  if (kinds('COMPONENT').length) {
    views.push({ id: 'component', name: t('상품별', 'By product'), drivers: kinds('COMPONENT'), start: alert.expected, end: alert.actual });
  }
  if (kinds('VOLUME').length || kinds('RATE').length) {
    views.push({ id: 'volume', name: t('고객 수·금액', 'Volume and rate'), drivers: [...kinds('VOLUME'), ...kinds('RATE')], start: alert.expected, end: alert.actual, byKind: true });
  }
  const layered = ['MARKET', 'INDUSTRY', 'PROVINCE', 'OWN'].flatMap(kinds);
  if (layered.length) {
    views.push({ id: 'market', name: t('시장·업종·자체', 'Market to own'), drivers: layered, start: alert.expected, end: alert.actual, byKind: true });
  }
  if (kinds('MODEL').length) {
    views.push({ id: 'model', name: t('예측 근거', 'Forecast basis'), drivers: kinds('MODEL'), free: true });
  }
  return views;
}

const driverName = (driver, byKind, kindCount) => {
  const own = label(driver.label) || driver.driver;
  return byKind && kindCount === 1 ? word(driver.kind) : byKind ? `${word(driver.kind)} · ${own}` : own;
};

/** Bars of a view: start, causes by size (small ones together), end. */
export function bridgeBars(view) {
  const perKind = kind => view.drivers.filter(driver => driver.kind === kind).length;
  const named = view.drivers.map(driver => ({ name: driverName(driver, view.byKind, perKind(driver.kind)), value: driver.contribution }));
  const sorted = [...named].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const shown = sorted.length > MOST ? sorted.slice(0, MOST - 1) : sorted;
  if (sorted.length > MOST) {
    const rest = sorted.slice(MOST - 1);
    shown.push({ name: t(`그 밖 ${rest.length}개`, `${rest.length} others`), value: rest.reduce((sum, bar) => sum + bar.value, 0) });
  }
  let level = view.free ? 0 : view.start;
  const bars = shown.map(bar => ({ ...bar, from: level, to: (level += bar.value) }));
  return view.free ? bars : [
    { name: t('예측', 'Forecast'), total: true, from: view.start, to: view.start, value: view.start },
    ...bars,
    { name: t('실적', 'Actual'), total: true, from: view.end, to: view.end, value: view.end },
  ];
}

export const bridgeHeight = bars => bars.length * ROW + 34;

export function bridgeOption(color, bars, view) {
  const levels = bars.flatMap(bar => [bar.from, bar.to]);
  const low = Math.min(...levels);
  const high = Math.max(...levels);
  const margin = (high - low || Math.abs(high) || 1) * 0.18;
  const nearZero = low >= 0 && low < (high - low) * 0.6;
  return {
    grid: { left: 8, right: 12, top: 4, bottom: 2, containLabel: true },
    tooltip: { trigger: 'item', formatter: params => barTip(bars[params.dataIndex], view) },
    xAxis: { type: 'value', min: nearZero ? 0 : low - margin, max: high + margin, axisLabel: { color: color('muted'), formatter: value => axisMoney(value), hideOverlap: true, showMinLabel: false, showMaxLabel: false },
      splitLine: { lineStyle: { color: color('line') } }, splitNumber: 4 },
    yAxis: { type: 'category', inverse: true, data: bars.map(bar => bar.name), axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { color: color('text'), fontSize: 12, width: 130, overflow: 'truncate' } },
    series: [{ type: 'custom', encode: { x: [1, 2], y: 0 }, data: bars.map((bar, i) => [i, bar.from, bar.to]),
      renderItem: (params, api) => drawBar(color, bars, params.dataIndex, api, nearZero ? 0 : low - margin) }],
  };
}

function drawBar(color, bars, i, api, floor) {
  const bar = bars[i];
  const [x1, y] = api.coord([bar.total ? floor : bar.from, i]);
  const [x2] = api.coord([bar.to, i]);
  const fill = bar.total ? color('line-strong') : bar.value >= 0 ? color('rise') : color('fall');
  const text = bar.total ? columnMoney(bar.value) : columnMoney(bar.value, true);
  const right = bar.total || bar.value >= 0;
  const [edge] = api.coord([Math.max(bar.from, bar.to), i]);
  const next = bars[i + 1] && !bar.total ? [{ type: 'line', shape: { x1: x2, y1: y + 9, x2, y2: y + ROW - 9 }, style: { stroke: color('line-strong'), lineWidth: 1 } }] : [];
  return { type: 'group', children: [
    { type: 'rect', shape: { x: Math.min(x1, x2), y: y - 9, width: Math.max(1.5, Math.abs(x2 - x1)), height: 18 }, style: { fill, opacity: bar.total ? 0.7 : 0.9 } },
    ...next,
    { type: 'text', x: (right ? Math.max(x1, x2) : edge) + 5, y: y, style: { text, fill: color('text'), fontSize: 11, textVerticalAlign: 'middle', fontFamily: '"Radar Sans", sans-serif' } },
  ] };
}

function barTip(bar, view) {
  if (bar.total) {
    return tip(bar.name, [[t('금액', 'Amount'), money(bar.value)]]);
  }
  const gap = view.free ? null : view.end - view.start;
  return tip(bar.name, [
    [t('기여', 'Contribution'), `${bar.value >= 0 ? '+' : ''}${money(bar.value)}`],
    [t('이전 → 이후', 'From → to'), `${money(bar.from)} → ${money(bar.to)}`],
    ...(gap ? [[t('전체 차이', 'Whole gap'), money(gap)]] : []),
  ]);
}

export function bridgeTable(bars) {
  return { head: [t('원인', 'Cause'), `${t('금액', 'Amount')} (${columnUnit()})`], rows: bars.map(bar => [bar.name, bar.value]),
    shown: bars.map(bar => [bar.name, columnMoney(bar.value, !bar.total)]) };
}

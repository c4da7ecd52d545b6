// Promised against observed coverage, one dot a KPI and horizon, and error against the best naive.
import { count, percent } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { monthWord, word } from '../lib/words.js';
import { tip } from '../ui/chart.js';

const PROMISED = 0.9;
const SYMBOL = { 1: 'circle', 2: 'rect', 3: 'triangle' };

/** rows: {kpi, name, horizon, n, coverage90} */
export function calibrationOption(color, rows, names) {
  const low = Math.floor(20 * Math.min(0.85, ...rows.map(row => row.coverage90)) - 0.2) / 20;
  return {
    grid: { left: 8, right: 20, top: 22, bottom: 4, containLabel: true },
    tooltip: { trigger: 'item', formatter: params => {
      const row = params.data.row;
      return row && tip(`${row.name} · ${monthWord(row.horizon)}`, [[t('약속', 'Promised'), percent(PROMISED, 0)], [t('관측', 'Observed'), percent(row.coverage90)], ['n', count(row.n)]]);
    } },
    xAxis: { type: 'value', min: low, max: 1, interval: 0.05, axisLabel: { color: color('muted'), formatter: value => percent(value, 0) }, splitLine: { lineStyle: { color: color('line') } } },
    yAxis: { type: 'category', inverse: true, data: names, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: color('text'), fontSize: 12 } },
    series: [1, 2, 3].map(h => ({
      type: 'scatter', symbol: SYMBOL[h], symbolSize: 10, symbolOffset: [0, (h - 2) * 9], itemStyle: { color: color('accent'), opacity: 1 - (h - 1) * 0.22 },
      data: rows.filter(row => row.horizon === h).map(row => ({ value: [row.coverage90, row.name], row })),
      markLine: h === 1 ? { silent: true, symbol: 'none', lineStyle: { color: color('text'), type: 'dashed', width: 1 }, data: [{ xAxis: PROMISED }],
        label: { formatter: t('약속 90%', 'Promised 90%'), color: color('text'), position: 'start', distance: 4 } } : undefined,
    })),
  };
}

export function calibrationTable(rows) {
  return {
    head: ['KPI', t('시점', 'Ahead'), t('관측', 'Observed'), 'n'],
    rows: rows.map(row => [row.name, row.horizon, row.coverage90, row.n]),
    shown: rows.map(row => [row.name, monthWord(row.horizon), percent(row.coverage90), count(row.n)]),
  };
}

/** Bars of the published error beside a mark of the best naive error, per KPI and horizon. */
export function errorOption(color, rows) {
  return {
    grid: { left: 8, right: 20, top: 8, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', axisPointer: { type: 'none' }, formatter: params => {
      const row = rows[params[0].dataIndex];
      return tip(`${row.name} · ${monthWord(row.horizon)}`, [['WAPE', percent(row.wape)], [t('가장 좋은 단순 예측', 'Best naive'), row.naive ? `${percent(row.naive.wape)} (${word(row.naive.model)})` : '–'], ['n', count(row.n)]]);
    } },
    xAxis: { type: 'value', min: 0, axisLabel: { color: color('muted'), formatter: value => percent(value, 0) }, splitLine: { lineStyle: { color: color('line') } } },
    yAxis: { type: 'category', inverse: true, data: rows.map(row => `${row.name} ${row.horizon}`), axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { color: color('text'), formatter: (text, i) => (rows[i].horizon === 1 ? rows[i].name : '') + '   ' + rows[i].horizon } },
    series: [
      { type: 'bar', barWidth: 10, data: rows.map(row => row.wape), itemStyle: { color: color('accent') } },
      { type: 'scatter', symbol: 'rect', symbolSize: [2, 14], itemStyle: { color: color('text') }, data: rows.map((row, i) => (row.naive ? [row.naive.wape, i] : null)).filter(Boolean) },
    ],
  };
}

export function errorTable(rows) {
  return {
    head: ['KPI', t('시점', 'Ahead'), 'WAPE', t('가장 좋은 단순 예측', 'Best naive')],
    rows: rows.map(row => [row.name, row.horizon, row.wape, row.naive?.wape]),
    shown: rows.map(row => [row.name, monthWord(row.horizon), percent(row.wape), percent(row.naive?.wape)]),
  };
}

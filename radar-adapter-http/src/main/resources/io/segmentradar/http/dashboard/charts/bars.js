// Horizontal bars about 0, such as the expected rises and falls of segments, with their interval as a whisker.
import { axisMoney, columnMoney, columnUnit, known, money, percent } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { tip } from '../ui/chart.js';

const ROW = 26;
export const barsHeight = rows => rows.length * ROW + 30;

/** rows: {id, name, value, low, high, base, probability}; low and high bound the value. */
/** The axis is made for the bars; a whisker that leaves it is cut at the edge, its ends stay in tooltip and table. */
export function barsOption(color, rows) {
  const edge = Math.max(...rows.map(row => Math.abs(row.value)), 1e-9) * 2;
  const reach = side => Math.min(edge, Math.max(0, ...rows.map(row => side * (known(side > 0 ? row.high : row.low) ? (side > 0 ? row.high : row.low) : row.value))));
  return {
    grid: { left: 8, right: 12, top: 2, bottom: 2, containLabel: true },
    tooltip: { trigger: 'axis', axisPointer: { type: 'none' }, formatter: params => barTip(rows[params[0].dataIndex]) },
    xAxis: { type: 'value', min: -reach(-1), max: reach(1), axisLabel: { color: color('muted'), formatter: axisMoney, hideOverlap: true, showMinLabel: false, showMaxLabel: false }, splitNumber: 4, splitLine: { lineStyle: { color: color('line') } } },
    yAxis: { type: 'category', inverse: true, data: rows.map(row => row.name), axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { color: color('text'), width: 250, overflow: 'truncate' } },
    series: [
      { type: 'bar', barWidth: 14, cursor: 'pointer', data: rows.map(row => ({ value: row.value, itemStyle: { color: color(row.value >= 0 ? 'rise' : 'fall'), opacity: 0.85 },
        label: { show: !known(row.low), position: row.value >= 0 ? 'right' : 'left', color: color('text'), formatter: () => columnMoney(row.value, true) } })) },
      { type: 'custom', silent: true, z: 5, clip: true, encode: { x: [1, 2], y: 0 }, data: rows.map((row, i) => [i, known(row.low) ? row.low : row.value, known(row.high) ? row.high : row.value]),
        renderItem: (params, api) => whisker(color, rows[params.dataIndex], params.dataIndex, api) },
    ],
  };
}

function whisker(color, row, i, api) {
  if (!known(row.low)) {
    return undefined;
  }
  const [x1, y] = api.coord([row.low, i]);
  const [x2] = api.coord([row.high, i]);
  const style = { stroke: color('text'), lineWidth: 1, opacity: 0.7 };
  const line = (a, b, c, d) => ({ type: 'line', shape: { x1: a, y1: b, x2: c, y2: d }, style });
  return { type: 'group', children: [line(x1, y, x2, y), line(x1, y - 3, x1, y + 3), line(x2, y - 3, x2, y + 3)] };
}

function barTip(row) {
  const pairs = [[t('예측 변화', 'Expected change'), `${row.value > 0 ? '+' : ''}${money(row.value)}`]];
  if (known(row.low)) {
    pairs.push([t('예측구간 90%', '90% interval'), `${money(row.low)} ~ ${money(row.high)}`]);
  }
  if (known(row.base)) {
    pairs.push([t('현재', 'Today'), money(row.base)]);
  }
  if (known(row.probability)) {
    pairs.push([t('상승 확률', 'Chance of a rise'), percent(row.probability, 0)]);
  }
  return tip(row.name, pairs);
}

export function barsTable(rows, title) {
  return {
    head: [title, `${t('변화', 'Change')} (${columnUnit()})`, t('90% 하한', 'Lower 90%'), t('90% 상한', 'Upper 90%')],
    rows: rows.map(row => [row.name, row.value, row.low, row.high]),
    shown: rows.map(row => [row.name, columnMoney(row.value, true), columnMoney(row.low, true), columnMoney(row.high, true)]),
  };
}

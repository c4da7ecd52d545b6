// Industry × province: the surprise in money on a scale that is symmetric about 0.
import { columnMoney, columnUnit, money } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { tip } from '../ui/chart.js';

/** The rows with the largest surprise; the others as one row, so that the picture still adds up. */
export function heatmapGrid(cells, most = 14) {
  const sums = new Map();
  cells.forEach(cell => sums.set(cell.row, (sums.get(cell.row) || 0) + Math.abs(cell.value)));
  const order = [...sums].sort((a, b) => b[1] - a[1]).map(([row]) => row);
  const top = new Set(order.slice(0, order.length > most ? most - 1 : most));
  const others = t(`그 밖 ${order.length - top.size}개 업종`, `${order.length - top.size} other industries`);
  const grid = new Map();
  cells.forEach(cell => {
    const row = top.has(cell.row) ? cell.row : others;
    const key = JSON.stringify([row, cell.column]);
    const sum = grid.get(key) || { row, column: cell.column, value: 0, expected: 0, actual: 0, merged: row === others };
    sum.value += cell.value;
    sum.expected += cell.expected;
    sum.actual += cell.actual;
    grid.set(key, sum);
  });
  const rows = order.filter(row => top.has(row));
  const columns = [...new Set(cells.map(cell => cell.column))].sort((a, b) => a.localeCompare(b, 'ko'));
  return { cells: [...grid.values()], rows: order.length > top.size ? [...rows, others] : rows, columns };
}

/** Short names: 서울특별시 → 서울. */
const short = text => text.replace(/(특별자치시|특별자치도|특별시|광역시)$/, '').replace(/^(충청|경상|전라)(.)도$/, (_, a, b) => a[0] + b).replace(/도$/, '');

/** Colours follow the root of the amount: one large cell does not turn the others grey. */
const shade = value => Math.sign(value) * Math.sqrt(Math.abs(value));

export function heatmapOption(color, grid) {
  const most = Math.max(...grid.cells.map(cell => Math.abs(cell.value)), 1e-9);
  return {
    grid: { left: 8, right: 8, top: 4, bottom: 46, containLabel: true },
    tooltip: { trigger: 'item', formatter: params => {
      const cell = params.data.cell;
      return tip(`${cell.row} · ${cell.column}`, [[t('예측', 'Forecast'), money(cell.expected)], [t('실적', 'Actual'), money(cell.actual)],
        [t('차이', 'Surprise'), `${cell.value > 0 ? '+' : ''}${money(cell.value)}`]]);
    } },
    xAxis: { type: 'category', data: grid.columns, axisTick: { show: false }, axisLine: { show: false }, splitArea: { show: false },
      axisLabel: { color: color('muted'), formatter: short, interval: 0, hideOverlap: true } },
    yAxis: { type: 'category', data: grid.rows, inverse: true, axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { color: color('text'), width: 150, overflow: 'truncate', fontSize: 11 } },
    visualMap: { min: -shade(most), max: shade(most), dimension: 2, calculable: false, orient: 'horizontal', left: 'center', bottom: 0, itemWidth: 10, itemHeight: 140,
      text: [`${t('예측보다 많음', 'Above forecast')} +${money(most)}`, `${t('예측보다 적음', 'Below forecast')} ${money(-most)}`], textStyle: { color: color('muted'), fontSize: 11 },
      inRange: { color: [color('fall'), color('sunken'), color('rise')] }, formatter: value => columnMoney(Math.sign(value) * value * value) },
    series: [{ type: 'heatmap', data: grid.cells.map(cell => ({ value: [cell.column, cell.row, shade(cell.value)], cell })),
      itemStyle: { borderColor: color('surface'), borderWidth: 1.5, borderRadius: 2 }, emphasis: { itemStyle: { borderColor: color('text'), borderWidth: 1.5 } } }],
  };
}

export function heatmapTable(grid) {
  const value = (row, column) => grid.cells.find(cell => cell.row === row && cell.column === column)?.value ?? null;
  const rows = grid.rows.map(row => [row, ...grid.columns.map(column => value(row, column))]);
  return { head: [`${t('업종', 'Industry')} (${columnUnit()})`, ...grid.columns], rows,
    shown: rows.map(([row, ...values]) => [row, ...values.map(v => (v === null ? '–' : columnMoney(v, true)))]) };
}

// An exchange rate with the probability of turbulence behind it.
import { decimal, known, percent, shortMonth } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { tip } from '../ui/chart.js';

export function rateOption(color, history) {
  const months = history.map(row => row.month);
  return {
    grid: { left: 8, right: 8, top: 18, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', axisPointer: { type: 'line', lineStyle: { color: color('line-strong') } }, formatter: params => rowTip(history[params[0].dataIndex]) },
    xAxis: { type: 'category', data: months, boundaryGap: false, axisLine: { lineStyle: { color: color('line-strong') } }, axisTick: { show: false },
      axisLabel: { color: color('muted'), formatter: shortMonth, hideOverlap: true, interval: Math.max(0, Math.ceil(months.length / 9) - 1) } },
    yAxis: [
      { type: 'value', scale: true, splitNumber: 4, axisLabel: { color: color('muted') }, splitLine: { lineStyle: { color: color('line') } } },
      { type: 'value', show: history.some(row => known(row.high)), min: 0, max: 1, interval: 0.25, axisLabel: { color: color('muted'), formatter: value => percent(value, 0) }, splitLine: { show: false } },
    ],
    series: [
      { type: 'line', yAxisIndex: 1, data: history.map(row => row.high), symbol: 'none', lineStyle: { width: 0 }, areaStyle: { color: color('high'), opacity: 0.25 }, z: 1 },
      { type: 'line', data: history.map(row => row.rate), symbol: 'none', lineStyle: { width: 2, color: color('text') }, itemStyle: { color: color('text') }, z: 3 },
    ],
  };
}

const trend = name => ({ UP: t('원화 약세', 'won weakens'), DOWN: t('원화 강세', 'won strengthens'), RANGE: t('보합', 'range-bound') })[name];
const volatility = name => ({ LOW: t('낮음', 'low'), MEDIUM: t('보통', 'medium'), HIGH: t('높음', 'high') })[name];

const rowTip = row => tip(row.month, [[t('환율', 'Rate'), decimal(row.rate, 1)], [t('추세', 'Trend'), trend(row.trend)], [t('변동성', 'Volatility'), volatility(row.volatility)], [t('급변 국면', 'Turbulent'), percent(row.high, 0)]]);

export const rateTable = history => ({
  head: [t('달', 'Month'), t('환율', 'Rate'), t('추세', 'Trend'), t('변동성', 'Volatility'), t('급변 국면 확률', 'Probability of turbulence')],
  rows: history.map(row => [row.month, row.rate, trend(row.trend), volatility(row.volatility), row.high]),
  shown: history.map(row => [row.month, decimal(row.rate, 1), trend(row.trend), volatility(row.volatility), percent(row.high, 0)]),
});

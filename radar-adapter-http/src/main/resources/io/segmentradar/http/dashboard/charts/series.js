// A KPI over time: actual solid, forecast dashed in its fan, past forecasts thin, alerts as marks, festivals as bands.
import { axisMoney, money, month, percent, shortMonth, known, count } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { festival } from '../lib/calendar.js';
import { SEVERITY_SHAPE, word } from '../lib/words.js';
import { tip } from '../ui/chart.js';

const SEVERITY_COLOR = { CRITICAL: 'critical', HIGH: 'high', MEDIUM: 'medium', LOW: 'low' };
const SEVERITY_SYMBOL = { CRITICAL: 'diamond', HIGH: 'triangle', MEDIUM: 'circle', LOW: 'emptyCircle' };

const WRITE = { money: [money, axisMoney], count: [count, count], share: [percent, value => percent(value, 0)] };

/**
 * points: [{month, value}] · forecasts: [{forecast_month, predicted_value, lower_bound, upper_bound, lower_80, upper_80}]
 * past: [{origin, forecast_month, predicted_value, horizon}] · alerts: [{month, severity, alert_type}]
 */
export function seriesOption(color, { points, forecasts = [], past = [], alerts = [], unit = 'money', fromZero = false, name, festivals = true }) {
  const [write, axis] = WRITE[unit];
  const months = [...points.map(p => p.month), ...forecasts.map(f => f.forecast_month)];
  const at = new Map(months.map((m, i) => [m, i]));
  const last = points.length - 1;
  const lead = known(points[last]?.value) ? [[last, points[last].value]] : [];
  const line = [...lead, ...forecasts.map(f => [at.get(f.forecast_month), f.predicted_value])];
  const start = lead[0] && { x: last, low: lead[0][1], high: lead[0][1] };
  const fan = (low, high) => [...(start ? [start] : []), ...forecasts.filter(f => known(f[low]))
    .map(f => ({ x: at.get(f.forecast_month), low: f[low], high: f[high] }))];
  return {
    grid: { left: 8, right: 56, top: 18, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', axisPointer: { type: 'line', lineStyle: { color: color('line-strong') } }, formatter: params => pointTip(params, { months, points, forecasts, past, alerts, write }) },
    xAxis: { type: 'category', data: months, boundaryGap: false, axisLine: { lineStyle: { color: color('line-strong') } }, axisTick: { show: false },
      axisLabel: { color: color('muted'), formatter: shortMonth, hideOverlap: true, interval: Math.max(0, Math.ceil(months.length / 9) - 1) } },
    yAxis: { type: 'value', scale: !fromZero, splitNumber: 4, axisLabel: { color: color('muted'), formatter: axis }, splitLine: { lineStyle: { color: color('line') } } },
    series: [
      band(color('accent'), 0.10, fan('lower_bound', 'upper_bound')),
      band(color('accent'), 0.16, fan('lower_80', 'upper_80')),
      ghosts(color('faint'), past.filter(f => at.has(f.forecast_month)), at, points),
      { type: 'line', data: points.map((p, i) => [i, known(p.value) ? p.value : null]), symbol: 'circle', symbolSize: 3, showSymbol: points.length < 40, connectNulls: false,
        lineStyle: { width: 2, color: color('text') }, itemStyle: { color: color('text') }, z: 4,
        markArea: festivals ? { silent: true, itemStyle: { color: color('sunken'), opacity: 0.9 }, data: bands(months) } : undefined },
      { type: 'line', data: line, symbol: 'circle', symbolSize: 4, lineStyle: { width: 2, type: [5, 4], color: color('accent') }, itemStyle: { color: color('accent') }, z: 4,
        endLabel: { show: line.length > 1, formatter: t('예측', 'Forecast'), color: color('accent'), fontWeight: 600, distance: 6 } },
      { type: 'scatter', z: 6, data: alerts.filter(a => at.has(a.month) && known(points[at.get(a.month)]?.value)).map(a => ({
        value: [at.get(a.month), points[at.get(a.month)].value], symbol: SEVERITY_SYMBOL[a.severity], symbolSize: 12,
        itemStyle: { color: color(SEVERITY_COLOR[a.severity]), borderColor: color('surface'), borderWidth: 1.5 } })) },
    ],
    name,
  };
}

/** Polygon between two bounds; its rows stretch the axis. */
function band(fill, opacity, rows) {
  return {
    type: 'custom', silent: true, z: 1, encode: { x: 0, y: [1, 2] }, data: rows.map(r => [r.x, r.low, r.high]),
    renderItem: (params, api) => (params.dataIndex === 0 && rows.length > 1
      ? { type: 'polygon', shape: { points: [...rows.map(r => api.coord([r.x, r.high])), ...[...rows].reverse().map(r => api.coord([r.x, r.low]))] }, style: { fill, opacity } }
      : undefined),
  };
}

/** The forecasts of each earlier origin as a thin line that starts at what was known then. */
function ghosts(stroke, past, at, points) {
  const origins = [...new Set(past.map(f => f.origin))];
  const lines = origins.map(origin => {
    const known0 = at.has(origin) && known(points[at.get(origin)]?.value) ? [[at.get(origin), points[at.get(origin)].value]] : [];
    return [...known0, ...past.filter(f => f.origin === origin).sort((a, b) => a.horizon - b.horizon).map(f => [at.get(f.forecast_month), f.predicted_value])];
  }).filter(l => l.length > 1);
  return {
    type: 'custom', silent: true, z: 2, data: lines.map((l, i) => [l[0][0], l[0][1], i]), encode: { x: 0, y: 1 },
    renderItem: (params, api) => ({ type: 'polyline', shape: { points: lines[params.dataIndex].map(p => api.coord(p)) },
      style: { fill: null, stroke, lineWidth: 1, opacity: 0.55, lineDash: [2, 2] } }),
  };
}

const FESTIVAL = { SEOLLAL: ['설', 'Seollal'], CHUSEOK: ['추석', 'Chuseok'] };

/** Half a month either side of a festival's month. */
function bands(months) {
  return months.map((m, i) => [m, i]).filter(([m, i]) => festival(m) && i > 0)
    .map(([, i]) => [{ xAxis: Math.max(0, i - 1) }, { xAxis: i }]);
}

function pointTip(params, { months, points, forecasts, past, alerts, write }) {
  const m = months[params[0].dataIndex !== undefined && params[0].seriesType === 'line' ? params[0].value[0] : params[0].axisValue];
  const shown = m ?? params[0].axisValue;
  const actual = points.find(p => p.month === shown);
  const forecast = forecasts.find(f => f.forecast_month === shown);
  const before = past.find(f => f.forecast_month === shown && f.horizon === 1);
  const pairs = [];
  if (actual) {
    pairs.push([t('실적', 'Actual'), write(actual.value)]);
  }
  if (before) {
    pairs.push([t('한 달 전 예측', 'Forecast a month before'), write(before.predicted_value)]);
  }
  if (forecast) {
    pairs.push([t('예측', 'Forecast'), write(forecast.predicted_value)]);
    if (known(forecast.lower_bound)) {
      pairs.push([t('예측구간 90%', '90% interval'), `${write(forecast.lower_bound)} ~ ${write(forecast.upper_bound)}`]);
      pairs.push([t('예측구간 80%', '80% interval'), `${write(forecast.lower_80)} ~ ${write(forecast.upper_80)}`]);
    }
  }
  alerts.filter(a => a.month === shown).forEach(a => pairs.push([`${SEVERITY_SHAPE[a.severity]} ${word(a.severity)}`, word(a.alert_type)]));
  const feast = festival(shown);
  return tip(month(shown) + (feast ? ` · ${t(...FESTIVAL[feast])}` : ''), pairs);
}

/** The same numbers as rows. */
export function seriesTable({ points, forecasts = [], unit = 'money' }) {
  const [write] = WRITE[unit];
  const head = [t('월', 'Month'), t('실적', 'Actual'), t('예측', 'Forecast'), t('90% 하한', 'Lower 90%'), t('90% 상한', 'Upper 90%')];
  const rows = [
    ...points.map(p => [p.month, p.value, null, null, null]),
    ...forecasts.map(f => [f.forecast_month, null, f.predicted_value, f.lower_bound, f.upper_bound]),
  ];
  return { head, rows, shown: [...rows].reverse().map(([m, ...values]) => [m, ...values.map(v => (known(v) ? write(v) : '–'))]) };
}

// Small marks for values: severity, status, amounts, changes, sparklines.
import { html } from '../lib/html.js';
import { change, columnMoney, known, MISSING, money, moneyFull, ownMoney, percent } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { SEVERITY_SHAPE, segmentName, word } from '../lib/words.js';
import { href, Link } from '../lib/router.js';
import { isSigned, useCatalog } from '../lib/catalog.js';

export const Severity = ({ value, bare }) => html`<span class=${'severity ' + value} title=${word(value)}>
  <i aria-hidden="true">${SEVERITY_SHAPE[value]}</i><span class=${bare ? 'unseen' : ''}>${word(value)}</span></span>`;

export const Status = ({ value }) => html`<span class=${'status ' + value}>${word(value)}</span>`;

const missing = why => html`<span class="quiet" title=${why || t('값이 없습니다', 'No value')}>${MISSING}</span>`;

/** An amount as in a sentence; the whole amount on hover. */
export const Money = ({ value, why }) => (known(value) ? html`<span title=${moneyFull(value)}>${money(value)}</span>` : missing(why));

/** An amount in the column's unit. */
export const Amount = ({ value, signed, why }) =>
  known(value) ? html`<span title=${moneyFull(value)}>${columnMoney(value, signed)}</span>` : missing(why);

/** A small amount, in the run's own unit. */
export const SmallAmount = ({ value, why }) => (known(value) ? html`<span title=${moneyFull(value)}>${ownMoney(value)}</span>` : missing(why));

/** A rise or fall with arrow, sign and colour; `base` says what it is relative to. */
export function Delta({ value, write, title, signed = false }) {
  const shown = change(value, write || (v => columnMoney(v)));
  if (!known(value)) {
    return missing();
  }
  return html`<span class=${'nowrap ' + shown.className} title=${title || (write ? undefined : moneyFull(value))}>
    <span aria-hidden="true">${shown.arrow}</span><span class="unseen">${shown.sign === '+' ? t('증가', 'up') : shown.sign ? t('감소', 'down') : ''}</span>
    ${shown.arrow && ' '}${signed ? shown.sign : ''}${shown.text}</span>`;
}

const TIMES_FROM = 10;

/** A rate of change, whose base is on hover; beyond ten times the base a percentage says nothing. */
export const Rate = ({ value, base }) => html`<${Delta} value=${value} title=${base}
  write=${v => (v >= TIMES_FROM ? t('10배 이상', 'over 10×') : percent(v))} />`;

/** Change against a month or year before: a rate, but for signed flows, which have no base, the amount. */
export function Change({ id, changes, by = 'mom', base }) {
  const catalog = useCatalog();
  return isSigned(id, catalog)
    ? html`<${Delta} value=${changes?.[by]} write=${money} title=${base} />`
    : html`<${Rate} value=${changes?.[`${by}_rate`]} base=${base} />`;
}

/** Leads to a segment's page, at the alert or KPI it is about; from an aggregate to its alert in the watch-list. */
export function SegmentLink({ id, level = 'segment', alert, kpi, ...rest }) {
  const catalog = useCatalog();
  const name = segmentName(id, catalog?.dimensions);
  return level === 'segment'
    ? html`<${Link} to=${href('/segment', { id, alert, kpi })} ...${rest}>${name}<//>`
    : html`<${Link} to=${href('/watchlist', alert ? { open: alert } : { level, q: name })} ...${rest}>${name}<//>`;
}

/** Twelve months in a line; gaps where a month is missing. */
export function Spark({ values, width = 72, height = 20, label }) {
  const present = (values || []).filter(known);
  if (present.length < 2) {
    return missing(t('이력이 짧습니다', 'Too short a history'));
  }
  const low = Math.min(...present);
  const span = Math.max(...present) - low || 1;
  const x = i => (i / (values.length - 1)) * (width - 4) + 1;
  const y = value => height - 2 - ((value - low) / span) * (height - 4);
  let pen = 'M';
  let path = '';
  values.forEach((value, i) => {
    if (known(value)) {
      path += `${pen}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = 'L';
    } else {
      pen = 'M';
    }
  });
  const last = values.length - 1;
  return html`<svg class="spark" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="img"
    aria-label=${label || t('최근 12개월 추이', 'Last 12 months')}>
    <path d=${path} />${known(values[last]) && html`<circle cx=${x(last)} cy=${y(values[last])} r="2" />`}</svg>`;
}

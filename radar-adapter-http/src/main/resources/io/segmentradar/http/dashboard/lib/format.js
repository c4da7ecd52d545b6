// Numbers as people read them. A number that is missing is a dash here and never 0.
import { isKorean, t } from './i18n.js';

export const MISSING = '–';
const EOK = 1e8;
const JO = 1e12;

/** Unit of the run, from the API: {currency, size, label}. Set once the catalogue is known. */
let unit = { currency: 'KRW', size: 1e6, label: { ko: '백만원', en: 'million KRW' } };
export const setUnit = next => { unit = next || unit; };

export const known = value => typeof value === 'number' && Number.isFinite(value);
const grouped = (value, decimals = 0) =>
  value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
/** A sign only where a digit is left to carry it: −0.0 says nothing. */
const minus = (value, text) => (value < 0 && /[1-9]/.test(text) ? '−' + text : text);
const won = () => (unit.currency === 'KRW' ? '원' : ' ' + unit.currency);

/** Three significant digits. */
function three(size) {
  const decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return grouped(Number(size.toPrecision(3)), size === 0 ? 0 : decimals);
}

/** A card's amount: {text, suffix}, three significant digits. */
export function moneyParts(value) {
  if (!known(value)) {
    return { text: MISSING, suffix: '' };
  }
  const size = Math.abs(value) * unit.size;
  if (isKorean()) {
    const [scale, suffix] = size >= JO ? [JO, '조'] : size >= EOK || size === 0 ? [EOK, '억'] : [unit.size, unit.label.ko];
    return { text: minus(value, three(size / scale)), suffix: scale === unit.size ? suffix : suffix + won() };
  }
  if (size === 0) {
    return { text: '0', suffix: unit.currency };
  }
  const [scale, suffix] = size >= 1e12 ? [1e12, 'tn'] : size >= 1e9 ? [1e9, 'bn'] : [1e6, 'm'];
  return { text: minus(value, three(size / scale)), suffix: `${suffix} ${unit.currency}` };
}

export function money(value) {
  const { text, suffix } = moneyParts(value);
  return isKorean() ? text + suffix : suffix ? `${text} ${suffix}` : text;
}

/** The whole amount, as on hover: 1조 2,346억원 (1,234,567 백만원). */
export function moneyFull(value) {
  if (!known(value)) {
    return t('값이 없습니다', 'No value');
  }
  const exact = `${minus(value, grouped(Math.abs(value), Number.isInteger(value) ? 0 : 2))} ${isKorean() ? unit.label.ko : unit.label.en}`;
  const eok = Math.round((Math.abs(value) * unit.size) / EOK);
  if (!isKorean() || eok < 10_000) {
    return exact;
  }
  const rest = eok % 10_000;
  return minus(value, `${grouped(Math.floor(eok / 10_000))}조${rest ? ` ${grouped(rest)}억` : ''}${won()}`) + ` (${exact})`;
}

/** A column's unit, one for all its rows: 억원 or bn KRW. */
export const columnUnit = () => (isKorean() ? (unit.currency === 'KRW' ? '억원' : `억 ${unit.currency}`) : `bn ${unit.currency}`);
const columnScale = () => unit.size / (isKorean() ? EOK : 1e9);

/** An amount in the column's unit. */
export function columnMoney(value, signed = false) {
  if (!known(value)) {
    return MISSING;
  }
  const scaled = value * columnScale();
  const size = Math.abs(scaled);
  const text = grouped(size, size >= 1000 ? 0 : size >= 100 ? 0 : size >= 1 ? 1 : size === 0 ? 0 : 2);
  return signed && scaled > 0 ? '+' + text : minus(scaled, text);
}

/** The run's own unit, for columns of small amounts: 백만원. */
export const ownUnit = () => (isKorean() ? unit.label.ko : unit.label.en);
export function ownMoney(value) {
  if (!known(value)) {
    return MISSING;
  }
  const size = Math.abs(value);
  return minus(value, grouped(size, size >= 100 || size === 0 ? 0 : size >= 1 ? 1 : 2));
}

/** An amount on a chart's axis, in the column's unit. */
export const axisMoney = value => {
  const scaled = value * columnScale();
  const size = Math.abs(scaled);
  if (isKorean() && size >= 10_000) {
    return minus(scaled, `${Number((size / 10_000).toPrecision(4))}조`);
  }
  if (!isKorean() && size >= 1000) {
    return minus(scaled, `${Number((size / 1000).toPrecision(4))} tn`);
  }
  const text = size >= 1000 ? grouped(size) : String(Number(size.toPrecision(3)));
  return minus(scaled, size === 0 ? text : isKorean() ? `${text}억` : `${text} bn`);
};

export const count = value => (known(value) ? grouped(value) : MISSING);
/** A number of things in English, one of them in the singular. */
export const numberOf = (value, thing) => `${count(value)} ${thing}${value === 1 ? '' : 's'}`;
export const decimal = (value, digits = 2) => (known(value) ? minus(value, grouped(Math.abs(value), digits)) : MISSING);

export function percent(share, digits = 1) {
  return known(share) ? minus(share, `${grouped(Math.abs(share) * 100, digits)}%`) : MISSING;
}

/** Chance in a sentence: 10번 중 9번. */
export function chance(probability) {
  if (!known(probability)) {
    return MISSING;
  }
  const of = probability > 0.95 || probability < 0.05 ? 100 : 10;
  const times = Math.min(of - 1, Math.max(1, Math.round(probability * of)));
  return t(`${of}번 중 ${times}번`, `${times} in ${of}`);
}

/** {arrow, sign, text, className} of a change; direction colours follow Korean custom (rise red, fall blue). */
export function change(value, write) {
  if (!known(value)) {
    return { arrow: '', text: MISSING, className: 'quiet' };
  }
  if (value === 0) {
    return { arrow: '', text: write(0), className: 'quiet' };
  }
  const up = value > 0;
  return { arrow: up ? '▲' : '▼', text: write(Math.abs(value)), sign: up ? '+' : '−', className: up ? 'rise' : 'fall' };
}

/** 2024-12 → 2024년 12월 / Dec 2024. */
export function month(text) {
  if (!text) {
    return MISSING;
  }
  const [year, number] = text.split('-').map(Number);
  return t(`${year}년 ${number}월`, `${MONTHS[number - 1]} ${year}`);
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const shortMonth = text => (text ? text.slice(2).replace('-', '.') : MISSING);
export const day = text => (text ? text.slice(5, 10).replace('-', '.') : MISSING);
export const moment = text => (text ? new Date(text).toLocaleString(t('ko-KR', 'en-GB'), { dateStyle: 'medium', timeStyle: 'short' }) : MISSING);

export function addMonths(text, n) {
  const [year, number] = text.split('-').map(Number);
  const index = year * 12 + number - 1 + n;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

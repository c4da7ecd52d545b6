// The cause of an alert in a few words.
import { label, t } from './i18n.js';
import { money, percent } from './format.js';
import { word } from './words.js';

const ADDS_UP = ['COMPONENT', 'VOLUME', 'RATE'];

const looksAhead = alert => alert.alert_type.startsWith('FORECAST_');

/** Which way and how far the figure left what was expected; of a change that is only expected yet, that change. */
export const surprise = alert => (looksAhead(alert) && typeof alert.residual === 'number' ? -alert.residual : alert.residual);

/** The largest driver that pushes the way the surprise went, with its share of it. */
export function mainDriver(alert) {
  const sign = Math.sign(alert.residual);
  return (alert.drivers || [])
    .filter(driver => ADDS_UP.includes(driver.kind) && Math.sign(driver.contribution) === sign)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))[0];
}

export function driverName(driver) {
  return driver.kind === 'VOLUME' || driver.kind === 'RATE' ? word(driver.kind) : label(driver.label) || driver.driver;
}

export function mainCause(alert) {
  const component = (alert.drivers || []).filter(driver => driver.kind === 'COMPONENT');
  const driver = mainDriver({ ...alert, drivers: component }) ?? mainDriver(alert);
  if (alert.masked) {
    return t('고객이 적어 금액을 가렸습니다', 'Withheld: too few customers');
  }
  if (!driver || !alert.residual) {
    return label(alert.message);
  }
  const share = driver.contribution / alert.residual;
  const amount = money(looksAhead(alert) ? -driver.contribution : driver.contribution);
  return share <= 1.0001
    ? t(`${driverName(driver)} ${amount} (차이의 ${percent(share, 0)})`, `${driverName(driver)} ${amount} (${percent(share, 0)} of the gap)`)
    : `${driverName(driver)} ${amount}`;
}

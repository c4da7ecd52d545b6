// Two languages. Sentences stand where they are used, Korean first; words of the field come from words.js or the API.
import { remembered } from './store.js';

const asked = new URLSearchParams(location.search).get('lang');
export const language = remembered('lang', 'ko');
if (asked === 'ko' || asked === 'en') {
  language.set(asked);
}

export const isKorean = () => language.get() === 'ko';
export const t = (ko, en) => (isKorean() ? ko : en);

/** Text of a label from the API ({ko, en}); of a bare string, itself. */
export function label(value) {
  if (value === null || value === undefined) {
    return '';
  }
  return typeof value === 'string' ? value : value[language.get()] || value.ko || value.en || '';
}

// What the run knows: dimensions, KPIs, levels, months and unit; read once from /api/filters/.
import { createContext, useContext } from './html.js';

export const Catalog = createContext(null);
export const useCatalog = () => useContext(Catalog);

/** The money KPIs, in order of presentation. */
export const kpiIds = catalog => catalog.kpis.map(kpi => kpi.id);
export const isRatio = (id, catalog) => catalog.ratios.some(ratio => ratio.id === id);
/** Balances start their axis where the data is; flows at 0. */
export const isBalance = (id, catalog) => catalog.kpis.find(kpi => kpi.id === id)?.kind === 'BALANCE';
/** Signed flows cross 0, so that a rate of change means nothing. */
export const isSigned = (id, catalog) => catalog?.kpis.find(kpi => kpi.id === id)?.kind === 'SIGNED_FLOW';

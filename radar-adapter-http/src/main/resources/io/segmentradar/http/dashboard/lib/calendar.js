// Months of the lunar festivals, which move between neighbouring months and shift flows with them.
const SEOLLAL = { 2015: 2, 2016: 2, 2017: 1, 2018: 2, 2019: 2, 2020: 1, 2021: 2, 2022: 2, 2023: 1, 2024: 2, 2025: 1, 2026: 2, 2027: 2, 2028: 1, 2029: 2, 2030: 2 };
const CHUSEOK = { 2015: 9, 2016: 9, 2017: 10, 2018: 9, 2019: 9, 2020: 10, 2021: 9, 2022: 9, 2023: 9, 2024: 9, 2025: 10, 2026: 9, 2027: 9, 2028: 10, 2029: 9, 2030: 9 };

/** 'seollal', 'chuseok' or null for a month such as 2024-02. */
export function festival(month) {
  const [year, number] = month.split('-').map(Number);
  return SEOLLAL[year] === number ? 'seollal' : CHUSEOK[year] === number ? 'chuseok' : null;
}

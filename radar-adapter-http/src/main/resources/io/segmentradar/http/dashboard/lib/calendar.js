// Months of the lunar festivals, which move between neighbouring months and shift flows with them: told by the server.
let festivals = {};

export function learnFestivals(told) {
  festivals = told ?? {};
}

/** 'SEOLLAL', 'CHUSEOK' or undefined for a month such as 2024-02. */
export const festival = month => festivals[month];

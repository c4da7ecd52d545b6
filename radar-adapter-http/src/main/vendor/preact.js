// What the pages use of Preact, with htm bound to its element function.
import { h, render, Fragment, createContext } from 'preact';
import htm from 'htm';

export { h, render, Fragment, createContext };
export { useState, useEffect, useLayoutEffect, useRef, useMemo, useCallback, useContext, useId, useErrorBoundary } from 'preact/hooks';
export const html = htm.bind(h);

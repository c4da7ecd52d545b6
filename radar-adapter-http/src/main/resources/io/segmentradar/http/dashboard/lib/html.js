// The one place that names the view library.
export * from '../vendor/preact-11.2.0.js';

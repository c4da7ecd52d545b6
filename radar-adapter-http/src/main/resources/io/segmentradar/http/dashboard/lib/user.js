// The name under which this browser takes on alerts.
import { remembered } from './store.js';

export const user = remembered('user', '');

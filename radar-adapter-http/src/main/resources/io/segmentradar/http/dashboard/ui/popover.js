// A small window beside the control that opens it; Escape or a click elsewhere closes it.
import { html, useEffect, useLayoutEffect, useRef, useState } from '../lib/html.js';

const GAP = 6;
const EDGE = 12;

export function Popover({ control, className = '', label, opened, children }) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState({ left: 0, top: 0 });
  const anchor = useRef();
  const body = useRef();
  useLayoutEffect(() => {
    if (open) {
      const box = anchor.current.getBoundingClientRect();
      const size = body.current.getBoundingClientRect();
      const below = box.bottom + GAP + size.height < innerHeight || box.top < size.height + GAP;
      setAt({
        left: Math.max(EDGE, Math.min(box.left, document.documentElement.clientWidth - size.width - EDGE)),
        top: below ? box.bottom + GAP : box.top - GAP - size.height,
      });
    }
  }, [open]);
  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const outside = event => !anchor.current.contains(event.target) && setOpen(false);
    const escape = event => {
      if (event.key === 'Escape') {
        setOpen(false);
        anchor.current.querySelector('button')?.focus();
        event.stopPropagation();
      }
    };
    const moved = event => event.target === document && setOpen(false);
    addEventListener('pointerdown', outside);
    addEventListener('keydown', escape, true);
    addEventListener('scroll', moved, true);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('keydown', escape, true);
      removeEventListener('scroll', moved, true);
    };
  }, [open]);
  return html`<span class="anchor" ref=${anchor} onClick=${event => event.stopPropagation()}>
    ${control({ open, toggle: () => setOpen(!open) })}
    ${open && html`<div ref=${body} class=${'popover ' + className} role="dialog" aria-label=${label}
      style=${{ position: 'fixed', left: at.left + 'px', top: at.top + 'px' }}>${opened ? opened() : children}</div>`}
  </span>`;
}

import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type SyntheticEvent,
  useRef,
} from 'react';
import { type Direction, type Grid, moved } from './grid.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Options {
  readonly grid: Grid;
  /** Puts back what stood in a field. */
  readonly restore: (field: string, text: string) => void;
  /** A field is being typed in; '' when none is. */
  readonly onTyping: (field: string) => void;
  readonly onEnter: (field: string) => void;
  readonly onLeave: () => void;
  readonly onPaste: (field: string, text: string) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * The keys of a sheet over plain fields. A field one comes to is selected as a whole: arrows go to the next field, and
 * what is typed takes the place of what stood there. Once typed in, or after F2 or a click, left and right move within
 * the text. Enter goes down, with Shift up; Escape puts back what stood there. A box for long text (总体目标) keeps its
 * own keys, as does a list of choices that is open.
 */
export function useSheetKeys(options: Options) {
  /** The field that is being written in, and what stood in it before. */
  const at = useRef({ field: '', before: '', writing: false });
  /** What a field is being pressed with: the keyboard presses none. */
  const pressed = useRef('');

  const go = (event: KeyboardEvent, to: Direction) => {
    event.preventDefault();
    const next = moved(options.grid, fieldOf(event.target)?.id ?? '', to);
    if (next) focusField(next);
  };
  const write = () => {
    at.current.writing = true;
  };
  const restore = (field: Field) => {
    if (at.current.field !== field.id || isBox(field)) return;
    options.restore(field.id, at.current.before);
    at.current.writing = false;
    options.onTyping('');
    requestAnimationFrame(() => selectAll(field));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if ((ctrlKey || metaKey) && !altKey && /^[zy]$/i.test(key)) {
      event.preventDefault();
      if (key.toLowerCase() === 'y' || shiftKey) options.redo();
      else options.undo();
      return;
    }
    const field = fieldOf(event.target);
    if (!field || ctrlKey || metaKey) return;
    const { writing } = at.current;
    if (key === 'Escape') restore(field);
    else if (isLong(field)) return;
    else if (field instanceof HTMLSelectElement && opens(event)) {
      write();
      if (key === 'F2') field.showPicker();
    } else if (altKey) breakLine(event, field);
    else if (key === 'F2') {
      write();
      if (!(field instanceof HTMLSelectElement) && isText(field))
        field.setSelectionRange(field.value.length, field.value.length);
    } else if (key === 'Enter') {
      at.current.writing = false;
      go(event, shiftKey ? 'up' : 'down');
    } else if (!shiftKey && ARROWS[key] && !keepsArrow(field, key, writing)) go(event, ARROWS[key]);
  };

  const onFocus = (event: SyntheticEvent) => {
    const field = fieldOf(event.target);
    if (!field) return;
    at.current = { field: field.id, before: field.value, writing: false };
    options.onEnter(field.id);
    if (pressed.current === 'touch') write();
    else if (!isLong(field) && pressed.current === '') selectAll(field);
  };
  const onBlur = () => {
    at.current = { field: '', before: '', writing: false };
    options.onTyping('');
    options.onLeave();
  };
  const onInput = (event: SyntheticEvent) => {
    const field = fieldOf(event.target);
    if (!field || isBox(field)) return;
    // A choice is made at once, and arrows go on to the next field.
    at.current.writing = !(field instanceof HTMLSelectElement);
    if (at.current.writing) options.onTyping(field.id);
  };
  const onPointerDown = (event: PointerEvent) => {
    const field = fieldOf(event.target);
    pressed.current = field ? event.pointerType : '';
    if (field && field === document.activeElement) write();
  };
  /** The first click selects the whole cell, as in a sheet; the next one puts the cursor where it is. */
  const onClick = (event: SyntheticEvent) => {
    const field = fieldOf(event.target);
    pressed.current = '';
    if (!field || !isText(field) || at.current.writing || isLong(field)) return;
    if (field.selectionStart === field.selectionEnd) field.select();
  };
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const field = fieldOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (!field || isLong(field)) return;
    // Paragraphs pasted into a text that is being written stay in it.
    const within = at.current.writing && field instanceof HTMLTextAreaElement;
    if (within && !text.includes('\t')) return;
    if (options.onPaste(field.id, text)) event.preventDefault();
    else if (isText(field) && /[\r\n]$/.test(text)) {
      // A sheet ends even a single cell with a line end.
      event.preventDefault();
      insert(field, text.trimEnd());
    }
  };
  return { onKeyDown, onFocus, onBlur, onInput, onPointerDown, onClick, onPaste };
}

/**
 * The first of some fields that stands after another on the page; the first of all where none does.
 * @param last the field to go on from; '' for the beginning
 */
export function fieldAfter(fields: readonly string[], last: string): string | undefined {
  const from = document.getElementById(last);
  const after = fields.find((field) => {
    const element = document.getElementById(field);
    const place = element ? (from?.compareDocumentPosition(element) ?? 0) : 0;
    return (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
  return after ?? fields[0];
}

/** Puts the cursor into a field and brings it into view. @returns whether it is there */
export function focusField(field: string): boolean {
  const element = document.getElementById(field);
  element?.focus();
  return element !== null && element === document.activeElement;
}

function fieldOf(target: EventTarget): Field | undefined {
  const isField =
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement;
  return isField && target.dataset['field'] !== undefined ? target : undefined;
}

function isText(field: Field): field is HTMLInputElement | HTMLTextAreaElement {
  return (
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && field.type === 'text')
  );
}

function isBox(field: Field): boolean {
  return field instanceof HTMLInputElement && field.type !== 'text';
}

function isLong(field: Field): boolean {
  return field.dataset['long'] !== undefined;
}

/** A list of choices keeps its keys while it is open, a text that is written in keeps those that move in it. */
function keepsArrow(field: Field, key: string, writing: boolean): boolean {
  if (!writing) return false;
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  return sideways || !(field instanceof HTMLInputElement);
}

function opens({ key, altKey }: KeyboardEvent): boolean {
  return key === ' ' || key === 'F2' || key === 'F4' || (altKey && key === 'ArrowDown');
}

/** Alt and Enter begin a line within a cell. */
function breakLine(event: KeyboardEvent, field: Field): void {
  if (event.key !== 'Enter' || !(field instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  insert(field, '\n');
}

/** Puts a text where the cursor is, as if it had been typed. */
function insert(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

function selectAll(field: Field): void {
  if (isText(field)) field.select();
}

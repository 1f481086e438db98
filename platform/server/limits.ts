/** The longest body a request may have, in bytes. */
export const BODY_LIMIT = 1024 * 1024;

/** Requests a minute from one client that are answered with what lies ready. An office behind one address shares them; pages ask seldom. */
export const REQUESTS_A_MINUTE = 600;

/** Requests a minute from one client that are worked out anew for each body, which takes a hundred times as long as sending a file. */
export const ANSWERS_A_MINUTE = 120;

/** Faults of one input that are told at once: a body of nothing but faults mustn't become an answer many times its size. */
export const FAULTS_TOLD = 200;

/** Milliseconds one question may be worked on; an ordinary one takes some ten. */
export const ANSWER_TIME = 5_000;

/** Milliseconds one form may be worked on: the first PDF of a worker opens its compiler, which takes a second or two. */
export const FORM_TIME = 10_000;

/** Milliseconds a question waits at most until a worker is free. */
export const ANSWER_WAIT = 10_000;

/** Questions that wait at the same time, in all and of one client: an office behind one address counts as one. */
export const ANSWERS_WAITING = { all: 64, ofOne: 16 } as const;

/** Megabytes one worker may fill, the guide included, which takes some ten. */
export const WORKER_MEMORY = 256;

/** A request must have arrived whole by then; one that trickles in would hold its connection. */
export const REQUEST_TIMEOUT = 30_000;

/** Of that, its head. Were it longer than the whole, Node would take the one for the other. */
export const HEAD_TIMEOUT = 10_000;

/** A connection on which nothing moves is closed. */
export const IDLE_TIMEOUT = 60_000;

/** Milliseconds one document of an application may take: thousands of invoices make a hundred pages. */
export const PRINT_TIME = 30_000;

/** Milliseconds one list may be read: 100,000 rows take some ten seconds on a busy machine. */
export const LIST_TIME = 60_000;

/** Megabytes the thread that reads lists may fill. */
export const LIST_MEMORY = 1024;

/** Milliseconds one guide may be checked, with all its worked cases, or some hundred applications judged under two. */
export const GUIDE_TIME = 60_000;

/** Megabytes the thread that checks guides may fill: two guides at a time and what is judged under them. */
export const GUIDE_MEMORY = 512;

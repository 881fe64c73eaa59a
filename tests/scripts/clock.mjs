/** A clock that a test moves by hand. */

/** Lets promises settle. */
export const rest = () => new Promise((resolve) => setTimeout(resolve));

/** The `clock` for what is tried, `reach(time)`, which calls what is due by then, and `next()`, when that is. */
export function makeClock() {
  let [now, due] = [0, []];
  const clock = {
    now: () => now,
    date: () => '',
    after: (delay, call) => {
      const timer = { at: now + delay, call };
      due.push(timer);
      return () => {
        due = due.filter((other) => other !== timer);
      };
    },
  };
  const reach = async (time) => {
    now = time;
    const late = due.filter(({ at }) => at <= now);
    due = due.filter(({ at }) => at > now);
    for (const timer of late) timer.call();
    await rest();
  };
  const next = () => Math.min(...due.map(({ at }) => at));
  return { clock, reach, next };
}

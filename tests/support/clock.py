"""A clock that a script in a page moves by hand."""

# For the beginning of an async function: `now`, the `clock` for what is tried, `rest()`, which lets
# promises settle, and `reach(time)`, which calls what is due by then.
CLOCK = """
    let [now, due] = [0, []];
    const clock = {
        now: () => now,
        date: () => "",
        after: (delay, call) => {
            const timer = { at: now + delay, call };
            due.push(timer);
            return () => { due = due.filter((other) => other !== timer); };
        },
    };
    const rest = () => new Promise((resolve) => { setTimeout(resolve); });
    const reach = async (time) => {
        now = time;
        const late = due.filter(({ at }) => at <= now);
        due = due.filter(({ at }) => at > now);
        for (const timer of late) timer.call();
        await rest();
    };
"""

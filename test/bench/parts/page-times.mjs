const IN_A_ROUND = 8;

/**
 * What a page takes, sorted: `times` until all of it is there, and `costs`, the processor time of one page in each
 * round as `used` tells it. Undefined where there is no such page.
 */
export async function pageTimes(address, headers, { rounds, used }) {
  const [times, costs] = [[], []];
  const ask = async () => {
    const start = performance.now();
    const answer = await fetch(address, { headers });
    await answer.text();
    if (answer.status !== 200 && answer.status !== 404)
      throw new Error(`${address} was answered with ${answer.status}`);
    return { status: answer.status, time: performance.now() - start };
  };
  for (let n = 0; n < 4; n += 1) if ((await ask()).status === 404) return undefined; // compiles and plans
  for (let round = 0; round < rounds; round += 1) {
    const before = used();
    for (let n = 0; n < IN_A_ROUND; n += 1) times.push((await ask()).time);
    costs.push((used() - before) / IN_A_ROUND);
  }
  return { times: ascending(times), costs: ascending(costs) };
}

const ascending = (numbers) => numbers.sort((a, b) => a - b);

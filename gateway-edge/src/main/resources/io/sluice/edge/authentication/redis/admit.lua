-- Replay and rate in one round trip.
-- KEYS: nonce, then one bucket a limit.  ARGV: nonce lifetime ms, then per bucket: permits per second, burst.
-- A bucket is one number: the time (µs) at which it will be full again ("theoretical arrival time" of the generic
-- cell rate algorithm), which is a token bucket without a refill step.
-- Answers {verdict, remaining, µs until the first bucket is full or µs to wait}; verdict 0 admitted, 1 limited, 2 replayed.
if redis.call('EXISTS', KEYS[1]) == 1 then
  return {2, 0, 0}
end
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local full = {}
local remaining
for i = 2, #KEYS do
  local interval = 1000000 / tonumber(ARGV[2 * (i - 1)])
  local depth = interval * tonumber(ARGV[2 * (i - 1) + 1])
  local at = math.max(tonumber(redis.call('GET', KEYS[i]) or 0), now) + interval
  if at - now > depth + 0.5 then
    return {1, 0, math.ceil(at - now - depth)}
  end
  full[i] = at
  local left = math.floor((depth - (at - now)) / interval + 0.0001)
  if i == 2 or left < remaining then
    remaining = left
  end
end
for i = 2, #KEYS do
  redis.call('SET', KEYS[i], string.format('%.0f', full[i]), 'PX', math.ceil((full[i] - now) / 1000) + 1)
end
redis.call('SET', KEYS[1], '', 'PX', ARGV[1])
return {0, remaining, math.ceil(full[2] - now)}

-- Replay and rate in one round trip.
-- KEYS: nonce, the merchant's bucket and, where it has a limit of its own, the key's.
-- ARGV: nonce lifetime ms, then per bucket: permits per second, burst.
-- A bucket is one number: the time (µs) at which it will be full again ("theoretical arrival time" of the generic
-- cell rate algorithm), which is a token bucket without a refill step.
-- Answers {verdict, bucket, remaining, µs}: verdict 0 admitted, with the bucket that has the least left and the time
-- until it is full; 1 limited, with the empty bucket and the time to wait; 2 replayed. The merchant's bucket is 0.
if redis.call('EXISTS', KEYS[1]) == 1 then
  return {2, 0, 0, 0}
end
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local full = {}
local tightest, remaining
for i = 2, #KEYS do
  local interval = 1000000 / tonumber(ARGV[2 * (i - 1)])
  local depth = interval * tonumber(ARGV[2 * (i - 1) + 1])
  local at = math.max(tonumber(redis.call('GET', KEYS[i]) or 0), now) + interval
  if at - now > depth + 0.5 then
    return {1, i - 2, 0, math.ceil(at - now - depth)}
  end
  full[i] = at
  local left = math.floor((depth - (at - now)) / interval + 0.0001)
  if not remaining or left < remaining then
    tightest, remaining = i, left
  end
end
for i = 2, #KEYS do
  redis.call('SET', KEYS[i], string.format('%.1f', full[i]), 'PX', math.ceil((full[i] - now) / 1000) + 1)
end
redis.call('SET', KEYS[1], '', 'PX', ARGV[1])
return {0, tightest - 2, remaining, math.ceil(full[tightest] - now)}

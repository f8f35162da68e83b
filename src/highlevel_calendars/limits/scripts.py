"""What Redis does for the limiter of a fleet, in Lua: each script is one step that nobody interrupts.

A location has two keys. The first is a sorted set with a member for each place that is taken: its score is when
its reply came, or when it was sent, or when it is to be sent. The second is a hash of what the replies told.
All times are microseconds of Redis' own clock.
"""

from __future__ import annotations

# What the first number of an answer means.
WAIT, GRANTED, EXHAUSTED = 0, 1, 2

_BEGIN = """
local sent, limit_key = KEYS[1], KEYS[2]
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local known = redis.call('HMGET', limit_key, 'limit', 'interval', 'closed', 'exhausted', 'daily', 'left', 'silent')
local limit, interval = tonumber(known[1]), tonumber(known[2]) or tonumber(ARGV[2])
local closed, exhausted = tonumber(known[3]) or 0, tonumber(known[4]) or 0
local daily, left, silent = tonumber(known[5]), tonumber(known[6]), known[7]
local function exact(number) return string.format('%.0f', number) end
local function answer(verdict, wait)
  redis.call('PEXPIRE', sent, 3600000)
  redis.call('PEXPIRE', limit_key, 172800000)
  return {verdict, wait, limit or 0, redis.call('ZCOUNT', sent, '-inf', exact(now)), interval,
          math.max(0, closed - now), daily or 0, left or 0, math.max(0, exhausted - now)}
end
"""

# Arguments: the name of the place, the interval until a reply tells, and how many may go before the first reply.
# Whoever waits asks again under the same name: those who were planned before it still go first.
ACQUIRE = (
    _BEGIN
    + """
if exhausted > now then return answer(2, 0) end
local place = ARGV[1]
redis.call('ZREMRANGEBYSCORE', sent, '-inf', '(' .. exact(now - interval))
local planned = redis.call('ZSCORE', sent, place)
if planned then redis.call('ZREM', sent, place) end
local before = redis.call('ZCOUNT', sent, '-inf', planned or '+inf')
local places = limit or (silent and math.huge) or tonumber(ARGV[3])
local at = math.max(now, closed)
if before >= places then
  local leaves = redis.call('ZRANGE', sent, before - places, before - places, 'WITHSCORES')
  at = math.max(at, tonumber(leaves[2]) + interval + 1)
end
redis.call('ZADD', sent, exact(at), place)
if at <= now then return answer(1, 0) end
return answer(0, at - now)
"""
)

# Arguments: the name of the place, the interval until a reply tells, whether the request arrived, and what the
# reply told: limit, remaining, interval, pause, daily limit, daily remaining, daily reset; '' where it did not.
SETTLE = (
    _BEGIN
    + """
local place, arrived = ARGV[1], ARGV[3]
if arrived == '1' then redis.call('ZADD', sent, 'XX', exact(now), place) else redis.call('ZREM', sent, place) end
local function set(field, value) redis.call('HSET', limit_key, field, exact(value)) end
if tonumber(ARGV[4]) then limit = tonumber(ARGV[4]) set('limit', limit)
elseif not limit then set('silent', 1) end
if tonumber(ARGV[6]) then interval = tonumber(ARGV[6]) set('interval', interval) end
if limit and tonumber(ARGV[5]) then
  local by_others = limit - tonumber(ARGV[5]) - redis.call('ZCOUNT', sent, '-inf', exact(now))
  for number = 1, by_others do redis.call('ZADD', sent, exact(now), place .. ':' .. number) end
end
if tonumber(ARGV[7]) then closed = math.max(closed, now + tonumber(ARGV[7])) set('closed', closed) end
if tonumber(ARGV[8]) then daily = tonumber(ARGV[8]) set('daily', daily) end
local remaining = tonumber(ARGV[9])
if remaining == 0 then exhausted = now + (tonumber(ARGV[10]) or 60000000) set('exhausted', exhausted) end
if remaining and (remaining == 0 or exhausted <= now) then left = remaining set('left', left) end
return answer(1, 0)
"""
)

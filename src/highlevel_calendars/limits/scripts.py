"""What Redis does for the limiter of a fleet, in Lua: each script is one step that nobody interrupts.

A location has four keys. "sent" is a sorted set of the places that are taken: the score of each is when its request
was sent, and then when its reply came. "line" is one of those who wait, by the time when they came, and "due" of the
same by the time when they have to ask again, or are given up. "limit" is a hash of what the replies told.
All times are microseconds of Redis' own clock.
"""

from __future__ import annotations

KEYS = ("sent", "line", "due", "limit")

# What the first number of an answer means.
WAIT, GRANTED, EXHAUSTED, CLOSED = 0, 1, 2, 3

_BEGIN = """
local sent, line, due, limit_key = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local place = ARGV[1]
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local known = redis.call('HMGET', limit_key, 'limit', 'interval', 'closed', 'exhausted', 'daily', 'left', 'unlimited')
local limit, interval = tonumber(known[1]), tonumber(known[2]) or tonumber(ARGV[2])
local closed, exhausted = tonumber(known[3]) or 0, tonumber(known[4]) or 0
local daily, left, unlimited = tonumber(known[5]), tonumber(known[6]), known[7]
local function exact(number) return string.format('%.0f', number) end
local function leave(name)
  redis.call('ZREM', line, name)
  redis.call('ZREM', due, name)
end
local function taken()
  redis.call('ZREMRANGEBYSCORE', sent, '-inf', exact(now - interval))
  -- A clock that was set back must not keep places until it is that late again.
  for _, name in ipairs(redis.call('ZRANGEBYSCORE', sent, '(' .. exact(now), '+inf')) do
    redis.call('ZADD', sent, exact(now), name)
  end
  return redis.call('ZCARD', sent)
end
local function answer(verdict, wait)
  local kept = exact(math.max(3600000, interval / 500))
  for number = 1, 3 do redis.call('PEXPIRE', KEYS[number], kept) end
  redis.call('PEXPIRE', limit_key, 172800000)
  return {verdict, wait, limit or 0, taken(), interval,
          math.max(0, closed - now), daily or 0, left or 0, math.max(0, exhausted - now)}
end
"""

# Arguments: the name of the place, the interval until a reply tells, how many may go before the first reply, the
# longest pause to wait for, and how much later than told one may ask again. Whoever waits asks under the same name.
ACQUIRE = (
    _BEGIN
    + """
redis.call('ZREM', sent, place)
redis.call('ZREM', due, place)
for _, name in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', exact(now))) do leave(name) end
if exhausted > now then leave(place) return answer(2, 0) end
if closed - now > tonumber(ARGV[4]) then leave(place) return answer(3, 0) end
if not redis.call('ZSCORE', line, place) then redis.call('ZADD', line, exact(now), place) end
local count, places = taken(), limit or (unlimited and math.huge) or tonumber(ARGV[3])
-- Places come free in the order in which they were taken, and then in the order of the line: whose turn is awaited?
local turn = count + redis.call('ZRANK', line, place) - places
local at, later = math.max(now, closed), 0
if turn < 0 and at <= now then
  leave(place)
  redis.call('ZADD', sent, exact(now), place)
  return answer(1, 0)
end
while turn >= count do turn, later = turn - places, later + interval end
if turn >= 0 then at = math.max(at, redis.call('ZRANGE', sent, turn, turn, 'WITHSCORES')[2] + interval) end
at = at + later
redis.call('ZADD', due, exact(at + ARGV[5]), place)
return answer(0, at - now)
"""
)

# Arguments: the name of the place, the interval until a reply tells, whether the request arrived, whether the reply
# tells that there is no limit, and what else it told: limit, remaining, interval, pause, daily limit, daily
# remaining, daily reset; '' where it did not.
SETTLE = (
    _BEGIN
    + """
leave(place)
if ARGV[3] == '1' then redis.call('ZADD', sent, exact(now), place) else redis.call('ZREM', sent, place) end
local function set(field, value) redis.call('HSET', limit_key, field, exact(value)) end
if tonumber(ARGV[5]) then limit = tonumber(ARGV[5]) set('limit', limit) end
if ARGV[4] == '1' then set('unlimited', 1) end
if tonumber(ARGV[7]) then interval = tonumber(ARGV[7]) set('interval', interval) end
if limit and tonumber(ARGV[6]) then
  local by_others = limit - ARGV[6] - taken()
  for number = 1, by_others do redis.call('ZADD', sent, exact(now), place .. ':' .. number) end
end
if tonumber(ARGV[8]) then closed = math.max(closed, now + ARGV[8]) set('closed', closed) end
if tonumber(ARGV[9]) then daily = tonumber(ARGV[9]) set('daily', daily) end
local remaining = tonumber(ARGV[10])
if remaining == 0 then exhausted = now + (tonumber(ARGV[11]) or 60000000) set('exhausted', exhausted) end
if remaining and (remaining == 0 or exhausted <= now) then left = remaining set('left', left) end
return answer(1, 0)
"""
)

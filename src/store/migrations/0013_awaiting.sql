-- The program keeps the list of cases that await a screening itself: each statement under a trigger
-- kept a journal of its own, a quarter of the time of a large load.
DROP TRIGGER facts_version_awaits_screening;
DROP TRIGGER screening_was_awaited;

-- The answers that decided: `[{"determination":…,"answers":["died=yes",…]},…]`; null in a screening
-- that was recorded before they were.
ALTER TABLE screening ADD COLUMN decisive TEXT;

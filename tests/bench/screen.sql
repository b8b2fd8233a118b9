-- The review outcome of scr-2015 for the records of generate.cpp, as one would write it for DuckDB by hand.
--
-- A record becomes a number, `answers`, with a digit for each column the outcome depends on: 1 yes and 2 no where
-- nothing else is said, 0 not known. A cell that is no answer is NULL, and with it the number: the record is refused.
-- Many records have the same number, so each number is screened once, with all that its 0s may turn out to be,
-- and the records joined to the outcomes.
-- The branches of a CASE are simple and the frequent ones come first, which DuckDB is fast at.
WITH
cells AS (
    SELECT
        ref,
        -- 1 below 16, 2 below 18, 3 from 18
        CASE WHEN years < 16 THEN 1 WHEN years < 18 THEN 2 WHEN years <= 120 THEN 3
             WHEN age IS NULL THEN 0 WHEN age = 'unknown' THEN 0 END AS age,
        -- 1 below 18, 2 from 18, 3 the same as `age`
        CASE WHEN age_when_harmed IS NULL THEN 30 WHEN years_when_harmed < 18 THEN 10
             WHEN years_when_harmed <= 120 THEN 20 WHEN age_when_harmed = 'unknown' THEN 0 END AS age_when_harmed,
        CASE WHEN born_alive = 'yes' THEN 100 WHEN born_alive = 'no' THEN 200
             WHEN born_alive IS NULL THEN 100 WHEN born_alive = 'unknown' THEN 0 END AS born_alive,
        CASE WHEN abuse_or_neglect = 'none' THEN 2000 WHEN abuse_or_neglect = 'suspected' THEN 1000
             WHEN abuse_or_neglect = 'known' THEN 1000 WHEN abuse_or_neglect IS NULL THEN 0
             WHEN abuse_or_neglect = 'unknown' THEN 0 END AS abuse_or_neglect,
        CASE WHEN died = 'no' THEN 20000 WHEN died = 'yes' THEN 10000
             WHEN died IS NULL THEN 0 WHEN died = 'unknown' THEN 0 END AS died,
        CASE WHEN seriously_harmed = 'no' THEN 200000 WHEN seriously_harmed = 'yes' THEN 100000
             WHEN seriously_harmed IS NULL THEN 0 WHEN seriously_harmed = 'unknown' THEN 0 END AS seriously_harmed,
        CASE WHEN suspected_suicide = 'no' THEN 2000000 WHEN suspected_suicide = 'yes' THEN 1000000
             WHEN suspected_suicide IS NULL THEN 0 WHEN suspected_suicide = 'unknown' THEN 0 END AS suspected_suicide,
        -- 1 concern, 2 not established, 3 no concern, 4 definitely none
        CASE WHEN working_together = 'not_established' THEN 20000000 WHEN working_together = 'no_concern' THEN 30000000
             WHEN working_together = 'concern' THEN 10000000
             WHEN working_together = 'no_concern_definitive' THEN 40000000
             WHEN working_together IS NULL THEN 20000000 WHEN working_together = 'unknown' THEN 20000000
             END AS working_together,
        CASE WHEN setting = 'none' THEN 200000000 WHEN setting IS NULL THEN 200000000
             WHEN setting = 'custody' THEN 100000000 WHEN setting = 'remand' THEN 100000000
             WHEN setting = 'young_offender_institution' THEN 100000000 WHEN setting = 'unknown' THEN 0 END AS setting,
        CASE WHEN detained_mha = 'no' THEN 2000000000 WHEN detained_mha = 'yes' THEN 1000000000
             WHEN detained_mha IS NULL THEN 2000000000 WHEN detained_mha = 'unknown' THEN 0 END AS detained_mha,
        CASE WHEN deprived_of_liberty_mca = 'no' THEN 20000000000 WHEN deprived_of_liberty_mca = 'yes' THEN 10000000000
             WHEN deprived_of_liberty_mca IS NULL THEN 20000000000 WHEN deprived_of_liberty_mca = 'unknown' THEN 0
             END AS deprived_of_liberty_mca,
        CASE WHEN significant_event = 'no' THEN 200000000000 WHEN significant_event = 'yes' THEN 100000000000
             WHEN significant_event IS NULL THEN 200000000000 WHEN significant_event = 'unknown' THEN 0
             END AS significant_event,
        CASE WHEN adverse_outcome = 'no' THEN 2000000000000 WHEN adverse_outcome = 'yes' THEN 1000000000000
             WHEN adverse_outcome IS NULL THEN 2000000000000 WHEN adverse_outcome = 'unknown' THEN 0
             END AS adverse_outcome,
        -- Read, for they may be bad, but of no consequence.
        CASE WHEN looked_after = 'no' THEN 0 WHEN looked_after = 'yes' THEN 0
             WHEN looked_after IS NULL THEN 0 WHEN looked_after = 'unknown' THEN 0 END AS looked_after,
        CASE WHEN regulated_setting = 'no' THEN 0 WHEN regulated_setting = 'yes' THEN 0
             WHEN regulated_setting IS NULL THEN 0 WHEN regulated_setting = 'unknown' THEN 0 END AS regulated_setting
    FROM (SELECT *, try_cast(age AS utinyint) AS years, try_cast(age_when_harmed AS utinyint) AS years_when_harmed
          FROM notifications)
),
records AS MATERIALIZED (
    SELECT
        ref,
        adverse_outcome + significant_event + deprived_of_liberty_mca + detained_mha + setting + working_together
            + suspected_suicide + seriously_harmed + died + abuse_or_neglect + born_alive + age_when_harmed + age
            + looked_after + regulated_setting AS answers
    FROM cells
),
-- What a digit may turn out to be.
yes_no(digit, answer) AS (VALUES (0, 1), (0, 2), (1, 1), (2, 2)),
ages(digit, answer) AS (VALUES (0, 1), (0, 2), (0, 3), (1, 1), (2, 2), (3, 3)),
ages_when_harmed(digit, answer) AS (VALUES (0, 1), (0, 2), (1, 1), (2, 2), (3, 3)),
completed AS (
    SELECT
        answers,
        age.answer < 3 AS minor,
        age.answer = 2 AS minor_of_16,
        harmed.answer = 1 OR harmed.answer = 3 AND age.answer < 3 AS minor_when_harmed,
        born_alive.answer = 1 AS born_alive,
        abuse_or_neglect.answer = 1 AS abuse_or_neglect,
        died.answer = 1 AS died,
        seriously_harmed.answer = 1 AS seriously_harmed,
        suspected_suicide.answer = 1 AS suspected_suicide,
        answers // 10000000 % 10 AS working_together,
        setting.answer = 1 OR detained_mha.answer = 1 AS detained,
        deprived_of_liberty_mca.answer = 1 AS deprived_of_liberty_mca,
        significant_event.answer = 1 OR adverse_outcome.answer = 1 AS eventful
    FROM (SELECT DISTINCT answers FROM records WHERE answers IS NOT NULL)
    JOIN ages AS age ON answers % 10 = age.digit
    JOIN ages_when_harmed AS harmed ON answers // 10 % 10 = harmed.digit
    JOIN yes_no AS born_alive ON answers // 100 % 10 = born_alive.digit
    JOIN yes_no AS abuse_or_neglect ON answers // 1000 % 10 = abuse_or_neglect.digit
    JOIN yes_no AS died ON answers // 10000 % 10 = died.digit
    JOIN yes_no AS seriously_harmed ON answers // 100000 % 10 = seriously_harmed.digit
    JOIN yes_no AS suspected_suicide ON answers // 1000000 % 10 = suspected_suicide.digit
    JOIN yes_no AS setting ON answers // 100000000 % 10 = setting.digit
    JOIN yes_no AS detained_mha ON answers // 1000000000 % 10 = detained_mha.digit
    JOIN yes_no AS deprived_of_liberty_mca ON answers // 10000000000 % 10 = deprived_of_liberty_mca.digit
    JOIN yes_no AS significant_event ON answers // 100000000000 % 10 = significant_event.digit
    JOIN yes_no AS adverse_outcome ON answers // 1000000000000 % 10 = adverse_outcome.digit
),
outcomes AS (
    SELECT
        answers,
        CASE
            WHEN death AND (abuse_or_neglect OR detained OR deprived_of_liberty_mca AND minor_of_16)
                THEN 'scr_required'
            WHEN harm AND abuse_or_neglect AND working_together <> 4 THEN 'scr_required'
            WHEN (death OR harm) AND (abuse_or_neglect OR working_together = 1 OR suspected_suicide)
                THEN 'scr_consider'
            WHEN death AND deprived_of_liberty_mca THEN 'scr_consider'
            WHEN working_together <= 2 AND eventful THEN 'partnership_case_review'
            ELSE 'no_review'
        END AS outcome
    FROM (SELECT *, born_alive AND minor AND died AS death,
                 born_alive AND minor_when_harmed AND seriously_harmed AS harm
          FROM completed)
    -- No answers can be like this; a record that has only such ones has no row.
    WHERE NOT (suspected_suicide AND NOT died) AND NOT (minor AND NOT minor_when_harmed)
),
reviews AS (
    SELECT answers, CASE WHEN min(outcome) = max(outcome) THEN min(outcome) ELSE 'undetermined' END AS review
    FROM outcomes
    GROUP BY answers
)
SELECT ref, review FROM records JOIN reviews USING (answers)

-- Erasure, suspected duplicates and what is declared about surveys.

-- Erased: what remains of an erased response; it holds no identity and no details. SuspectedDuplicate: stored, not counted.
ALTER TABLE Responses ADD COLUMN SuspectedDuplicate INTEGER NOT NULL DEFAULT 0;

ALTER TABLE Responses ADD COLUMN Erased INTEGER NOT NULL DEFAULT 0;

ALTER TABLE SupersededResponses ADD COLUMN SuspectedDuplicate INTEGER NOT NULL DEFAULT 0;

-- Erased: the response was erased later, and what identified anybody is gone from this revision.
ALTER TABLE SupersededResponses ADD COLUMN Erased INTEGER NOT NULL DEFAULT 0;

-- For reads of what was known at a past moment.
CREATE INDEX IX_SupersededResponses_RespondedAt_ResponseKey ON SupersededResponses (RespondedAt, ResponseKey);

CREATE INDEX IX_SupersededResponses_CustomerKey_RespondedAt
    ON SupersededResponses (CustomerKey, RespondedAt) WHERE CustomerKey IS NOT NULL;

ALTER TABLE DailyCounts ADD COLUMN ErasedAnswers INTEGER NOT NULL DEFAULT 0;

ALTER TABLE DailyCounts ADD COLUMN SuspectedDuplicateAnswers INTEGER NOT NULL DEFAULT 0;

-- Kind: 1 relationship, 2 transactional; null when nobody said.
ALTER TABLE Surveys ADD COLUMN Kind INTEGER NULL;

ALTER TABLE Surveys ADD COLUMN Title TEXT NULL;

ALTER TABLE Questions ADD COLUMN Text TEXT NULL;

-- Thresholds are scores of the question's scale; null where the scale decides.
ALTER TABLE Questions ADD COLUMN SatisfiedFrom INTEGER NULL;

ALTER TABLE Questions ADD COLUMN AgreeFrom INTEGER NULL;

ALTER TABLE Questions ADD COLUMN EasyFrom INTEGER NULL;

ALTER TABLE Questions ADD COLUMN DifficultFrom INTEGER NULL;

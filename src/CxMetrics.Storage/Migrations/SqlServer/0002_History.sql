-- Erasure, suspected duplicates and what is declared about surveys.

-- Erased: what remains of an erased response; it holds no identity and no details. SuspectedDuplicate: stored, not counted.
ALTER TABLE Responses ADD SuspectedDuplicate bit NOT NULL CONSTRAINT DF_Responses_SuspectedDuplicate DEFAULT 0;

ALTER TABLE Responses ADD Erased bit NOT NULL CONSTRAINT DF_Responses_Erased DEFAULT 0;

ALTER TABLE SupersededResponses ADD SuspectedDuplicate bit NOT NULL CONSTRAINT DF_SupersededResponses_SuspectedDuplicate DEFAULT 0;

-- Erased: the response was erased later, and what identified anybody is gone from this revision.
ALTER TABLE SupersededResponses ADD Erased bit NOT NULL CONSTRAINT DF_SupersededResponses_Erased DEFAULT 0;

-- For reads of what was known at a past moment.
CREATE INDEX IX_SupersededResponses_RespondedAt_ResponseKey ON SupersededResponses (RespondedAt, ResponseKey);

CREATE INDEX IX_SupersededResponses_CustomerKey_RespondedAt
    ON SupersededResponses (CustomerKey, RespondedAt) WHERE CustomerKey IS NOT NULL;

ALTER TABLE DailyCounts ADD ErasedAnswers int NOT NULL CONSTRAINT DF_DailyCounts_ErasedAnswers DEFAULT 0;

ALTER TABLE DailyCounts ADD SuspectedDuplicateAnswers int NOT NULL CONSTRAINT DF_DailyCounts_SuspectedDuplicateAnswers DEFAULT 0;

-- Nobody keeps rows here between transactions, so it needs no default.
ALTER TABLE StagedCounts ADD ErasedAnswers int NULL;

ALTER TABLE StagedCounts ADD SuspectedDuplicateAnswers int NULL;

-- A table type cannot be altered.
DROP TYPE CountRows;

CREATE TYPE CountRows AS TABLE (
    QuestionKey int NOT NULL,
    Level tinyint NOT NULL,
    Day int NOT NULL,
    TouchpointKey int NOT NULL,
    ChannelKey int NOT NULL,
    SegmentKey int NOT NULL,
    Score0 int NOT NULL,
    Score1 int NOT NULL,
    Score2 int NOT NULL,
    Score3 int NOT NULL,
    Score4 int NOT NULL,
    Score5 int NOT NULL,
    Score6 int NOT NULL,
    Score7 int NOT NULL,
    Score8 int NOT NULL,
    Score9 int NOT NULL,
    Score10 int NOT NULL,
    TestAnswers int NOT NULL,
    ErasedAnswers int NOT NULL,
    SuspectedDuplicateAnswers int NOT NULL,
    PRIMARY KEY (QuestionKey, Level, Day, TouchpointKey, ChannelKey, SegmentKey)
);

-- Kind: 1 relationship, 2 transactional; null when nobody said.
ALTER TABLE Surveys ADD Kind tinyint NULL;

ALTER TABLE Surveys ADD Title nvarchar(max) COLLATE Latin1_General_BIN2 NULL;

ALTER TABLE Questions ADD Text nvarchar(max) COLLATE Latin1_General_BIN2 NULL;

-- Thresholds are scores of the question's scale; null where the scale decides.
ALTER TABLE Questions ADD SatisfiedFrom int NULL;

ALTER TABLE Questions ADD AgreeFrom int NULL;

ALTER TABLE Questions ADD EasyFrom int NULL;

ALTER TABLE Questions ADD DifficultFrom int NULL;

-- Times are UTC in whole microseconds. Names compare by code unit, as in SQLite byte by byte.
-- Lengths are those that facts may have, in UTF-16 characters; a comment or attributes may have any.

CREATE TABLE Settings (
    Name nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT PK_Settings PRIMARY KEY,
    Value nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL
);

-- Response keys are handed out in blocks, so that a writer knows its keys before it writes. NextKey: the first not handed out.
CREATE TABLE KeyBlocks (
    Name nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT PK_KeyBlocks PRIMARY KEY,
    NextKey bigint NOT NULL
);

INSERT INTO KeyBlocks (Name, NextKey) VALUES (N'ResponseKey', 1);

CREATE TABLE Sources (
    SourceKey int NOT NULL IDENTITY CONSTRAINT PK_Sources PRIMARY KEY,
    Name nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT UX_Sources_Name UNIQUE
);

CREATE TABLE Surveys (
    SurveyKey int NOT NULL IDENTITY CONSTRAINT PK_Surveys PRIMARY KEY,
    Name nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT UX_Surveys_Name UNIQUE
);

CREATE TABLE Touchpoints (
    TouchpointKey int NOT NULL IDENTITY CONSTRAINT PK_Touchpoints PRIMARY KEY,
    Name nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT UX_Touchpoints_Name UNIQUE
);

CREATE TABLE Channels (
    ChannelKey int NOT NULL IDENTITY CONSTRAINT PK_Channels PRIMARY KEY,
    Name nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT UX_Channels_Name UNIQUE
);

CREATE TABLE Segments (
    SegmentKey int NOT NULL IDENTITY CONSTRAINT PK_Segments PRIMARY KEY,
    Name nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT UX_Segments_Name UNIQUE
);

CREATE TABLE Customers (
    CustomerKey bigint NOT NULL IDENTITY CONSTRAINT PK_Customers PRIMARY KEY,
    Name nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT UX_Customers_Name UNIQUE
);

CREATE TABLE Accounts (
    AccountKey bigint NOT NULL IDENTITY CONSTRAINT PK_Accounts PRIMARY KEY,
    Name nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT UX_Accounts_Name UNIQUE
);

-- Metric: 1 nps, 2 csat, 3 ces, 4 rating. ScaleDirection: 0 higher is better, 1 lower is better.
CREATE TABLE Questions (
    QuestionKey int NOT NULL IDENTITY CONSTRAINT PK_Questions PRIMARY KEY,
    SurveyKey int NOT NULL CONSTRAINT FK_Questions_Surveys REFERENCES Surveys (SurveyKey),
    Name nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    Metric tinyint NOT NULL,
    ScaleMinimum int NOT NULL,
    ScaleMaximum int NOT NULL,
    ScaleDirection tinyint NOT NULL,
    CONSTRAINT UX_Questions_SurveyKey_Name UNIQUE (SurveyKey, Name)
);

-- The current revision of every response. The first answer is inline: most responses have just that one.
CREATE TABLE Responses (
    ResponseKey bigint NOT NULL CONSTRAINT PK_Responses PRIMARY KEY,
    SourceKey int NOT NULL CONSTRAINT FK_Responses_Sources REFERENCES Sources (SourceKey),
    Id nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    SurveyKey int NOT NULL CONSTRAINT FK_Responses_Surveys REFERENCES Surveys (SurveyKey),
    QuestionKey int NULL CONSTRAINT FK_Responses_Questions REFERENCES Questions (QuestionKey),
    Score int NULL,
    TouchpointKey int NULL CONSTRAINT FK_Responses_Touchpoints REFERENCES Touchpoints (TouchpointKey),
    ChannelKey int NULL CONSTRAINT FK_Responses_Channels REFERENCES Channels (ChannelKey),
    SegmentKey int NULL CONSTRAINT FK_Responses_Segments REFERENCES Segments (SegmentKey),
    CustomerKey bigint NULL CONSTRAINT FK_Responses_Customers REFERENCES Customers (CustomerKey),
    AccountKey bigint NULL CONSTRAINT FK_Responses_Accounts REFERENCES Accounts (AccountKey),
    RespondedAt datetime2(6) NOT NULL,
    RecordedAt datetime2(6) NOT NULL,
    Complete bit NOT NULL,
    Test bit NOT NULL,
    HasMoreAnswers bit NOT NULL,
    HasDetails bit NOT NULL,
    CONSTRAINT UX_Responses_SourceKey_Id UNIQUE (SourceKey, Id)
);

-- The key comes before the survey so that a page of the list is a walk along this index, however many responses share a time.
CREATE INDEX IX_Responses_RespondedAt_ResponseKey_SurveyKey ON Responses (RespondedAt, ResponseKey, SurveyKey);

CREATE INDEX IX_Responses_CustomerKey_RespondedAt ON Responses (CustomerKey, RespondedAt) WHERE CustomerKey IS NOT NULL;

-- Earlier revisions, valid from RecordedAt until SupersededAt, apart so that everyday reads never meet them.
CREATE TABLE SupersededResponses (
    ResponseKey bigint NOT NULL CONSTRAINT PK_SupersededResponses PRIMARY KEY,
    SourceKey int NOT NULL CONSTRAINT FK_SupersededResponses_Sources REFERENCES Sources (SourceKey),
    Id nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    SurveyKey int NOT NULL CONSTRAINT FK_SupersededResponses_Surveys REFERENCES Surveys (SurveyKey),
    QuestionKey int NULL CONSTRAINT FK_SupersededResponses_Questions REFERENCES Questions (QuestionKey),
    Score int NULL,
    TouchpointKey int NULL CONSTRAINT FK_SupersededResponses_Touchpoints REFERENCES Touchpoints (TouchpointKey),
    ChannelKey int NULL CONSTRAINT FK_SupersededResponses_Channels REFERENCES Channels (ChannelKey),
    SegmentKey int NULL CONSTRAINT FK_SupersededResponses_Segments REFERENCES Segments (SegmentKey),
    CustomerKey bigint NULL CONSTRAINT FK_SupersededResponses_Customers REFERENCES Customers (CustomerKey),
    AccountKey bigint NULL CONSTRAINT FK_SupersededResponses_Accounts REFERENCES Accounts (AccountKey),
    RespondedAt datetime2(6) NOT NULL,
    RecordedAt datetime2(6) NOT NULL,
    Complete bit NOT NULL,
    Test bit NOT NULL,
    HasMoreAnswers bit NOT NULL,
    HasDetails bit NOT NULL,
    SupersededAt datetime2(6) NOT NULL
);

CREATE INDEX IX_SupersededResponses_SourceKey_Id ON SupersededResponses (SourceKey, Id);

-- ResponseKey of the next two belongs to a current or a superseded response, hence no foreign key: db check looks for orphans.
CREATE TABLE FurtherAnswers (
    ResponseKey bigint NOT NULL,
    Ordinal int NOT NULL,
    QuestionKey int NOT NULL CONSTRAINT FK_FurtherAnswers_Questions REFERENCES Questions (QuestionKey),
    Score int NOT NULL,
    CONSTRAINT PK_FurtherAnswers PRIMARY KEY (ResponseKey, Ordinal)
);

CREATE TABLE ResponseDetails (
    ResponseKey bigint NOT NULL CONSTRAINT PK_ResponseDetails PRIMARY KEY,
    Comment nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
    Locale nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
    Attributes nvarchar(max) COLLATE Latin1_General_BIN2 NULL
);

-- Level: 0 all answers, 1 by touchpoint, 2 by channel, 3 by segment, 4 by all three; key 0: none, or not kept on this level.
-- Day: days since 0001-01-01 in the reporting time zone. Score0 counts the lowest point of the question's scale.
CREATE TABLE DailyCounts (
    QuestionKey int NOT NULL CONSTRAINT FK_DailyCounts_Questions REFERENCES Questions (QuestionKey),
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
    CONSTRAINT PK_DailyCounts PRIMARY KEY (QuestionKey, Level, Day, TouchpointKey, ChannelKey, SegmentKey)
);

-- What a writer sends in one statement. The keys put the rows in the order in which locks are to be taken.
CREATE TYPE ResponseRows AS TABLE (
    ResponseKey bigint NOT NULL,
    SourceKey int NOT NULL,
    Id nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    SurveyKey int NOT NULL,
    QuestionKey int NULL,
    Score int NULL,
    TouchpointKey int NULL,
    ChannelKey int NULL,
    SegmentKey int NULL,
    CustomerKey bigint NULL,
    AccountKey bigint NULL,
    RespondedAt datetime2(6) NOT NULL,
    RecordedAt datetime2(6) NOT NULL,
    Complete bit NOT NULL,
    Test bit NOT NULL,
    HasMoreAnswers bit NOT NULL,
    HasDetails bit NOT NULL,
    PRIMARY KEY (ResponseKey)
);

CREATE TYPE AnswerRows AS TABLE (
    ResponseKey bigint NOT NULL,
    Ordinal int NOT NULL,
    QuestionKey int NOT NULL,
    Score int NOT NULL,
    PRIMARY KEY (ResponseKey, Ordinal)
);

CREATE TYPE DetailRows AS TABLE (
    ResponseKey bigint NOT NULL,
    Comment nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
    Locale nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
    Attributes nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
    PRIMARY KEY (ResponseKey)
);

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
    PRIMARY KEY (QuestionKey, Level, Day, TouchpointKey, ChannelKey, SegmentKey)
);

CREATE TYPE QuestionRows AS TABLE (
    Survey nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    Name nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    Metric tinyint NOT NULL,
    ScaleMinimum int NOT NULL,
    ScaleMaximum int NOT NULL,
    ScaleDirection tinyint NOT NULL,
    PRIMARY KEY (Survey, Name)
);

CREATE TYPE NameRows AS TABLE (Name nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL PRIMARY KEY);

CREATE TYPE KeyRows AS TABLE (RowKey bigint NOT NULL PRIMARY KEY);

CREATE TYPE DayRangeRows AS TABLE (FirstDay int NOT NULL PRIMARY KEY, EndDay int NOT NULL);

-- Where large groups are copied in bulk. A group deletes its rows before it commits, so nobody else ever sees any.
CREATE TABLE StagedResponses (
    Batch bigint NOT NULL,
    ResponseKey bigint NOT NULL,
    SourceKey int NOT NULL,
    Id nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    SurveyKey int NOT NULL,
    QuestionKey int NULL,
    Score int NULL,
    TouchpointKey int NULL,
    ChannelKey int NULL,
    SegmentKey int NULL,
    CustomerKey bigint NULL,
    AccountKey bigint NULL,
    RespondedAt datetime2(6) NOT NULL,
    RecordedAt datetime2(6) NOT NULL,
    Complete bit NOT NULL,
    Test bit NOT NULL,
    HasMoreAnswers bit NOT NULL,
    HasDetails bit NOT NULL,
    CONSTRAINT PK_StagedResponses PRIMARY KEY (Batch, ResponseKey)
);

CREATE TABLE StagedCounts (
    Batch bigint NOT NULL,
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
    CONSTRAINT PK_StagedCounts PRIMARY KEY (Batch, QuestionKey, Level, Day, TouchpointKey, ChannelKey, SegmentKey)
);

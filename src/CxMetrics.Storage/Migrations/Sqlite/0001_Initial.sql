-- Times are microseconds since 1970-01-01T00:00:00Z. Names compare byte by byte.

CREATE TABLE Settings (
    Name TEXT NOT NULL,
    Value TEXT NOT NULL,
    CONSTRAINT PK_Settings PRIMARY KEY (Name)
) STRICT, WITHOUT ROWID;

CREATE TABLE Sources (
    SourceKey INTEGER NOT NULL CONSTRAINT PK_Sources PRIMARY KEY,
    Name TEXT NOT NULL CONSTRAINT UX_Sources_Name UNIQUE
) STRICT;

CREATE TABLE Surveys (
    SurveyKey INTEGER NOT NULL CONSTRAINT PK_Surveys PRIMARY KEY,
    Name TEXT NOT NULL CONSTRAINT UX_Surveys_Name UNIQUE
) STRICT;

CREATE TABLE Touchpoints (
    TouchpointKey INTEGER NOT NULL CONSTRAINT PK_Touchpoints PRIMARY KEY,
    Name TEXT NOT NULL CONSTRAINT UX_Touchpoints_Name UNIQUE
) STRICT;

CREATE TABLE Channels (
    ChannelKey INTEGER NOT NULL CONSTRAINT PK_Channels PRIMARY KEY,
    Name TEXT NOT NULL CONSTRAINT UX_Channels_Name UNIQUE
) STRICT;

CREATE TABLE Segments (
    SegmentKey INTEGER NOT NULL CONSTRAINT PK_Segments PRIMARY KEY,
    Name TEXT NOT NULL CONSTRAINT UX_Segments_Name UNIQUE
) STRICT;

CREATE TABLE Customers (
    CustomerKey INTEGER NOT NULL CONSTRAINT PK_Customers PRIMARY KEY,
    Name TEXT NOT NULL CONSTRAINT UX_Customers_Name UNIQUE
) STRICT;

CREATE TABLE Accounts (
    AccountKey INTEGER NOT NULL CONSTRAINT PK_Accounts PRIMARY KEY,
    Name TEXT NOT NULL CONSTRAINT UX_Accounts_Name UNIQUE
) STRICT;

-- Metric: 1 nps, 2 csat, 3 ces, 4 rating. ScaleDirection: 0 higher is better, 1 lower is better.
CREATE TABLE Questions (
    QuestionKey INTEGER NOT NULL CONSTRAINT PK_Questions PRIMARY KEY,
    SurveyKey INTEGER NOT NULL CONSTRAINT FK_Questions_Surveys REFERENCES Surveys (SurveyKey),
    Name TEXT NOT NULL,
    Metric INTEGER NOT NULL,
    ScaleMinimum INTEGER NOT NULL,
    ScaleMaximum INTEGER NOT NULL,
    ScaleDirection INTEGER NOT NULL,
    CONSTRAINT UX_Questions_SurveyKey_Name UNIQUE (SurveyKey, Name)
) STRICT;

-- The current revision of every response. The first answer is inline: most responses have just that one.
CREATE TABLE Responses (
    ResponseKey INTEGER NOT NULL CONSTRAINT PK_Responses PRIMARY KEY,
    SourceKey INTEGER NOT NULL CONSTRAINT FK_Responses_Sources REFERENCES Sources (SourceKey),
    Id TEXT NOT NULL,
    SurveyKey INTEGER NOT NULL CONSTRAINT FK_Responses_Surveys REFERENCES Surveys (SurveyKey),
    QuestionKey INTEGER NULL CONSTRAINT FK_Responses_Questions REFERENCES Questions (QuestionKey),
    Score INTEGER NULL,
    TouchpointKey INTEGER NULL CONSTRAINT FK_Responses_Touchpoints REFERENCES Touchpoints (TouchpointKey),
    ChannelKey INTEGER NULL CONSTRAINT FK_Responses_Channels REFERENCES Channels (ChannelKey),
    SegmentKey INTEGER NULL CONSTRAINT FK_Responses_Segments REFERENCES Segments (SegmentKey),
    CustomerKey INTEGER NULL CONSTRAINT FK_Responses_Customers REFERENCES Customers (CustomerKey),
    AccountKey INTEGER NULL CONSTRAINT FK_Responses_Accounts REFERENCES Accounts (AccountKey),
    RespondedAt INTEGER NOT NULL,
    RecordedAt INTEGER NOT NULL,
    Complete INTEGER NOT NULL,
    Test INTEGER NOT NULL,
    HasMoreAnswers INTEGER NOT NULL,
    HasDetails INTEGER NOT NULL,
    CONSTRAINT UX_Responses_SourceKey_Id UNIQUE (SourceKey, Id)
) STRICT;

-- The key comes before the survey so that a page of the list is a walk along this index, however many responses share a time.
CREATE INDEX IX_Responses_RespondedAt_ResponseKey_SurveyKey ON Responses (RespondedAt, ResponseKey, SurveyKey);

CREATE INDEX IX_Responses_CustomerKey_RespondedAt ON Responses (CustomerKey, RespondedAt) WHERE CustomerKey IS NOT NULL;

-- Earlier revisions, valid from RecordedAt until SupersededAt, apart so that everyday reads never meet them.
CREATE TABLE SupersededResponses (
    ResponseKey INTEGER NOT NULL CONSTRAINT PK_SupersededResponses PRIMARY KEY,
    SourceKey INTEGER NOT NULL CONSTRAINT FK_SupersededResponses_Sources REFERENCES Sources (SourceKey),
    Id TEXT NOT NULL,
    SurveyKey INTEGER NOT NULL CONSTRAINT FK_SupersededResponses_Surveys REFERENCES Surveys (SurveyKey),
    QuestionKey INTEGER NULL CONSTRAINT FK_SupersededResponses_Questions REFERENCES Questions (QuestionKey),
    Score INTEGER NULL,
    TouchpointKey INTEGER NULL CONSTRAINT FK_SupersededResponses_Touchpoints REFERENCES Touchpoints (TouchpointKey),
    ChannelKey INTEGER NULL CONSTRAINT FK_SupersededResponses_Channels REFERENCES Channels (ChannelKey),
    SegmentKey INTEGER NULL CONSTRAINT FK_SupersededResponses_Segments REFERENCES Segments (SegmentKey),
    CustomerKey INTEGER NULL CONSTRAINT FK_SupersededResponses_Customers REFERENCES Customers (CustomerKey),
    AccountKey INTEGER NULL CONSTRAINT FK_SupersededResponses_Accounts REFERENCES Accounts (AccountKey),
    RespondedAt INTEGER NOT NULL,
    RecordedAt INTEGER NOT NULL,
    Complete INTEGER NOT NULL,
    Test INTEGER NOT NULL,
    HasMoreAnswers INTEGER NOT NULL,
    HasDetails INTEGER NOT NULL,
    SupersededAt INTEGER NOT NULL
) STRICT;

CREATE INDEX IX_SupersededResponses_SourceKey_Id ON SupersededResponses (SourceKey, Id);

-- ResponseKey of the next two belongs to a current or a superseded response, hence no foreign key: db check looks for orphans.
CREATE TABLE FurtherAnswers (
    ResponseKey INTEGER NOT NULL,
    Ordinal INTEGER NOT NULL,
    QuestionKey INTEGER NOT NULL CONSTRAINT FK_FurtherAnswers_Questions REFERENCES Questions (QuestionKey),
    Score INTEGER NOT NULL,
    CONSTRAINT PK_FurtherAnswers PRIMARY KEY (ResponseKey, Ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE ResponseDetails (
    ResponseKey INTEGER NOT NULL CONSTRAINT PK_ResponseDetails PRIMARY KEY,
    Comment TEXT NULL,
    Locale TEXT NULL,
    Attributes TEXT NULL
) STRICT;

-- Level: 0 all answers, 1 by touchpoint, 2 by channel, 3 by segment, 4 by all three; key 0: none, or not kept on this level.
-- Day: days since 0001-01-01 in the reporting time zone. Score0 counts the lowest point of the question's scale.
CREATE TABLE DailyCounts (
    QuestionKey INTEGER NOT NULL CONSTRAINT FK_DailyCounts_Questions REFERENCES Questions (QuestionKey),
    Level INTEGER NOT NULL,
    Day INTEGER NOT NULL,
    TouchpointKey INTEGER NOT NULL,
    ChannelKey INTEGER NOT NULL,
    SegmentKey INTEGER NOT NULL,
    Score0 INTEGER NOT NULL,
    Score1 INTEGER NOT NULL,
    Score2 INTEGER NOT NULL,
    Score3 INTEGER NOT NULL,
    Score4 INTEGER NOT NULL,
    Score5 INTEGER NOT NULL,
    Score6 INTEGER NOT NULL,
    Score7 INTEGER NOT NULL,
    Score8 INTEGER NOT NULL,
    Score9 INTEGER NOT NULL,
    Score10 INTEGER NOT NULL,
    TestAnswers INTEGER NOT NULL,
    CONSTRAINT PK_DailyCounts PRIMARY KEY (QuestionKey, Level, Day, TouchpointKey, ChannelKey, SegmentKey)
) STRICT, WITHOUT ROWID;
